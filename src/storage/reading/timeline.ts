// What a speaker said over time: counts and samples by calendar interval.

import type { Pool } from 'pg';

import { isId } from '../ids';
import type { Interval, Page, PageRequest, TimelineEntry, TimelineFilter } from '../store';
import type { CursorScope } from './cursor';
import { decodeCursor } from './cursor';
import { pageOf } from './page';
import { allOf, collectParameters } from './parameters';
import type { StatementRow } from './statementRows';
import { selectStatements, toStatement } from './statementRows';

/** Statements shown of an interval, the latest first. */
const SAMPLES = 3;

interface BucketRow {
  readonly start: Date;
  readonly end: Date;
  readonly count: number;
  readonly samples: readonly string[];
}

/** A page of the intervals in which the speaker is quoted, the latest first. */
export async function timelinePage(
  pool: Pool,
  filter: TimelineFilter,
  interval: Interval,
  { limit, cursor }: PageRequest,
): Promise<Page<TimelineEntry>> {
  const scope: CursorScope = { list: 'timeline', interval, ...filter };
  const after = cursor === null ? null : decodeCursor(scope, cursor, ['time']);
  if (!isId(filter.speakerId)) return { items: [], nextCursor: null };
  const { text, values } = bucketsQuery(filter, interval, after?.[0] as number | undefined, limit);
  const { rows } = await pool.query<BucketRow>(text, values);
  const shown = rows.slice(0, limit).flatMap(({ samples }) => samples);
  const { rows: statements } = await pool.query<StatementRow>(
    selectStatements('SELECT unnest($1::uuid[]) AS id', 's.date DESC, s.id DESC'),
    [shown],
  );
  const byId = new Map(statements.map((row) => [row.id, toStatement(row)]));
  return pageOf(
    rows,
    limit,
    scope,
    (row) => [row.start.getTime()],
    ({ start, end, count, samples }): TimelineEntry => ({
      start,
      end,
      count,
      statements: samples.flatMap((id) => byId.get(id) ?? []),
    }),
  );
}

/** SQL for the intervals of a page; exported for the test of its plan. */
export function bucketsQuery(
  { speakerId, topicId, from, to }: TimelineFilter,
  interval: Interval,
  before: number | undefined,
  limit: number,
): { text: string; values: unknown[] } {
  const parameter = collectParameters();
  const conditions = [`x.speaker_id = ${parameter(speakerId)}`, 'x.live'];
  if (from !== undefined) conditions.push(`x.date >= ${parameter(from)}`);
  if (to !== undefined) conditions.push(`x.date < ${parameter(to)}`);
  if (before !== undefined) conditions.push(`x.date < ${parameter(new Date(before))}`);
  const topic =
    topicId === undefined
      ? ''
      : `JOIN statement_topic t ON t.statement_id = x.statement_id AND t.live
           AND t.topic_id = ${parameter(topicId)}`;
  // In UTC, so that every caller sees the same days; weeks begin on Monday (ISO 8601).
  const start = `date_trunc('${interval}', x.date AT TIME ZONE 'UTC')`;
  const [step, rows] = [`interval '1 ${interval}'`, Math.trunc(limit) + 1];
  const text = `WITH buckets AS MATERIALIZED (
      SELECT ${start} AS start, count(*)::int AS count
      FROM statement_speaker x ${topic} WHERE ${allOf(conditions)} GROUP BY 1 ORDER BY 1 DESC LIMIT ${rows})
    SELECT b.start AT TIME ZONE 'UTC' AS start, (b.start + ${step}) AT TIME ZONE 'UTC' AS "end", b.count, ARRAY(
      SELECT x.statement_id FROM statement_speaker x ${topic}
      WHERE ${allOf(conditions)} AND x.date >= b.start AT TIME ZONE 'UTC'
        AND x.date < (b.start + ${step}) AT TIME ZONE 'UTC'
      ORDER BY x.date DESC, x.statement_id DESC LIMIT ${SAMPLES}) AS samples
    FROM buckets b ORDER BY b.start DESC`;
  return { text, values: parameter.values };
}
