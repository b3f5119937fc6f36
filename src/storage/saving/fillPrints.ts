// Prints of what was stored before there were any: made once, when the service starts.

import type { PoolClient } from 'pg';

import type { Prints } from '../../verification/printing';
import { printArticle } from '../../verification/printing';
import type { Database } from '../connection';
import { inTransaction } from '../connection';
import { linkLineages } from './linkLineages';
import { insertPrints } from './writePrints';

const BATCH = 50;

interface Unprinted {
  readonly id: string;
  readonly article_id: string;
  readonly text: string;
  readonly ids: readonly string[] | null;
  readonly contents: readonly (readonly (readonly [number, number])[])[] | null;
}

/**
 * Prints every current revision that has none, and finds the lineages of its statements; says how many there were. Two
 * services may do it at once.
 */
export async function fillPrints({ pool, now }: Database, lineages: boolean): Promise<number> {
  let done = 0;
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const ids = await inTransaction(pool, (client) =>
      fillBatch(client, after, lineages ? now() : null),
    );
    const last = ids.at(-1);
    if (last === undefined) return done;
    done += ids.length;
    after = last;
  }
}

async function fillBatch(
  client: PoolClient,
  after: string,
  linked: Date | null,
): Promise<string[]> {
  const { rows } = await client.query<Unprinted>(
    `SELECT r.id, r.article_id, r.text,
       (SELECT json_agg(s.id ORDER BY s.position) FROM statement s WHERE s.revision_id = r.id AND s.live) AS ids,
       (SELECT json_agg((SELECT json_agg(json_build_array(p.starts, p.ends) ORDER BY p.ordinal) FROM span p
          WHERE p.statement_id = s.id AND p.role = 'content') ORDER BY s.position)
        FROM statement s WHERE s.revision_id = r.id AND s.live) AS contents
     FROM revision r
     WHERE r.id > $2 AND r.current AND NOT EXISTS (SELECT FROM revision_print p WHERE p.revision_id = r.id)
     ORDER BY r.id LIMIT $1 FOR NO KEY UPDATE OF r SKIP LOCKED`,
    [BATCH, after],
  );
  for (const { id, text, ids, contents } of rows) {
    const statements = (contents ?? []).map((spans) => ({
      content: spans.map(([start, end]) => ({ start, end })),
    }));
    const prints: Prints = await printArticle(text, statements);
    await insertPrints(client, id, ids ?? [], prints);
  }
  if (linked !== null) {
    for (const { article_id } of rows) await linkLineages(client, article_id, linked);
  }
  return rows.map(({ id }) => id);
}
