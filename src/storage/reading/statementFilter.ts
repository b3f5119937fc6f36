// Which statements a filter means, as SQL: from the filter to a query for the ids of one page.

import { isId } from '../ids';
import { publicationKey } from '../publication';
import type { StatementFilter } from '../store';
import { heldAt, ofRevisions } from './asOf';
import type { Parameters } from './parameters';
import { allOf } from './parameters';
import { searchConditions } from './searchQuery';
import { traitConditions } from './traits';

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

// Filters that every table of statements has columns for.
interface Driver {
  readonly from: string;
  readonly id: string;
  /** The id by which a statement is known, if that is not the row's own: of what held once, lists show and sort by this one. */
  readonly knownId?: string;
  readonly conditions: readonly string[];
}

/**
 * SQL for the ids (and dates) of the statements that pass, by date and id. The most selective filter drives: its index
 * delivers in order, so that a page reads no more than it shows, however deep it lies.
 */
export function pageByDate(filter: StatementFilter, cut: PageCut, parameter: Parameters): string {
  const { articleId, speakerIds, subjectIds, asOf } = filter;
  if (asOf !== undefined || filter.review === 'rejected')
    return orderedPage(driverOf(filter, parameter), cut, parameter);
  if (articleId === undefined && isSeveral(speakerIds))
    return pageOfSeveral(speakerIds, (id) => speakerDriver(id, filter, parameter), cut, parameter);
  if (articleId === undefined && speakerIds === undefined && isSeveral(subjectIds))
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
  const { from, id, conditions } = driverOf(filter, parameter);
  const several =
    filter.asOf === undefined &&
    filter.review !== 'rejected' &&
    (isSeveral(filter.speakerIds) || isSeveral(filter.subjectIds));
  const limit = most === undefined ? '' : `LIMIT ${Math.trunc(most) + 1}`;
  return `SELECT count(*)::int AS count FROM (
  SELECT ${several ? 'DISTINCT ' : ''}${id} FROM ${from} WHERE ${allOf(conditions)} ${limit}) AS found`;
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
}: StatementFilter): boolean {
  // No stored value holds NUL, and Postgres refuses it even in a comparison.
  const words = [topicId, publication, cue, q];
  return (
    speakerIds?.filter(isId).length === 0 ||
    subjectIds?.filter(isId).length === 0 ||
    words.some((word) => word?.includes('\0') === true)
  );
}

function orderedPage(
  { from, id, knownId = id, conditions }: Driver,
  cut: PageCut,
  parameter: Parameters,
): string {
  const [order, beyond] = cut.descending ? ['DESC', '<'] : ['ASC', '>'];
  const rest =
    cut.after === null
      ? []
      : [
          `(x.date, ${knownId}) ${beyond} (${parameter(cut.after.date)}, ${parameter(cut.after.id)})`,
        ];
  if (cut.since !== undefined) {
    rest.push(`(x.date, ${knownId}) >= (${parameter(cut.since.date)}, ${parameter(cut.since.id)})`);
  }
  const more = (cut.more ?? []).map((name) => `, x.${name}`).join('');
  return `SELECT ${id} AS id, x.date${more} FROM ${from} WHERE ${allOf([...conditions, ...rest])}
  ORDER BY x.date ${order}, ${knownId} ${order} LIMIT ${Math.trunc(cut.limit)}`;
}

export const isSeveral = (ids: readonly string[] | undefined): ids is readonly string[] =>
  ids !== undefined && ids.length > 1;

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

/** What editors have rejected is not live: it is in this list alone. */
const REJECTED = `x.review = 'rejected' AND x.version_of IS NULL AND x.valid_to IS NULL`;

/** Of a row of the table `statement x`. */
const KNOWN_ID = 'coalesce(x.version_of, x.id)';

