// The port of what publishers ask: nothing before its time, nothing of what was taken back. Types only.

import type { Extraction } from '../extraction/types';
import type { TopicAssignment } from '../topics/types';
import type { ArticleDraft, IdempotencyClaim, SavedArticle } from './store';

export type RemovalReason = 'withheld' | 'canceled' | 'legal' | 'privacy' | 'error' | 'other';

/** Why an article is taken down. */
export interface Removal {
  readonly reason: RemovalReason;
  readonly note: string | null;
}

/** An article under embargo. */
export interface HeldArticle {
  readonly id: string;
  readonly draft: ArticleDraft;
  readonly until: Date;
  readonly createdAt: Date;
  /** Null unless its time has come and storing it has failed. */
  readonly failure: ReleaseFailure | null;
  /** What the request brought that handed it in. */
  readonly claim: IdempotencyClaim | null;
}

/** Why an article whose time has come is not stored yet. */
export interface ReleaseFailure {
  /** The last reason. */
  readonly detail: string;
  readonly attempts: number;
  readonly retryAt: Date;
}

/** Articles that wait for the end of their embargo; nothing else shows anything of them. */
export interface HeldArticles {
  /** In place of what waits under the same identity; each sending has an id of its own. */
  hold(draft: ArticleDraft, until: Date, claim: IdempotencyClaim | null): Promise<HeldArticle>;
  /** What a request with this key handed in and still waits; throws `idempotency-mismatch` if the request differs. */
  findByIdempotencyKey(claim: IdempotencyClaim): Promise<HeldArticle | null>;
  /** Those whose time has come, but for those that failed and are to be tried later. */
  due(at: Date, most: number): Promise<readonly HeldArticle[]>;
  /** The next thousand, for those who may write. */
  list(): Promise<readonly HeldArticle[]>;
  get(id: string): Promise<HeldArticle | null>;
  /** Takes it back; false where it waits no longer. */
  drop(id: string): Promise<boolean>;
  /** Notes that storing it failed; it is due again after ever longer, at most six hours. */
  failed(id: string, detail: string, at: Date): Promise<void>;
  /**
   * Stores what waits, and lets it wait no longer, all or nothing. Null, and nothing is stored, where it has been taken back or
   * replaced while it was being read.
   */
  release(
    held: HeldArticle,
    extraction: Extraction,
    topics: TopicAssignment,
  ): Promise<SavedArticle | null>;
}
