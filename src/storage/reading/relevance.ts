// Lists by relevance: the newest matches, ranked, with cursors that stay exact while more arrive.

import type { StatementFilter, StatementSort } from '../store';
import type { CursorType, CursorValues } from './cursor';
import type { Parameters } from './parameters';
import { searchQueryOf } from './searchQuery';
import { pageByDate } from './statementFilter';
import { LINEAGE_COLUMN, selectStatements } from './statementRows';

/**
 * So many of the newest matches are ranked. Ranking reads the whole vector of each match: of a word that stands in every
 * third of a million statements, ranking all takes seconds.
 */
export const RANKED = 500;

type RankedSort = 'relevance' | '-relevance';

/** Columns of a ranked page besides the statement's own. */
export interface RankColumns {
  readonly rank: number;
  /** The oldest match that was ranked. */
  readonly since_date: Date;
  readonly since_id: string;
  /** More matched than were ranked. */
  readonly windowed: boolean;
}

/** What a cursor of a ranked list holds: a place in it, and how far back its matches go. */
export const RANK_CURSOR: readonly CursorType[] = ['rank', 'time', 'id', 'time', 'id'];

export interface RankedPlace {
  readonly rank: number;
  readonly date: Date;
  readonly id: string;
  readonly since: { readonly date: Date; readonly id: string };
}

export function isRanked(sort: StatementSort): sort is RankedSort {
  return sort === 'relevance' || sort === '-relevance';
}

/** The values of a cursor after this row. */
export function rankedPlace(row: RankColumns, place: CursorValues): CursorValues {
  return [row.rank, ...place, row.since_date.getTime(), row.since_id];
}

/** The place that a cursor's values mean. */
export function rankCursor([rank, time, id, since, sinceId]: CursorValues): RankedPlace {
  return {
    rank: Number(rank),
    date: new Date(Number(time)),
    id: String(id),
    since: { date: new Date(Number(since)), id: String(sinceId) },
  };
}

/**
 * SQL for a page by relevance. The first page takes the newest matches; later pages take all matches back to the oldest of
 * those, so that what arrives in between pushes nothing out. A statement's rank never changes, so no page repeats one.
 */
export function rankedPage(
  filter: StatementFilter,
  sort: RankedSort,
  page: { readonly after: RankedPlace | null; readonly limit: number },
  parameter: Parameters,
): string {
  const { after } = page;
  // A later page has to see the whole window of the first, and what has arrived since: twice as many are enough for a day
  // of reading, and keep the work bounded.
  const limit = after === null ? RANKED + 1 : 2 * RANKED;
  const cut = { descending: true, after: null, since: after?.since, limit };
  const candidates = pageByDate(filter, cut, parameter);
  const search = searchQueryOf(filter, parameter);
  // Length counts by its logarithm: two words in a short statement say more than in a long one.
  const rank = search === null ? '0' : `ts_rank_cd(s.${search.vector}, ${search.query}, 1)::float8`;
  const [order, beyond] = sort === '-relevance' ? ['DESC', '<'] : ['ASC', '>'];
  const rest =
    after === null
      ? ''
      : `WHERE (rank, date, id) ${beyond} (${parameter(after.rank)}::float8, ${parameter(after.date)}::timestamptz,
      ${parameter(after.id)}::uuid)`;
  const ids = `WITH newest AS MATERIALIZED (${candidates}),
    candidates AS MATERIALIZED (
      SELECT id, date FROM newest ORDER BY date DESC, id DESC LIMIT ${after === null ? RANKED : limit}),
    ranked AS (
      SELECT c.id, c.date, ${rank} AS rank FROM candidates c JOIN statement s ON s.id = c.id)
  SELECT r.id, r.date, r.rank, since.date AS since_date, since.id AS since_id, ${windowed(after)} AS windowed
  FROM (SELECT * FROM ranked ${rest} ORDER BY rank ${order}, date ${order}, id ${order} LIMIT ${Math.trunc(page.limit)}) r
  CROSS JOIN (${sinceOf(after, parameter)}) AS since`;
  return selectStatements(
    ids,
    `page.rank ${order}, page.date ${order}, page.id ${order}`,
    `, page.rank, page.since_date, page.since_id, page.windowed${LINEAGE_COLUMN}`,
  );
}

const windowed = (after: RankedPlace | null): string =>
  after === null ? `(SELECT count(*) > ${RANKED} FROM newest)` : 'false';

const sinceOf = (after: RankedPlace | null, parameter: Parameters): string =>
  after === null
    ? 'SELECT date, id FROM candidates ORDER BY date, id LIMIT 1'
    : `SELECT ${parameter(after.since.date)}::timestamptz AS date, ${parameter(after.since.id)}::uuid AS id`;
