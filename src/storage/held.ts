// Articles under embargo. They wait in a table of their own, so that no list, search, count or check can show anything of them.

import type { Pool, PoolClient } from 'pg';

import type { Database } from './connection';
import { guarded } from './failures';
import { newId } from './ids';
import { checkClaim, checkSameRequest } from './saving/idempotency';
import { identityOf } from './saving/identity';
import { checkDraft } from './saving/storable';
import type { ArticleDraft, HeldArticle, HeldArticles } from './store';

interface HeldRow {
  readonly id: string;
  readonly draft: Omit<ArticleDraft, 'publishedAt'> & { readonly publishedAt: string | null };
  readonly until: Date;
  readonly created_at: Date;
  readonly failures: number;
  readonly failure: string | null;
  readonly retry_at: Date | null;
  readonly idempotency_key: string | null;
  readonly request_hash: string | null;
}

const COLUMNS =
  'id, draft, until, created_at, failures, failure, retry_at, idempotency_key, request_hash';

/** The first try again, in seconds; each later one waits twice as long as the one before. */
const FIRST_RETRY = 10;
const LONGEST_RETRY = 6 * 60 * 60;
const LONGEST_DETAIL = 1000;

export function heldStore({ pool, now }: Database): Omit<HeldArticles, 'release'> {
  return {
    hold: (draft, until, claim) =>
      guarded(async () => {
        checkDraft(draft);
        if (claim !== null) checkClaim(claim);
        const { rows } = await pool.query<HeldRow>(
          `INSERT INTO held_article (id, identity, draft, until, created_at, idempotency_key, request_hash)
           VALUES ($1, $2, $3, $4, $5, $6, $7)
           ON CONFLICT (identity) DO UPDATE
             SET id = excluded.id, draft = excluded.draft, until = excluded.until, created_at = excluded.created_at,
               idempotency_key = excluded.idempotency_key, request_hash = excluded.request_hash,
               failures = 0, failure = NULL, retry_at = NULL
           RETURNING ${COLUMNS}`,
          [
            newId(),
            identityOf(draft),
            JSON.stringify(draft),
            until,
            now(),
            claim?.key ?? null,
            claim?.requestHash ?? null,
          ],
        );
        return toHeld(rows[0]!);
      }),

    findByIdempotencyKey: (claim) =>
      guarded(async () => {
        checkClaim(claim);
        const { rows } = await pool.query<HeldRow>(
          `SELECT ${COLUMNS} FROM held_article WHERE idempotency_key = $1`,
          [claim.key],
        );
        if (rows[0] === undefined) return null;
        checkSameRequest(rows[0].request_hash ?? '', claim);
        return toHeld(rows[0]);
      }),

    due: (at, most) =>
      guarded(async () => {
        const { rows } = await pool.query<HeldRow>(
          `SELECT ${COLUMNS} FROM held_article WHERE until <= $1 AND (retry_at IS NULL OR retry_at <= $1)
           ORDER BY until, id LIMIT $2`,
          [at, most],
        );
        return rows.map(toHeld);
      }),

    list: () =>
      guarded(async () => {
        const { rows } = await pool.query<HeldRow>(
          `SELECT ${COLUMNS} FROM held_article ORDER BY until, id LIMIT 1000`,
        );
        return rows.map(toHeld);
      }),

    get: (id) =>
      guarded(async () => {
        const { rows } = await pool.query<HeldRow>(
          `SELECT ${COLUMNS} FROM held_article WHERE id = $1`,
          [id],
        );
        return rows[0] === undefined ? null : toHeld(rows[0]);
      }),

    drop: (id) => guarded(() => takeHeld(pool, id)),

    failed: (id, detail, at) =>
      guarded(async () => {
        await pool.query(
          `UPDATE held_article SET failures = failures + 1, failure = $2,
             retry_at = $3::timestamptz + least($4 * 2 ^ least(failures, 20), $5) * interval '1 second'
           WHERE id = $1`,
          [id, detail.slice(0, LONGEST_DETAIL), at, FIRST_RETRY, LONGEST_RETRY],
        );
      }),
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

function toHeld(row: HeldRow): HeldArticle {
  const { id, draft, until, created_at, failures, failure, retry_at } = row;
  const publishedAt = draft.publishedAt === null ? null : new Date(draft.publishedAt);
  const { idempotency_key: key, request_hash: requestHash } = row;
  return {
    id,
    draft: { ...draft, publishedAt },
    until,
    createdAt: created_at,
    failure:
      failure === null || retry_at === null
        ? null
        : { detail: failure, attempts: failures, retryAt: retry_at },
    claim: key === null || requestHash === null ? null : { key, requestHash },
  };
}
