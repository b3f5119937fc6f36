// Reading the topic tree.

import { AppError } from '../../errors';
import type { Database } from '../connection';
import { guarded } from '../failures';
import type { TopicRecord } from '../records';
import type { Store } from '../store';
import { countedAt } from './asOf';
import type { CursorScope } from './cursor';
import { decodeCursor } from './cursor';
import { pageOf } from './page';
import type { Parameters } from './parameters';
import { allOf, collectParameters } from './parameters';

interface TopicFilter {
  readonly parent?: string;
  readonly q?: string;
  readonly used?: boolean;
  readonly asOf?: Date;
}

const COLUMNS = `t.id, t.label, t.parent_id AS "parentId", t.depth, t.statement_count AS "statementCount"`;

const byId = (id: string) => ({
  name: 'topic-by-id',
  text: `SELECT ${COLUMNS} FROM topic t WHERE t.id = $1`,
  values: [id],
});

function byIdAt(id: string, asOf: Date) {
  const parameter = collectParameters();
  const own = parameter(id);
  const text = `SELECT ${COLUMNS} FROM ${countedAt('topic', asOf, parameter, own)} WHERE t.id = ${own}`;
  return { text, values: parameter.values };
}

const topicsOf = ({ asOf }: TopicFilter, parameter: Parameters): string =>
  asOf === undefined ? 'topic t' : countedAt('topic', asOf, parameter);

export function topicReads({ pool, reads }: Database): Store['topics'] {
  // As with speakers.
  const poolOf = ({ asOf }: { readonly asOf?: Date | undefined }) =>
    asOf === undefined ? pool : reads;

  async function get(id: string, asOf?: Date): Promise<TopicRecord> {
    const { rows } = id.includes('\0')
      ? { rows: [] }
      : await poolOf({ asOf }).query<TopicRecord>(asOf === undefined ? byId(id) : byIdAt(id, asOf));
    const topic = rows[0];
    if (topic === undefined) {
      throw new AppError('not-found', `There is no topic ${id}. /v1/topics lists them all.`);
    }
    return topic;
  }

  return {
    get: (id, asOf) => guarded(() => get(id, asOf)),

    // By depth and id: parents before children, and a page boundary cuts nothing but the list.
    list: (filter, { limit, cursor }) =>
      guarded(async () => {
        const scope: CursorScope = { list: 'topics', ...filter };
        const after = cursor === null ? null : decodeCursor(scope, cursor, ['int', 'code']);
        if (filter.parent !== undefined) await get(filter.parent);
        if (matchesNothing(filter)) return { items: [], nextCursor: null };
        const parameter = collectParameters();
        const conditions = conditionsOf(filter, parameter);
        if (after !== null) {
          conditions.push(`(t.depth, t.id) > (${parameter(after[0])}, ${parameter(after[1])})`);
        }
        const from = topicsOf(filter, parameter);
        const { rows } = await poolOf(filter).query<TopicRecord>(
          `SELECT ${COLUMNS} FROM ${from} WHERE ${allOf(conditions)}
           ORDER BY t.depth, t.id LIMIT ${parameter(limit + 1)}`,
          parameter.values,
        );
        return pageOf(
          rows,
          limit,
          scope,
          (topic) => [topic.depth, topic.id],
          (topic) => topic,
        );
      }),

    count: (filter) =>
      guarded(async () => {
        if (filter.parent !== undefined) await get(filter.parent);
        if (matchesNothing(filter)) return 0;
        const parameter = collectParameters();
        const from = topicsOf(filter, parameter);
        const { rows } = await poolOf(filter).query<{ count: number }>(
          `SELECT count(*)::int AS count FROM ${from} WHERE ${allOf(conditionsOf(filter, parameter))}`,
          parameter.values,
        );
        return rows[0]?.count ?? 0;
      }),
  };
}

function matchesNothing({ q }: TopicFilter): boolean {
  return q?.includes('\0') === true;
}

// A thousand rows: no index would find parts of labels faster than reading them.
function conditionsOf({ parent, q, used }: TopicFilter, parameter: Parameters): string[] {
  const conditions: string[] = [];
  if (parent !== undefined) conditions.push(`t.parent_id = ${parameter(parent)}`);
  if (q !== undefined) {
    conditions.push(`strpos(fold_name(t.label), fold_name(${parameter(q)})) > 0`);
  }
  if (used !== undefined) conditions.push(used ? 't.statement_count > 0' : 't.statement_count = 0');
  return conditions;
}
