// Reading statements: by id, in lists, counted.

import { AppError } from '../../errors';
import type { Database } from '../connection';
import { guarded } from '../failures';
import { isId } from '../ids';
import type { StatementRecord } from '../records';
import type { Page, PageRequest, StatementFilter, StatementSort, Store } from '../store';
import type { ArticleReads } from './articles';
import type { CursorScope } from './cursor';
import { decodeCursor } from './cursor';
import { pageOf } from './page';
import type { Parameters } from './parameters';
import { collectParameters } from './parameters';
import {
  countMatching,
  hasOnePlan,
  matchesNothing,
  pageByDate,
  pageByPosition,
} from './statementFilter';
import type { StatementRow } from './statementRows';
import { SELECT_STATEMENT, selectStatements, toStatement } from './statementRows';

export function statementReads(
  { pool }: Database,
  articles: Pick<ArticleReads, 'requireLive'>,
): Omit<Store['statements'], 'setTopics'> {
  async function page(
    filter: StatementFilter,
    sort: StatementSort,
    { limit, cursor }: PageRequest,
  ): Promise<Page<StatementRecord>> {
    const query = pageQuery(filter, sort, limit, cursor);
    const { rows } = await pool.query<StatementRow>(query);
    return pageOf(
      rows,
      limit,
      scopeOf(filter, sort),
      (row) => (sort === 'position' ? [row.position] : [row.date.getTime(), row.id]),
      toStatement,
    );
  }

  return {
    get: (id) =>
      guarded(async () => {
        const { rows } = isId(id)
          ? await pool.query<StatementRow>({
              name: 'statement-by-id',
              text: SELECT_STATEMENT,
              values: [id],
            })
          : { rows: [] };
        const row = rows[0];
        if (row === undefined) throw noStatement(id);
        return toStatement(row);
      }),

    list: (filter, sort, request) =>
      guarded(async () => {
        const { articleId } = filter;
        if (sort === 'position' && articleId === undefined) {
          throw new AppError(
            'malformed-request',
            'Text order needs an article: give one, or sort by date.',
            {
              fields: [{ pointer: 'sort', message: '`position` needs the parameter `article`.' }],
            },
          );
        }
        const nothing = matchesNothing(filter) || (articleId !== undefined && !isId(articleId));
        const found = nothing ? { items: [], nextCursor: null } : await page(filter, sort, request);
        // Asked only when there is nothing to show, so that the common case stays one query.
        if (found.items.length === 0 && articleId !== undefined)
          await articles.requireLive(articleId);
        return found;
      }),

    count: (filter) =>
      guarded(async () => {
        if (filter.articleId !== undefined) await articles.requireLive(filter.articleId);
        if (matchesNothing(filter)) return 0;
        const parameter = collectParameters();
        const text = countMatching(filter, parameter);
        const { rows } = await pool.query<{ count: number }>(text, parameter.values);
        return rows[0]?.count ?? 0;
      }),
  };
}

export function noStatement(id: string): AppError {
  return new AppError('not-found', `There is no statement ${id}.`);
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
  if (sort === 'position') {
    const after = cursor === null ? null : decodeCursor(scope, cursor, ['int']);
    const position = after === null ? null : Number(after[0]);
    return selectStatements(pageByPosition(filter, position, limit + 1, parameter), 's.position');
  }
  const descending = sort === '-date';
  const [time, id] = cursor === null ? [] : decodeCursor(scope, cursor, ['time', 'id']);
  const after = time === undefined ? null : { date: new Date(time), id: String(id) };
  const ids = pageByDate(filter, { descending, after, limit: limit + 1 }, parameter);
  return selectStatements(ids, descending ? 's.date DESC, s.id DESC' : 's.date, s.id');
}
