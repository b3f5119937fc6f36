// The record as it was at a moment: which rows held then, and what they counted.

import type { Parameters } from './parameters';

/** SQL that is true for the state that a statement had at a moment (a placeholder), also if an editor had rejected it. */
export const stoodAt = (alias: string, moment: string): string =>
  `${alias}.valid_from <= ${moment} AND (${alias}.valid_to IS NULL OR ${alias}.valid_to > ${moment})`;

/** The same as lists and counts go by, which leave out what had been rejected. */
export const heldAt = (alias: string, moment: string): string =>
  `${stoodAt(alias, moment)} AND ${alias}.review <> 'rejected'`;

/**
 * SQL for the end of the last day whose statements of today held at a moment already, any of them; null if there is none. Lists by date
 * begin there: where articles come in day by day, all later rows were read in vain. Each day takes one look into
 * `statement_day_live`, from the newest on.
 */
export const endOfDays = (moment: string): string => `(
    WITH RECURSIVE days AS (
      (SELECT ${DAY} AS day, valid_from FROM statement WHERE live ORDER BY 1 DESC, valid_from LIMIT 1)
      UNION ALL
      SELECT earlier.* FROM days d CROSS JOIN LATERAL (
        SELECT ${DAY} AS day, valid_from FROM statement WHERE live AND ${DAY} < d.day
        ORDER BY 1 DESC, valid_from LIMIT 1) AS earlier
      WHERE d.valid_from > ${moment})
    SELECT (day + 1)::timestamp AT TIME ZONE 'UTC' FROM days WHERE valid_from <= ${moment})`;

const DAY = `(date AT TIME ZONE 'UTC')::date`;

/** SQL that narrows `statement x` to an article's revisions: only what is live is found by its article. */
export const ofRevisions = (articleId: string, asOf: Date | undefined, parameter: Parameters) =>
  asOf === undefined
    ? []
    : [`x.revision_id IN (SELECT id FROM revision WHERE article_id = ${parameter(articleId)})`];

/**
 * SQL for FROM in place of `speaker k`, `topic t` or `subject k`: the same rows with the counts of a moment. `which` narrows them,
 * where one alone is wanted. Names and merges are those of today, which say who it was all along.
 */
export function countedAt(
  table: 'speaker' | 'topic' | 'subject',
  asOf: Date,
  parameter: Parameters,
  which: string | null = null,
): string {
  const moment = parameter(asOf);
  const { alias, columns, bornBy } = TABLES[table];
  const own = which === null ? '' : `AND l.${table}_id = ${which}`;
  const born = bornBy ? `WHERE o.created_at <= ${moment}` : '';
  const articles = table === 'topic' ? '' : ', count(DISTINCT s.article_id)::int AS article_count';
  const counts = ['statement_count', ...(table === 'topic' ? [] : ['article_count'])];
  return `(SELECT ${columns.map((name) => `o.${name}`).join(', ')},
      ${counts.map((name) => `coalesce(c.${name}, 0) AS ${name}`).join(', ')}
    FROM ${table} o LEFT JOIN (
      SELECT l.${table}_id AS id, count(*)::int AS statement_count${articles}
      FROM statement s JOIN statement_${table} l ON l.statement_id = s.id
      WHERE ${heldAt('s', moment)} ${own} GROUP BY 1) c ON c.id = o.id ${born}) AS ${alias}`;
}

const TABLES = {
  speaker: {
    alias: 'k',
    columns: 'id name type same_as edited created_at updated_at canonical_id merged_into'.split(
      ' ',
    ),
    bornBy: true,
  },
  subject: {
    alias: 'k',
    columns: 'id name type speaker_id created_at updated_at'.split(' '),
    bornBy: true,
  },
  topic: { alias: 't', columns: 'id label parent_id depth'.split(' '), bornBy: false },
} as const;

/** SQL for FROM in place of `article a`: articles with what their revision of a moment said of them. */
export function articlesAt(asOf: Date, parameter: Parameters): string {
  const moment = parameter(asOf);
  return `(SELECT o.id, o.url, r.title, o.publication, o.publication_key, r.byline, r.published_at, o.language,
      r.number AS revision,
      (SELECT count(*)::int FROM statement s WHERE s.revision_id = r.id AND ${heldAt('s', moment)}) AS statement_count,
      coalesce(r.published_at, o.created_at) AS date, o.created_at, r.created_at AS updated_at, o.deleted_at, o.removal_reason, o.removal_note,
      r.id AS revision_id, p.topics AS past_topics, p.review AS past_review
    FROM article o CROSS JOIN LATERAL (SELECT * FROM revision r WHERE r.article_id = o.id AND r.created_at <= ${moment}
      ORDER BY r.number DESC LIMIT 1) r
    LEFT JOIN LATERAL (SELECT p.topics, p.review FROM article_topics_past p WHERE p.article_id = o.id AND p.valid_to > ${moment}
      ORDER BY p.valid_to LIMIT 1) p ON true) AS a`;
}
