// Which lineages a filter means, as SQL. Each part of it asks for an occurrence that passes it.

import type { Pool } from 'pg';

import { isId } from '../ids';
import type { LineageFilter } from '../store';
import type { Parameters } from './parameters';
import { allOf } from './parameters';

/** Most repeated first, as the index of lineages has them. */
export const ORDER = 'l.publication_count DESC, l.statement_count DESC, l.id DESC';

/** The part of a filter whose statements lead to its lineages; none where lineages are looked at in order instead. */
export type Entry = 'speaker' | 'topic' | null;

/**
 * Who or what has more statements than this is met so often in the list of all lineages that a page is full soon; fewer are
 * quickly gone through themselves. Postgres cannot know: it takes the occurrences of a lineage for said by anybody, and then
 * looked through 4,000 of 18,000 for the page of a speaker with 4,700 statements (115 ms; by its own statements 16).
 */
const COMMON = 20_000;

/** SQL for FROM, and its conditions. */
interface Listed {
  readonly from: string;
  readonly conditions: string[];
}

/** True where the filter cannot pass anything, whatever is stored. */
export function matchesNothing({ speakerIds, topicId }: LineageFilter): boolean {
  return speakerIds?.filter(isId).length === 0 || topicId?.includes('\0') === true;
}

/** The rarer of speaker and topic, unless it is common and the only one that asks for an occurrence. */
export async function entryOf(pool: Pool, filter: LineageFilter): Promise<Entry> {
  const { speakerIds, topicId, from, to } = filter;
  if (speakerIds === undefined && topicId === undefined) return null;
  const { rows } = await pool.query<{ speaker: number | null; topic: number | null }>(
    `SELECT (SELECT sum(statement_count) FROM speaker WHERE id = ANY($1::uuid[]))::int AS speaker,
       (SELECT statement_count FROM topic WHERE id = $2) AS topic`,
    [speakerIds?.filter(isId) ?? null, topicId ?? null],
  );
  const { speaker = 0, topic = 0 } = rows[0] ?? {};
  const rarer =
    topicId === undefined || (speakerIds !== undefined && (speaker ?? 0) < (topic ?? 0))
      ? ('speaker' as const)
      : ('topic' as const);
  const alone = [speakerIds, topicId, from ?? to].filter((one) => one !== undefined).length === 1;
  return alone && Number(rarer === 'speaker' ? speaker : topic) > COMMON ? null : rarer;
}

/** For a page: lineages in order, each looked at until the page is full. */
export function listed(filter: LineageFilter, entry: Entry, parameter: Parameters): Listed {
  // Of EXISTS, Postgres would make a join with all statements of a topic, for a page that needs a few of them. Of dates it is
  // the better way: 18 ms instead of 60 for those of a month.
  const byDates = filter.speakerIds === undefined && filter.topicId === undefined;
  const has = (member: string) =>
    byDates ? `EXISTS (SELECT FROM ${member})` : `(SELECT true FROM ${member} LIMIT 1)`;
  const conditions = conditionsOf(filter, entry, has, parameter);
  if (entry === null) return { from: 'lineage l', conditions };
  const from = `(SELECT l.* FROM lineage l WHERE l.id IN (${reached(filter, entry, parameter)}) ORDER BY ${ORDER}) l`;
  return { from, conditions };
}

/** For a count: all of them, in whatever way is cheapest. */
export function counted(filter: LineageFilter, entry: Entry, parameter: Parameters): Listed {
  const has = (member: string) => `EXISTS (SELECT FROM ${member})`;
  const conditions = conditionsOf(filter, entry, has, parameter);
  if (entry !== null) conditions.push(`l.id IN (${reached(filter, entry, parameter)})`);
  return { from: 'lineage l', conditions };
}

/** SQL for the lineages of all statements of the entry. */
function reached(filter: LineageFilter, entry: 'speaker' | 'topic', parameter: Parameters): string {
  return `SELECT m.lineage_id FROM statement_${entry} x JOIN lineage_member m ON m.statement_id = x.statement_id
    WHERE ${LINK[entry](filter, parameter)}`;
}

// Members of lineages are live; said once more, since the index with only what is live is read without the table.
const LINK = {
  speaker: ({ speakerIds }: LineageFilter, parameter: Parameters) =>
    `x.live AND x.speaker_id = ANY(${parameter(speakerIds?.filter(isId))}::uuid[])`,
  topic: ({ topicId }: LineageFilter, parameter: Parameters) =>
    `x.live AND x.topic_id = ${parameter(topicId)}`,
} as const;

/** What is asked of a lineage besides the way in to it. */
function conditionsOf(
  filter: LineageFilter,
  entry: Entry,
  has: (member: string) => string,
  parameter: Parameters,
): string[] {
  const { speakerIds, topicId, minPublications, from, to } = filter;
  const member = (joined: string, condition: string) =>
    has(
      `lineage_member m JOIN ${joined} x ON ${joined === 'statement' ? 'x.id' : 'x.statement_id'} = m.statement_id
       WHERE m.lineage_id = l.id AND ${condition}`,
    );
  const conditions: string[] = [];
  if (minPublications !== undefined)
    conditions.push(`l.publication_count >= ${parameter(minPublications)}`);
  // An occurrence within the dates; the lineage's own dates rule most of them out.
  const dates: string[] = [];
  if (from !== undefined) {
    dates.push(`x.date >= ${parameter(from)}`);
    conditions.push(`l.last_date >= ${parameter(from)}`);
  }
  if (to !== undefined) {
    dates.push(`x.date < ${parameter(to)}`);
    conditions.push(`l.first_date < ${parameter(to)}`);
  }
  if (dates.length > 0) conditions.push(member('statement', allOf(dates)));
  if (speakerIds !== undefined && entry !== 'speaker')
    conditions.push(member('statement_speaker', LINK.speaker(filter, parameter)));
  if (topicId !== undefined && entry !== 'topic')
    conditions.push(member('statement_topic', LINK.topic(filter, parameter)));
  return conditions;
}
