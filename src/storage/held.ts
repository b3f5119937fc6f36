// Articles under embargo. They wait in a table of their own, so that no list, search, count or check can show anything of them.

import type { Pool, PoolClient } from 'pg';

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

export function heldStore({ pool, now }: Database): Omit<HeldArticles, 'release'> {
  return {
    hold: (draft, until) =>
      guarded(async () => {
        checkDraft(draft);
        const { rows } = await pool.query<HeldRow>(
          `INSERT INTO held_article (id, identity, draft, until, created_at) VALUES ($1, $2, $3, $4, $5)
           ON CONFLICT (identity) DO UPDATE
             SET id = excluded.id, draft = excluded.draft, until = excluded.until, created_at = excluded.created_at
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

    get: (id) =>
      guarded(async () => {
        const { rows } = await pool.query<HeldRow>(
          'SELECT id, draft, until, created_at FROM held_article WHERE id = $1',
          [id],
        );
        return rows[0] === undefined ? null : toHeld(rows[0]);
      }),

    drop: (id) => guarded(() => takeHeld(pool, id)),
  };
}

/** Takes what waits out of the table; false where it is there no longer. */
export async function takeHeld(client: Pool | PoolClient, id: string): Promise<boolean> {
  const { rowCount } = await client.query('DELETE FROM held_article WHERE id = $1', [id]);
  return rowCount === 1;
}

/** Drops what waits under an identity, which is locked: whoever is just releasing it finds it gone. */
export async function dropHeld(client: PoolClient, identity: Buffer): Promise<void> {
  await client.query('DELETE FROM held_article WHERE identity = $1', [identity]);
}

function toHeld({ id, draft, until, created_at }: HeldRow): HeldArticle {
  const publishedAt = draft.publishedAt === null ? null : new Date(draft.publishedAt);
  return { id, draft: { ...draft, publishedAt }, until, createdAt: created_at };
}