/** From where the statements that pass are read in any order, and by which conditions. */
export function driverOf(filter: StatementFilter, parameter: Parameters): Driver {
  const speakerIds = filter.speakerIds?.filter(isId);
  const once = filter.asOf !== undefined;
  if (filter.articleId !== undefined || once || filter.review === 'rejected') {
    return {
      from: 'statement x',
      id: 'x.id',
      ...(once ? { knownId: KNOWN_ID } : {}),
      conditions: [
        ...(filter.articleId === undefined
          ? []
          : [
              `x.article_id = ${parameter(filter.articleId)}`,
              ...ofRevisions(filter.articleId, filter.asOf, parameter),
            ]),
        ...ownConditions(filter, parameter),
        ...(speakerIds === undefined
          ? []
          : [
              `EXISTS (SELECT FROM statement_speaker l WHERE l.statement_id = x.id
                AND l.speaker_id = ANY(${parameter(speakerIds)}::uuid[]))`,
            ]),
        ...(filter.topicId === undefined
          ? []
          : [
              `EXISTS (SELECT FROM statement_topic l WHERE l.statement_id = x.id
                AND l.topic_id = ${parameter(filter.topicId)})`,
            ]),
        ...(filter.subjectIds === undefined
          ? []
          : [namesOneOf('x.id', filter.subjectIds, parameter)]),
        ...searchConditions('x', filter, parameter),
      ],
    };
  }
  if (speakerIds !== undefined) {
    const which =
      speakerIds.length === 1 ? parameter(speakerIds[0]) : `ANY(${parameter(speakerIds)}::uuid[])`;
    return speakerDriver(which, filter, parameter);
  }
  if (filter.subjectIds !== undefined) {
    const ids = filter.subjectIds.filter(isId);
    return subjectDriver(
      ids.length === 1 ? parameter(ids[0]) : `ANY(${parameter(ids)}::uuid[])`,
      filter,
      parameter,
    );
  }
  if (filter.topicId !== undefined) {
    return joined(
      'statement_topic',
      `x.topic_id = ${parameter(filter.topicId)}`,
      [],
      filter,
      parameter,
    );
  }
  return {
    from: 'statement x',
    id: 'x.id',
    conditions: [...ownConditions(filter, parameter), ...searchConditions('x', filter, parameter)],
  };
}

function speakerDriver(which: string, filter: StatementFilter, parameter: Parameters): Driver {
  const joins = topicJoin(filter, parameter);
  const subjects = filter.subjectIds?.filter(isId);
  const [only] = subjects ?? [];
  if (subjects === undefined || only === undefined)
    return joined('statement_speaker', `x.speaker_id = ${which}`, joins, filter, parameter);
  if (subjects.length === 1) {
    joins.push(`JOIN statement_subject b ON b.statement_id = x.statement_id AND b.live
            AND b.subject_id = ${parameter(only)}`);
    return joined('statement_speaker', `x.speaker_id = ${which}`, joins, filter, parameter);
  }
  const named = namesOneOf('x.statement_id', subjects, parameter);
  const entry = `x.speaker_id = ${which} AND ${named}`;
  return joined('statement_speaker', entry, joins, filter, parameter);
}

function subjectDriver(which: string, filter: StatementFilter, parameter: Parameters): Driver {
  const topic = topicJoin(filter, parameter);
  return joined('statement_subject', `x.subject_id = ${which}`, topic, filter, parameter);
}

// By the id alone. Comparing the dates too would allow a merge of both indexes in order, but Postgres then takes both for
// independent, expects one row of 12,000, and reads all of both instead of stopping at a page (70 ms for 5).
function topicJoin({ topicId }: StatementFilter, parameter: Parameters): string[] {
  if (topicId === undefined) return [];
  return [
    `JOIN statement_topic t ON t.statement_id = x.statement_id AND t.live
            AND t.topic_id = ${parameter(topicId)}`,
  ];
}

function namesOneOf(id: string, subjectIds: readonly string[], parameter: Parameters): string {
  return `EXISTS (SELECT FROM statement_subject l WHERE l.statement_id = ${id}
                AND l.subject_id = ANY(${parameter(subjectIds.filter(isId))}::uuid[]))`;
}

function joined(
  table: 'statement_speaker' | 'statement_subject' | 'statement_topic',
  entry: string,
  joins: readonly string[],
  filter: StatementFilter,
  parameter: Parameters,
): Driver {
  const search = searchConditions('s', filter, parameter);
  const statement =
    search.length === 0 ? [] : ['JOIN statement s ON s.id = x.statement_id AND s.live'];
  return {
    from: [`${table} x`, ...joins, ...statement].join(' '),
    id: 'x.statement_id',
    conditions: [entry, ...ownConditions(filter, parameter), ...search],
  };
}

function ownConditions(filter: StatementFilter, parameter: Parameters): string[] {
  const { publication, form, cue, cueClass, from, to, maxAgeDays, asOf } = filter;
  const now = filter.review === 'rejected' ? REJECTED : 'x.live';
  const holds = asOf === undefined ? now : heldAt('x', parameter(asOf));
  const conditions = [holds, ...traitConditions(filter, parameter)];
  if (publication !== undefined) {
    conditions.push(`x.publication_key = ${parameter(publicationKey(publication))}`);
  }
  if (form !== undefined) conditions.push(`x.form = ${parameter(form)}::form`);
  if (cue !== undefined) conditions.push(`x.cue_lemma = ${parameter(cue)}`);
  if (cueClass !== undefined) conditions.push(`x.cue_class = ${parameter(cueClass)}::cue_class`);
  if (from !== undefined) conditions.push(`x.date >= ${parameter(from)}`);
  if (to !== undefined) conditions.push(`x.date < ${parameter(to)}`);
  if (maxAgeDays !== undefined) {
    conditions.push(`x.date >= now() - ${parameter(maxAgeDays)}::int * interval '24 hours'`);
  }
  return conditions;
}
