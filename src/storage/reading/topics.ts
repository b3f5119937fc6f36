// Reading the topic tree.

import { AppError } from '../../errors';
import type { Database } from '../connection';
import { guarded } from '../failures';
import type { TopicRecord } from '../records';
import type { Store } from '../store';
import type { CursorScope } from './cursor';
import { decodeCursor } from './cursor';
import { pageOf } from './page';
import type { Parameters } from './parameters';
import { allOf, collectParameters } from './parameters';

interface TopicFilter {
  readonly parent?: string;
  readonly q?: string;
  readonly used?: boolean;
}

const COLUMNS = `t.id, t.label, t.parent_id AS "parentId", t.depth, t.statement_count AS "statementCount"`;

export function topicReads({ pool }: Database): Store['topics'] {
  async function get(id: string): Promise<TopicRecord> {
    const { rows } = id.includes('\0')
      ? { rows: [] }
      : await pool.query<TopicRecord>({
          name: 'topic-by-id',
          text: `SELECT ${COLUMNS} FROM topic t WHERE t.id = $1`,
          values: [id],
        });
    const topic = rows[0];
    if (topic === undefined) {
      throw new AppError('not-found', `There is no topic ${id}. /v1/topics lists them all.`);
    }
    return topic;
  }

  return {
    get: (id) => guarded(() => get(id)),

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
        const { rows } = await pool.query<TopicRecord>(
          `SELECT ${COLUMNS} FROM topic t WHERE ${allOf(conditions)}
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
        const { rows } = await pool.query<{ count: number }>(
          `SELECT count(*)::int AS count FROM topic t WHERE ${allOf(conditionsOf(filter, parameter))}`,
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
