// After merges have changed: whom each link is shown as, and the counts that lists sort by. buildStatements.ts (followMerges) says
// the same for new links.

import type { PoolClient } from 'pg';

import { dropUnusedNames } from '../saving/counters';

/** Another link of the statement stands for the same speaker: that of the speaker itself, or else an earlier one. */
const BETTER = `EXISTS (
  SELECT FROM statement_speaker o JOIN speaker ok ON ok.id = o.linked_id
  WHERE o.statement_id = l.statement_id AND o.linked_id <> l.linked_id AND ok.canonical_id = k.canonical_id
  AND l.linked_id <> k.canonical_id AND (o.linked_id = k.canonical_id OR o.ordinal < l.ordinal))`;

/** Brings the speakers, which must be all that any of their merges touches, to what `merged_into` says. */
export async function settle(client: PoolClient, ids: readonly string[], now: Date): Promise<void> {
  await client.query(
    `WITH RECURSIVE walk AS (
       SELECT id, id AS at, merged_into FROM speaker WHERE id = ANY($1)
       UNION ALL SELECT w.id, k.id, k.merged_into FROM walk w JOIN speaker k ON k.id = w.merged_into)
     UPDATE speaker k SET canonical_id = w.at FROM walk w
     WHERE w.id = k.id AND w.merged_into IS NULL AND k.canonical_id <> w.at`,
    [ids],
  );
  // In steps, since uniqueness is checked row by row: whoever is no longer shown as another, once nobody else is shown as them;
  // then whoever is from now on.
  let freed: number | null;
  do {
    const { rowCount } = await client.query(
      `UPDATE statement_speaker l SET speaker_id = l.linked_id FROM speaker k
       WHERE l.speaker_id = ANY($1) AND k.id = l.linked_id AND l.speaker_id <> l.linked_id
       AND NOT (l.speaker_id = k.canonical_id AND NOT ${BETTER})
       AND NOT EXISTS (SELECT FROM statement_speaker o WHERE o.statement_id = l.statement_id AND o.speaker_id = l.linked_id)`,
      [ids],
    );
    freed = rowCount;
  } while ((freed ?? 0) > 0);
  await client.query(
    `UPDATE statement_speaker l SET speaker_id = k.canonical_id FROM speaker k
     WHERE l.speaker_id = ANY($1) AND k.id = l.linked_id AND l.speaker_id <> k.canonical_id AND NOT ${BETTER}`,
    [ids],
  );
  await client.query(
    `UPDATE speaker k SET statement_count = c.statements, article_count = c.articles, updated_at = $2
     FROM (SELECT m.id, count(l.statement_id)::int AS statements, count(DISTINCT l.article_id)::int AS articles
           FROM speaker m LEFT JOIN statement_speaker l ON l.speaker_id = m.id AND l.live AND m.merged_into IS NULL
           WHERE m.id = ANY($1) GROUP BY m.id) c
     WHERE k.id = c.id`,
    [ids, now],
  );
}

/** Recounts names and roles of speakers between whom articles were moved. Newly given names are spelt as any of them spells it. */
export async function recount(client: PoolClient, ids: readonly string[]): Promise<void> {
  await client.query(
    `INSERT INTO speaker_name (speaker_id, folded, name, kind, uses)
     SELECT p.speaker_id, f.folded, coalesce(form.name, f.folded), coalesce(form.kind, 'alias'), count(*)
     FROM article_speaker p CROSS JOIN LATERAL unnest(p.names) AS f(folded)
     LEFT JOIN (SELECT DISTINCT ON (folded) folded, name, kind FROM speaker_name WHERE speaker_id = ANY($1)
                ORDER BY folded, kind, uses DESC) form ON form.folded = f.folded
     WHERE p.speaker_id = ANY($1) GROUP BY p.speaker_id, f.folded, form.name, form.kind
     ON CONFLICT (speaker_id, folded) DO UPDATE SET uses = excluded.uses`,
    [ids],
  );
  await client.query(
    `UPDATE speaker_name n SET uses = 0 WHERE n.speaker_id = ANY($1) AND n.uses <> 0 AND NOT EXISTS
       (SELECT FROM article_speaker p WHERE p.speaker_id = n.speaker_id AND n.folded = ANY(p.names))`,
    [ids],
  );
  await dropUnusedNames(client, ids);
  await client.query('DELETE FROM speaker_role WHERE speaker_id = ANY($1)', [ids]);
  await client.query(
    `INSERT INTO speaker_role (speaker_id, role, uses, first_date, date)
     SELECT p.speaker_id, role, count(*), min(a.date), max(a.date)
     FROM article_speaker p JOIN article a ON a.id = p.article_id CROSS JOIN LATERAL unnest(p.roles) AS role
     WHERE p.speaker_id = ANY($1) GROUP BY p.speaker_id, role`,
    [ids],
  );
}
