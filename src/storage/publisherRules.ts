// The port of what publishers ask: nothing before its time, nothing of what was taken back. Types only.

import type { ArticleDraft } from './store';

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
  /** In place of what waits under the same identity. */
  hold(draft: ArticleDraft, until: Date): Promise<HeldArticle>;
  /** Those whose time has come. */
  due(at: Date, most: number): Promise<readonly HeldArticle[]>;
  /** The next thousand, for those who may write. */
  list(): Promise<readonly HeldArticle[]>;
  drop(id: string): Promise<void>;
  /** What waits under the identity of a draft. */
  dropLike(draft: Pick<ArticleDraft, 'url' | 'publication' | 'text'>): Promise<void>;
}
