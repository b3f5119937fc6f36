// Which statements a filter means, as SQL: from the filter to a query for the ids of one page.

import { isId } from '../ids';
import type { StatementFilter } from '../store';
import type { Parameters } from './parameters';
import { allOf } from './parameters';
import type { Driver } from './statementDriver';
import {
  driverOf,
  hasPast,
  isSeveral,
  pastDriver,
  speakerDriver,
  subjectDriver,
} from './statementDriver';

/** How a page is cut: its order, where it starts, and how many rows it has. */
export interface PageCut {
  readonly descending: boolean;
  readonly after: { readonly date: Date; readonly id: string } | null;
  /** Nothing older than this one, if given. */
  readonly since?: { readonly date: Date; readonly id: string } | undefined;
  readonly limit: number;
  /** Columns that every table of statements has, to be given besides id and date. */
  readonly more?: readonly ('form' | 'publication_key' | 'cue_class' | 'traits')[];
}

/**
 * SQL for the ids (and dates) of the statements that pass, by date and id. The most selective filter drives: its index
 * delivers in order, so that a page reads no more than it shows, however deep it lies.
 */
export function pageByDate(filter: StatementFilter, cut: PageCut, parameter: Parameters): string {
  const now = pageOfNow(filter, cut, parameter);
  if (!hasPast(filter)) return now;
  // What held then is partly what still holds, by the indexes of today, and partly what no longer does. As one, words were
  // looked for in all rows by date, since no index of theirs had both: 1.3 s of a million.
  const past = orderedPage(pastDriver(filter, parameter), cut, parameter);
  const order = cut.descending ? 'DESC' : 'ASC';
  const more = (cut.more ?? []).map((name) => `, ${name}`).join('');
  return `SELECT id, date${more} FROM (
    SELECT id, date, id AS known${more} FROM (${now}) AS lasting
    UNION ALL SELECT id, date, known${more} FROM (${past}) AS past) AS held
  ORDER BY date ${order}, known ${order} LIMIT ${Math.trunc(cut.limit)}`;
}

function pageOfNow(filter: StatementFilter, cut: PageCut, parameter: Parameters): string {
  const { articleId, speakerIds, subjectIds, review } = filter;
  const whole = articleId !== undefined || review === 'rejected';
  if (!whole && isSeveral(speakerIds))
    return pageOfSeveral(speakerIds, (id) => speakerDriver(id, filter, parameter), cut, parameter);
  if (!whole && speakerIds === undefined && isSeveral(subjectIds))
    return pageOfSeveral(subjectIds, (id) => subjectDriver(id, filter, parameter), cut, parameter);
  return orderedPage(driverOf(filter, parameter), cut, parameter);
}

/** SQL for the ids of an article's statements that pass, in text order. */
export function pageByPosition(
  filter: StatementFilter,
  after: number | null,
  limit: number,
  parameter: Parameters,
): string {
  const { from, id, conditions } = driverOf(filter, parameter);
  const rest = after === null ? [] : [`x.position > ${parameter(after)}`];
  return `SELECT ${id} AS id, x.position FROM ${from} WHERE ${allOf([...conditions, ...rest])}
  ORDER BY x.position LIMIT ${Math.trunc(limit)}`;
}

/** SQL that counts the statements that pass, no further than one past `most`. */
export function countMatching(
  filter: StatementFilter,
  parameter: Parameters,
  most?: number,
): string {
  const limit = most === undefined ? '' : `LIMIT ${Math.trunc(most) + 1}`;
  const several =
    filter.review !== 'rejected' && (isSeveral(filter.speakerIds) || isSeveral(filter.subjectIds));
  const idsOf = ({ from, id, conditions }: Driver, distinct: string) =>
    `SELECT ${distinct}${id} FROM ${from} WHERE ${allOf(conditions)} ${limit}`;
  const now = idsOf(driverOf(filter, parameter), several ? 'DISTINCT ' : '');
  const all = hasPast(filter)
    ? `(${now}) UNION ALL (${idsOf(pastDriver(filter, parameter), '')}) ${limit}`
    : now;
  return `SELECT count(*)::int AS count FROM (\n  ${all}) AS found`;
}

/**
 * True where one plan is right for all values, so that Postgres may keep it: a single way in, whose index also gives the
 * order. With several filters the best plan depends on how common each value is.
 */
export function hasOnePlan(filter: StatementFilter): boolean {
  const { speakerIds, subjectIds } = filter;
  if (isSeveral(speakerIds) || isSeveral(subjectIds)) return false;
  const given = Object.entries(filter).filter(([, value]) => value !== undefined);
  const ways = given.map(([name]) => name).filter((name) => !RANGES.includes(name));
  return ways.length <= 1 && ways.every((name) => ONE_INDEX.includes(name));
}

const ONE_INDEX = [
  'speakerIds',
  'subjectIds',
  'topicId',
  'articleId',
  'publication',
  'form',
  'cue',
  'cueClass',
];
/** Do not count: a range lies in the order of every index, and a name came with its speakers. */
const RANGES = ['from', 'to', 'speakerName', 'mentions'];

/** True where the filter cannot pass anything, whatever is stored. */
export function matchesNothing({
  speakerIds,
  subjectIds,
  topicId,
  publication,
  cue,
  q,
  asOf,
  review,
}: StatementFilter): boolean {
  // No stored value holds NUL, and Postgres refuses it even in a comparison.
  const words = [topicId, publication, cue, q];
  return (
    speakerIds?.filter(isId).length === 0 ||
    subjectIds?.filter(isId).length === 0 ||
    // What an editor has rejected held at no moment.
    (asOf !== undefined && review === 'rejected') ||
    words.some((word) => word?.includes('\0') === true)
  );
}

function orderedPage(
  { from, id, knownId, conditions }: Driver,
  cut: PageCut,
  parameter: Parameters,
): string {
  const [order, beyond] = cut.descending ? ['DESC', '<'] : ['ASC', '>'];
  const place = knownId ?? id;
  const rest: string[] = [];
  const { after, since } = cut;
  if (after !== null)
    rest.push(`(x.date, ${place}) ${beyond} (${parameter(after.date)}, ${parameter(after.id)})`);
  if (since !== undefined)
    rest.push(`(x.date, ${place}) >= (${parameter(since.date)}, ${parameter(since.id)})`);
  const known = knownId === undefined ? '' : `, ${knownId} AS known`;
  const more = (cut.more ?? []).map((name) => `, x.${name}`).join('');
  return `SELECT ${id} AS id, x.date${known}${more} FROM ${from} WHERE ${allOf([...conditions, ...rest])}
  ORDER BY x.date ${order}, ${place} ${order} LIMIT ${Math.trunc(cut.limit)}`;
}

// A name may mean thousands of speakers or subjects ("Smith"). Each one's index range is in order, their union is not, so each
// gives its best page and the pages are merged; a joint statement of two of them comes once.
function pageOfSeveral(
  several: readonly string[],
  driverFor: (id: string) => Driver,
  cut: PageCut,
  parameter: Parameters,
): string {
  const ids = parameter([...new Set(several.filter(isId))]);
  const driver = driverFor('k.id');
  const order = cut.descending ? 'DESC' : 'ASC';
  const more = (cut.more ?? []).map((name) => `, each.${name}`).join('');
  return `SELECT DISTINCT each.date, each.id${more} FROM unnest(${ids}::uuid[]) AS k(id)
  CROSS JOIN LATERAL (${orderedPage(driver, cut, parameter)}) AS each
  ORDER BY each.date ${order}, each.id ${order} LIMIT ${Math.trunc(cut.limit)}`;
}
