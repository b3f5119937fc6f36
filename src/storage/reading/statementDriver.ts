// From where the statements that a filter means are read: a table and its conditions. The most selective filter drives.

import { isId } from '../ids';
import { publicationKey } from '../publication';
import type { StatementFilter } from '../store';
import { endOfDays, heldAt, ofRevisions } from './asOf';
import type { Parameters } from './parameters';
import { searchConditions } from './searchQuery';
import { traitConditions } from './traits';

// Filters that every table of statements has columns for.
export interface Driver {
  readonly from: string;
  readonly id: string;
  /** The id by which a statement is known, if that is not the row's own: of what held once, lists show and sort by this one. */
  readonly knownId?: string;
  readonly conditions: readonly string[];
}

/** True for more than one id. */
export const isSeveral = (ids: readonly string[] | undefined): ids is readonly string[] =>
  ids !== undefined && ids.length > 1;

/** What editors have rejected is not live: it is in this list alone. */
const REJECTED = `x.review = 'rejected' AND x.version_of IS NULL AND x.valid_to IS NULL`;

/** Of a row of the table `statement x`. */
const KNOWN_ID = 'coalesce(x.version_of, x.id)';

/** Whether a filter asks for a moment, at which other rows held besides those of today. */
export const hasPast = ({ asOf, articleId }: StatementFilter): boolean =>
  asOf !== undefined && articleId === undefined;

/** From where those of an earlier moment are read that no longer hold. They are few, or were all read again by another engine. */
export function pastDriver(filter: StatementFilter, parameter: Parameters): Driver {
  const { from, id, knownId, conditions } = anyRow(filter, parameter);
  const named = knownId === undefined ? {} : { knownId };
  return { from, id, ...named, conditions: ['NOT x.live', ...conditions] };
}

/** By the table of statements, whatever is asked for: of an article, of the past, of what was rejected. */
function anyRow(filter: StatementFilter, parameter: Parameters): Driver {
  const { articleId, topicId, subjectIds, asOf } = filter;
  const speakerIds = filter.speakerIds?.filter(isId);
  const now = filter.review === 'rejected' ? REJECTED : 'x.live';
  return {
    from: 'statement x',
    id: 'x.id',
    ...(asOf === undefined ? {} : { knownId: KNOWN_ID }),
    conditions: [
      asOf === undefined ? now : heldAt('x', parameter(asOf)),
      ...(articleId === undefined
        ? []
        : [`x.article_id = ${parameter(articleId)}`, ...ofRevisions(articleId, asOf, parameter)]),
      ...ownConditions(filter, parameter),
      ...(speakerIds === undefined
        ? []
        : [
            `EXISTS (SELECT FROM statement_speaker l WHERE l.statement_id = x.id
                AND l.speaker_id = ANY(${parameter(speakerIds)}::uuid[]))`,
          ]),
      ...(topicId === undefined
        ? []
        : [
            `EXISTS (SELECT FROM statement_topic l WHERE l.statement_id = x.id
                AND l.topic_id = ${parameter(topicId)})`,
          ]),
      ...(subjectIds === undefined ? [] : [namesOneOf('x.id', subjectIds, parameter)]),
      ...searchConditions('x', filter, parameter),
    ],
  };
}

/** From where the statements that pass are read in any order, and by which conditions; of a moment, those that hold still. */
export function driverOf(filter: StatementFilter, parameter: Parameters): Driver {
  const speakerIds = filter.speakerIds?.filter(isId);
  if (filter.articleId !== undefined || filter.review === 'rejected')
    return anyRow(filter, parameter);
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
    conditions: [
      'x.live',
      ...ownConditions(filter, parameter),
      ...lasting('x', filter, parameter),
      ...searchConditions('x', filter, parameter),
    ],
  };
}

/** The same by each of several speakers, which an expression stands for. */
export function speakerDriver(
  which: string,
  filter: StatementFilter,
  parameter: Parameters,
): Driver {
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

/** The same by each of several subjects. */
export function subjectDriver(
  which: string,
  filter: StatementFilter,
  parameter: Parameters,
): Driver {
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
  const looked = [...lasting('s', filter, parameter), ...searchConditions('s', filter, parameter)];
  const statement =
    looked.length === 0 ? [] : ['JOIN statement s ON s.id = x.statement_id AND s.live'];
  return {
    from: [`${table} x`, ...joins, ...statement].join(' '),
    id: 'x.statement_id',
    conditions: [entry, 'x.live', ...ownConditions(filter, parameter), ...looked],
  };
}

// What holds today and held at the moment already. None is of a later day than the last on which there was any.
function lasting(alias: string, { asOf }: StatementFilter, parameter: Parameters): string[] {
  if (asOf === undefined) return [];
  const moment = parameter(asOf);
  return [heldAt(alias, moment), `x.date < ${endOfDays(moment)}`];
}

function ownConditions(filter: StatementFilter, parameter: Parameters): string[] {
  const { publication, form, cue, cueClass, from, to, maxAgeDays } = filter;
  const conditions = traitConditions(filter, parameter);
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
