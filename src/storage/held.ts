// Articles under embargo. They wait in a table of their own, so that no list, search, count or check can show anything of them.

import type { Database } from './connection';
import { guarded } from './failures';
import { newId } from './ids';
import { identityOf } from './saving/identity';
import { checkDraft } from './saving/storable';
import type { ArticleDraft, HeldArticle, HeldArticles } from './store';

interface HeldRow {
  readonly id: string;
  readonly draft: Omit<ArticleDraft, 'publishedAt'> & { readonly publishedAt: string | null };
  readonly until: Date;
  readonly created_at: Date;
}

export function heldStore({ pool, now }: Database): HeldArticles {
  return {
    hold: (draft, until) =>
      guarded(async () => {
        checkDraft(draft);
        const { rows } = await pool.query<HeldRow>(
          `INSERT INTO held_article (id, identity, draft, until, created_at) VALUES ($1, $2, $3, $4, $5)
           ON CONFLICT (identity) DO UPDATE SET draft = excluded.draft, until = excluded.until
           RETURNING id, draft, until, created_at`,
          [newId(), identityOf(draft), JSON.stringify(draft), until, now()],
        );
        return toHeld(rows[0]!);
      }),

    due: (at, most) =>
      guarded(async () => {
        const { rows } = await pool.query<HeldRow>(
          'SELECT id, draft, until, created_at FROM held_article WHERE until <= $1 ORDER BY until, id LIMIT $2',
          [at, most],
        );
        return rows.map(toHeld);
      }),

    list: () =>
      guarded(async () => {
        const { rows } = await pool.query<HeldRow>(
          'SELECT id, draft, until, created_at FROM held_article ORDER BY until, id LIMIT 1000',
        );
        return rows.map(toHeld);
      }),

    drop: (id) =>
      guarded(async () => {
        await pool.query('DELETE FROM held_article WHERE id = $1', [id]);
      }),

    dropLike: (draft) =>
      guarded(async () => {
        await pool.query('DELETE FROM held_article WHERE identity = $1', [identityOf(draft)]);
      }),
  };
}

function toHeld({ id, draft, until, created_at }: HeldRow): HeldArticle {
  const publishedAt = draft.publishedAt === null ? null : new Date(draft.publishedAt);
  return { id, draft: { ...draft, publishedAt }, until, createdAt: created_at };
}
