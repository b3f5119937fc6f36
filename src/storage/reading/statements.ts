// Reading statements: by id, in lists, counted.

import { AppError } from '../../errors';
import type { Database } from '../connection';
import { guarded } from '../failures';
import { isId } from '../ids';
import type { PageRequest, StatementFilter, StatementPage, StatementSort, Store } from '../store';
import { adviceFor } from './advice';
import { answered } from './answered';
import type { ArticleReads } from './articles';
import { comparisonOf } from './compare';
import type { CursorScope } from './cursor';
import { decodeCursor } from './cursor';
import { facetsOf } from './facets';
import { highlightsOf } from './highlights';
import { pageOf } from './page';
import type { Parameters } from './parameters';
import { collectParameters } from './parameters';
import type { RankColumns } from './relevance';
import { isRanked, RANK_CURSOR, rankCursor, rankedPage, rankedPlace } from './relevance';
import type { QueueColumns } from './reviewQueue';
import { queuePage } from './reviewQueue';
import {
  countMatching,
  hasOnePlan,
  matchesNothing,
  pageByDate,
  pageByPosition,
} from './statementFilter';
import type { StatementRow } from './statementRows';
import {
  LINEAGE_COLUMN,
  SELECT_STATEMENT,
  SELECT_STATEMENT_AS_OF,
  selectStatements,
  toStatement,
} from './statementRows';
import { timelinePage } from './timeline';

export function statementReads(
  { reads }: Database,
  articles: Pick<ArticleReads, 'requireLive'>,
): Omit<Store['statements'], 'setTopics' | 'edit' | 'undo' | 'history'> {
  async function page(
    filter: StatementFilter,
    sort: StatementSort,
    { limit, cursor }: PageRequest,
  ): Promise<StatementPage> {
    const query = pageQuery(filter, sort, limit, cursor);
    const { rows } = await reads.query<StatementRow & RankColumns & QueueColumns>(query);
    const found = pageOf(
      rows,
      limit,
      scopeOf(filter, sort),
      (row) => {
        if (sort === 'position') return [row.position];
        if (sort === 'confidence') return [row.certainty, row.id];
        const place = [row.date.getTime(), row.id];
        return isRanked(sort) ? rankedPlace(row, place) : place;
      },
      toStatement,
    );
    const first = rows[0];
    return {
      ...found,
      ...(isRanked(sort) && first?.windowed === true ? { rankedSince: first.since_date } : {}),
      ...(filter.q === undefined || found.items.length === 0
        ? {}
        : { highlights: await highlightsOf(reads, filter, found.items) }),
    };
  }

  return {
    get: (id, asOf) =>
      guarded(async () => {
        const { rows } = isId(id)
          ? await reads.query<StatementRow>(
              asOf === undefined
                ? { name: 'statement-by-id', text: SELECT_STATEMENT, values: [id] }
                : { name: 'statement-as-of', text: SELECT_STATEMENT_AS_OF, values: [id, asOf] },
            )
          : { rows: [] };
        const row = rows[0];
        if (row === undefined) throw noStatement(id);
        return toStatement(row);
      }),

    list: (filter, sort, request) =>
      answered(async () => {
        const { articleId } = filter;
        checkSort(filter, sort);
        const nothing = matchesNothing(filter) || (articleId !== undefined && !isId(articleId));
        const found = nothing ? { items: [], nextCursor: null } : await page(filter, sort, request);
        // Asked only when there is nothing to show, so that the common case stays one query.
        if (found.items.length === 0 && articleId !== undefined)
          await articles.requireLive(articleId);
        return found;
      }),

    count: (filter, most) =>
      answered(async () => {
        if (filter.articleId !== undefined) await articles.requireLive(filter.articleId);
        if (matchesNothing(filter)) return 0;
        const parameter = collectParameters();
        const text = countMatching(filter, parameter, most);
        const { rows } = await reads.query<{ count: number }>(text, parameter.values);
        return rows[0]?.count ?? 0;
      }),

    facets: (filter, names) =>
      answered(async () => {
        const nothing = { counted: 0, exact: true, values: {} };
        return matchesNothing(filter) ? nothing : await facetsOf(reads, filter, names);
      }),

    advise: (filter) => answered(() => adviceFor(reads, filter)),

    timeline: (filter, interval, request) =>
      answered(() => timelinePage(reads, filter, interval, request)),

    compare: (filter) => answered(() => comparisonOf(reads, filter)),
  };
}

