// The prints by which verification finds what is live: written with a revision, gone when it is retired.

import type { PoolClient } from 'pg';

import type { Prints } from '../../verification/printing';
import { insertRows } from './bulk';

/** Writes the prints of a revision's statements, whose ids are in text order, and of its text. */
export async function insertPrints(
  client: PoolClient,
  revisionId: string,
  statementIds: readonly string[],
  prints: Prints,
  what: 'all' | 'statements' = 'all',
): Promise<void> {
  const rows = statementIds.map((statement_id, i) => {
    return { statement_id, hashes: prints.statements[i] ?? [] };
  });
  await insertRows(client, 'statement_print', { statement_id: 'uuid', hashes: 'int[]' }, rows);
  if (what === 'statements') return;
  await insertRows(client, 'revision_print', { revision_id: 'uuid', hashes: 'int[]' }, [
    { revision_id: revisionId, hashes: prints.text },
  ]);
}

/** Takes an article's live statements out of verification, and its current text, unless `only` (SQL about `s`) narrows it. */
export async function removePrints(
  client: PoolClient,
  articleId: string,
  only = '',
): Promise<void> {
  await client.query(
    `DELETE FROM statement_print p USING statement s WHERE s.id = p.statement_id AND s.article_id = $1 AND s.live ${only}`,
    [articleId],
  );
  if (only !== '') return;
  await client.query(
    `DELETE FROM revision_print p USING revision r WHERE r.id = p.revision_id AND r.article_id = $1 AND r.current`,
    [articleId],
  );
}
