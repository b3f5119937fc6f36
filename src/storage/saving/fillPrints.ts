// Prints of what was stored before there were any: made once, when the service starts.

import type { PoolClient } from 'pg';

import type { Prints } from '../../verification/printing';
import { printArticle } from '../../verification/printing';
import type { Database } from '../connection';
import { inTransaction } from '../connection';
import { insertPrints } from './writePrints';

const BATCH = 50;

interface Unprinted {
  readonly id: string;
  readonly text: string;
  readonly ids: readonly string[] | null;
  readonly contents: readonly (readonly (readonly [number, number])[])[] | null;
}

/** Prints every current revision that has none; says how many there were. Two services may do it at once. */
export async function fillPrints({ pool }: Database): Promise<number> {
  for (let done = 0; ;) {
    const count = await inTransaction(pool, fillBatch);
    if (count === 0) return done;
    done += count;
  }
}

async function fillBatch(client: PoolClient): Promise<number> {
  const { rows } = await client.query<Unprinted>(
    `SELECT r.id, r.text,
       (SELECT json_agg(s.id ORDER BY s.position) FROM statement s WHERE s.revision_id = r.id) AS ids,
       (SELECT json_agg((SELECT json_agg(json_build_array(p.starts, p.ends) ORDER BY p.ordinal) FROM span p
          WHERE p.statement_id = s.id AND p.role = 'content') ORDER BY s.position)
        FROM statement s WHERE s.revision_id = r.id) AS contents
     FROM revision r WHERE r.current AND NOT EXISTS (SELECT FROM revision_print p WHERE p.revision_id = r.id)
     ORDER BY r.id LIMIT $1 FOR NO KEY UPDATE OF r SKIP LOCKED`,
    [BATCH],
  );
  for (const { id, text, ids, contents } of rows) {
    const statements = (contents ?? []).map((spans) => ({
      content: spans.map(([start, end]) => ({ start, end })),
    }));
    const prints: Prints = await printArticle(text, statements);
    await insertPrints(client, id, ids ?? [], prints);
  }
  return rows.length;
}