export function noStatement(id: string): AppError {
  return new AppError('not-found', `There is no statement ${id}.`);
}

function checkSort({ articleId, q, review, asOf }: StatementFilter, sort: StatementSort): void {
  const refuse = (sentence: string, message: string): never => {
    throw new AppError('malformed-request', sentence, { fields: [{ pointer: 'sort', message }] });
  };
  if (sort === 'position' && articleId === undefined) {
    refuse(
      'Text order needs an article: give one, or sort by date.',
      '`position` needs the parameter `article`.',
    );
  }
  if (sort === 'confidence' && (review !== 'machine' || asOf !== undefined)) {
    refuse(
      'The queue of a reviewer is of what no editor has looked at yet: ask for that, or sort by date.',
      '`confidence` needs `review=machine`, and no `asOf`.',
    );
  }
  if (isRanked(sort) && q === undefined) {
    refuse(
      'Relevance is to the words of q: give some, or sort by date.',
      '`relevance` needs the parameter `q`.',
    );
  }
}

/** A query that pg can send; with a name, Postgres keeps its plan for the connection. */
export interface ListQuery {
  readonly text: string;
  readonly values: unknown[];
  readonly name?: string;
}

/** What a cursor of this list is bound to. */
function scopeOf(
  { speakerIds, speakerName, subjectIds, mentions, ...rest }: StatementFilter,
  sort: StatementSort,
): CursorScope {
  return {
    list: 'statements',
    sort,
    speaker: speakerName ?? speakerIds,
    mentions: mentions ?? subjectIds,
    ...rest,
  };
}

/** The one SQL statement that answers a list. */
export function pageQuery(
  filter: StatementFilter,
  sort: StatementSort,
  limit: number,
  cursor: string | null,
): ListQuery {
  const parameter = collectParameters();
  const text = pageText(filter, sort, limit, cursor, parameter);
  const name = KEPT_LIMITS.includes(limit) && hasOnePlan(filter) ? nameOf(text) : undefined;
  return { text, values: parameter.values, ...(name === undefined ? {} : { name }) };
}

// Planning takes longer than running: on pages of 20, 0.9 of 1.6 ms. Only these page sizes are kept planned, since the size
// has to be a literal (a plan for any size assumes a tenth of all rows) and every size would be a plan more to hold.
const KEPT_LIMITS = [20, 100];
const names = new Map<string, string>();

function nameOf(text: string): string {
  const name = names.get(text) ?? `list-${names.size}`;
  names.set(text, name);
  return name;
}

function pageText(
  filter: StatementFilter,
  sort: StatementSort,
  limit: number,
  cursor: string | null,
  parameter: Parameters,
): string {
  const scope = scopeOf(filter, sort);
  // Who else prints the words is known of today alone.
  const lineage = filter.asOf === undefined ? LINEAGE_COLUMN : '';
  if (sort === 'position') {
    const after = cursor === null ? null : decodeCursor(scope, cursor, ['int']);
    const position = after === null ? null : Number(after[0]);
    return selectStatements(
      pageByPosition(filter, position, limit + 1, parameter),
      's.position',
      lineage,
    );
  }
  if (sort === 'confidence') {
    const [certainty, id] = cursor === null ? [] : decodeCursor(scope, cursor, ['int', 'id']);
    const after = id === undefined ? null : { certainty: Number(certainty), id: String(id) };
    return queuePage(filter, { after, limit: limit + 1 }, parameter);
  }
  if (isRanked(sort)) {
    const after = cursor === null ? null : rankCursor(decodeCursor(scope, cursor, RANK_CURSOR));
    return rankedPage(filter, sort, { after, limit: limit + 1 }, parameter);
  }
  const descending = sort === '-date';
  const [time, id] = cursor === null ? [] : decodeCursor(scope, cursor, ['time', 'id']);
  const after = time === undefined ? null : { date: new Date(time), id: String(id) };
  const ids = pageByDate(filter, { descending, after, limit: limit + 1 }, parameter);
  const known = filter.asOf === undefined ? 's.id' : 'coalesce(s.version_of, s.id)';
  const order = descending ? `s.date DESC, ${known} DESC` : `s.date, ${known}`;
  return selectStatements(ids, order, lineage);
}
