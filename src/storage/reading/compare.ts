// What several publications printed of one speaker: their statements, gathered by occasion.

import type { Pool } from 'pg';

import { isId } from '../ids';
import { publicationKey } from '../publication';
import type { StatementRecord } from '../records';
import type { CompareFilter, Comparison, Occasion } from '../store';
import { groupByOccasion } from './occasions';
import { allOf, collectParameters } from './parameters';
import type { StatementRow } from './statementRows';
import { selectStatements, toStatement } from './statementRows';

/** So many of the newest statements are compared; beyond, dates have to narrow the question. */
export const COMPARED = 100;

/** Gathers the newest statements of all publications together and groups them. */
export async function comparisonOf(pool: Pool, filter: CompareFilter): Promise<Comparison> {
  if (filter.speakerIds.filter(isId).length === 0) {
    return { occasions: [], complete: true, compared: 0 };
  }
  const { text, values } = comparedQuery(filter);
  const { rows: found } = await pool.query<{ id: string; key: string }>(text, values);
  const compared = found.slice(0, COMPARED);
  const { rows } = await pool.query<StatementRow & { words: string[] }>(
    selectStatements(
      'SELECT unnest($1::uuid[]) AS id',
      's.date, s.article_id, s.position',
      ', tsvector_to_array(s.search) AS words',
    ),
    [compared.map(({ id }) => id)],
  );
  const keys = new Map(compared.map(({ id, key }) => [id, key]));
  const statements = new Map(rows.map((row) => [row.id, toStatement(row)]));
  const groups = groupByOccasion(
    rows.map((row) => ({
      id: row.id,
      articleId: row.article_id,
      publicationKey: keys.get(row.id) ?? '',
      date: row.date,
      words: new Set(row.words),
      topicIds: (row.topics ?? []).map(([id]) => id),
    })),
  );
  const dates = new Map(rows.map(({ id, date }) => [id, date.getTime()]));
  return {
    occasions: groups.map(({ heldBy, statementIds, alike }): Occasion => {
      const times = statementIds.map((id) => dates.get(id) ?? 0);
      return {
        from: new Date(Math.min(...times)),
        to: new Date(Math.max(...times)),
        heldBy,
        alike,
        printed: filter.publications.map((publication) => ({
          publication,
          statements: statementIds
            .filter((id) => keys.get(id) === publicationKey(publication))
            .flatMap((id): StatementRecord[] => [statements.get(id)].flatMap((one) => one ?? [])),
        })),
      };
    }),
    complete: found.length <= COMPARED,
    compared: compared.length,
  };
}

/** SQL for the ids of the statements that are compared, one more than the most; exported for the test of its plan. */
export function comparedQuery({ speakerIds, topicId, publications, from, to }: CompareFilter): {
  text: string;
  values: unknown[];
} {
  const parameter = collectParameters();
  const speakers = parameter(speakerIds.filter(isId));
  const conditions = [
    'x.speaker_id = k.id',
    'x.live',
    `x.publication_key = ANY(${parameter(publications.map(publicationKey))})`,
  ];
  if (from !== undefined) conditions.push(`x.date >= ${parameter(from)}`);
  if (to !== undefined) conditions.push(`x.date < ${parameter(to)}`);
  const topic =
    topicId === undefined
      ? ''
      : `JOIN statement_topic t ON t.statement_id = x.statement_id AND t.live
           AND t.topic_id = ${parameter(topicId)}`;
  const limit = `LIMIT ${COMPARED + 1}`;
  const text = `SELECT DISTINCT each.date, each.id, each.key FROM unnest(${speakers}::uuid[]) AS k(id) CROSS JOIN LATERAL (
      SELECT x.date, x.statement_id AS id, x.publication_key AS key FROM statement_speaker x ${topic}
      WHERE ${allOf(conditions)} ORDER BY x.date DESC, x.statement_id DESC ${limit}) AS each
    ORDER BY each.date DESC, each.id DESC ${limit}`;
  return { text, values: parameter.values };
}
