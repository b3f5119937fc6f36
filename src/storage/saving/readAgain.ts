// A stored text read again by a newer engine: the revision stays, its statements change as they do from one text to the next.

import type { PoolClient } from 'pg';

import type { EngineRecord } from '../records';

/** A revision that is written anew. */
export interface Again {
  readonly revisionId: string;
  readonly number: number;
}

/** Makes room for new statements beside those that stay, and notes which engine made what stays. */
export async function beginAgain(client: PoolClient, { revisionId }: Again): Promise<void> {
  await client.query(
    `UPDATE statement s SET engine_name = r.engine_name, engine_version = r.engine_version
     FROM revision r WHERE r.id = $1 AND s.revision_id = r.id AND s.engine_name IS NULL
     AND (NOT s.live OR s.review <> 'machine')`,
    [revisionId],
  );
  await client.query(
    `UPDATE statement SET position = position + 2000000 WHERE revision_id = $1 AND live AND review <> 'machine'`,
    [revisionId],
  );
}

/** Puts all statements of the revision into text order, and notes who has read it. */
export async function endAgain(
  client: PoolClient,
  { revisionId }: Again,
  engine: EngineRecord,
): Promise<void> {
  // Twice, since no two may have the same place at any moment.
  await client.query(
    `UPDATE statement s SET position = 1000000 + o.place
     FROM (SELECT v.id, row_number() OVER (ORDER BY min(p.starts), v.position) AS place
       FROM statement v JOIN span p ON p.statement_id = v.id AND p.role = 'content'
       WHERE v.revision_id = $1 AND v.live GROUP BY v.id, v.position) o WHERE s.id = o.id`,
    [revisionId],
  );
  await client.query(
    'UPDATE statement SET position = position - 1000001 WHERE revision_id = $1 AND live',
    [revisionId],
  );
  await client.query(
    `UPDATE revision r SET engine_name = $2, engine_version = $3,
       statement_count = (SELECT count(*) FROM statement s WHERE s.revision_id = r.id AND s.live) WHERE r.id = $1`,
    [revisionId, engine.name, engine.version],
  );
}
