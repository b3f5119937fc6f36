// How the statements that a filter lets pass divide: by speaker, topic, publication, form, year, cue class and state of review.

import type { Pool } from 'pg';

import type { FacetName, Facets, FacetValue, StatementFilter } from '../store';
import { collectParameters } from './parameters';
import { pageByDate } from './statementFilter';
import { reviewOf } from './traits';

/** Facets are exact where at most so many statements pass; of more, the newest so many are divided. */
export const FACETED = 2_000;
/** Values of each facet that are given. */
const VALUES = 20;

// What indexes carry is not looked up in the table, names only for the values that are given.
const FACETS: Readonly<Record<FacetName, string>> = {
  speaker: `SELECT k.id::text AS value, k.name AS label, c.count
    FROM (SELECT l.speaker_id, count(*)::int AS count FROM found f JOIN statement_speaker l ON l.statement_id = f.id
      GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${VALUES}) c JOIN speaker k ON k.id = c.speaker_id`,
  topic: `SELECT t.id AS value, t.label, c.count
    FROM (SELECT l.topic_id, count(*)::int AS count FROM found f JOIN statement_topic l ON l.statement_id = f.id AND l.direct
      GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${VALUES}) c JOIN topic t ON t.id = c.topic_id`,
  publication: `SELECT n.publication AS value, n.publication AS label, c.count
    FROM (SELECT publication_key, count(*)::int AS count FROM found WHERE publication_key IS NOT NULL
      GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${VALUES}) c,
      LATERAL (SELECT a.publication FROM article a WHERE a.publication_key = c.publication_key AND a.deleted_at IS NULL
        ORDER BY a.date DESC, a.id DESC LIMIT 1) n`,
  form: `SELECT form::text AS value, form::text AS label, count(*)::int AS count FROM found GROUP BY form`,
  year: `SELECT y AS value, y AS label, count(*)::int AS count
    FROM (SELECT extract(year FROM date AT TIME ZONE 'UTC')::int::text AS y FROM found) years GROUP BY 1`,
  cueClass: `SELECT cue_class::text AS value, cue_class::text AS label, count(*)::int AS count FROM found
    WHERE cue_class IS NOT NULL GROUP BY cue_class`,
  review: `SELECT ${reviewOf('traits')} AS value, ${reviewOf('traits')} AS label, count(*)::int AS count FROM found GROUP BY 1`,
};

/** Columns that a facet reads of each statement that passes; only these are fetched. */
const READ = {
  form: 'form',
  publication: 'publication_key',
  cueClass: 'cue_class',
  review: 'traits',
} as const;

interface FacetRow extends FacetValue {
  readonly facet: FacetName;
  readonly counted: number;
}

/** Divides the statements that pass, or the newest of them where there are too many. */
export async function facetsOf(
  pool: Pool,
  filter: StatementFilter,
  names: readonly FacetName[],
): Promise<Facets> {
  const parameter = collectParameters();
  const more = (Object.keys(READ) as (keyof typeof READ)[])
    .filter((name) => names.includes(name))
    .map((name) => READ[name]);
  const cut = { descending: true, after: null, limit: FACETED + 1, more };
  const parts = [...new Set(names)].map(
    (name) =>
      `SELECT '${name}' AS facet, value, label, count FROM (${FACETS[name]}) AS ${name}_facet`,
  );
  const { rows } = await pool.query<FacetRow>(
    `WITH newest AS MATERIALIZED (${pageByDate(filter, cut, parameter)}),
       found AS MATERIALIZED (SELECT ${['id', 'date', ...more].join(', ')} FROM newest ORDER BY date DESC, id DESC LIMIT ${FACETED})
     SELECT n.counted, f.* FROM (SELECT count(*)::int AS counted FROM newest) n
     LEFT JOIN (${parts.join('\nUNION ALL ')}) f ON true
     ORDER BY f.facet, f.count DESC, f.label, f.value LIMIT ${VALUES * 50}`,
    parameter.values,
  );
  const matched = rows[0]?.counted ?? 0;
  const values = Object.fromEntries(
    names.map((name) => [
      name,
      rows
        .filter(({ facet }) => facet === name)
        .map(({ value, label, count }) => ({ value, label, count })),
    ]),
  );
  return { counted: Math.min(matched, FACETED), exact: matched <= FACETED, values };
}
