// The port of what publishers ask: nothing before its time, nothing of what was taken back. Types only.

import type { Extraction } from '../extraction/types';
import type { TopicAssignment } from '../topics/types';
import type { ArticleDraft, SavedArticle } from './store';

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
}

/** Articles that wait for the end of their embargo; nothing else shows anything of them. */
export interface HeldArticles {
  /** In place of what waits under the same identity; each sending has an id of its own. */
  hold(draft: ArticleDraft, until: Date): Promise<HeldArticle>;
  /** Those whose time has come. */
  due(at: Date, most: number): Promise<readonly HeldArticle[]>;
  /** The next thousand, for those who may write. */
  list(): Promise<readonly HeldArticle[]>;
  get(id: string): Promise<HeldArticle | null>;
  /** Takes it back; false where it waits no longer. */
  drop(id: string): Promise<boolean>;
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
