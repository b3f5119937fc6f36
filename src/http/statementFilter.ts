// From the query of a statements list to what storage is asked: shared by the three routes that list statements.

import type { SpeakerRecord, SubjectRecord } from '../storage/records';
import type { PageRequest, StatementFilter, StatementSort, Store } from '../storage/store';
import type { operations } from './contract';
import { isId } from './schemas/values';

/** Any of the three queries: those of one speaker or one topic lack that parameter. */
type StatementQuery = Omit<
  NonNullable<operations['listStatements']['parameters']['query']>,
  'sort' | 'limit' | 'total'
> & { sort: StatementSort; limit: number; total: boolean };

interface StatementRequest {
  readonly filter: StatementFilter;
  readonly sort: StatementSort;
  readonly page: PageRequest;
  /** Whom a name was taken to mean; null where none was given. */
  readonly speakers: readonly SpeakerRecord[] | null;
  /** The same of `mentions`. */
  readonly subjects: readonly SubjectRecord[] | null;
}

/** Reads the query; the name of a speaker or subject becomes all that are so called, a merged speaker's id the survivor's. */
export async function statementRequest(
  store: Store,
  query: StatementQuery,
): Promise<StatementRequest> {
  const { speaker } = query;
  const named =
    speaker === undefined || isId(speaker) ? null : await store.speakers.called(speaker);
  const { mentions } = query;
  const meant = mentions === undefined ? null : await store.subjects.meant(mentions);
  const speakerIds =
    named === null
      ? speaker && [(await store.speakers.canonicalId(speaker)) ?? speaker]
      : named.map(({ id }) => id);
  return {
    filter: {
      ...(speakerIds ? { speakerIds } : {}),
      ...(named !== null && speaker !== undefined ? { speakerName: speaker } : {}),
      ...(meant === null || mentions === undefined
        ? {}
        : { subjectIds: meant.map(({ id }) => id), mentions }),
      ...(query.topic === undefined ? {} : { topicId: query.topic }),
      ...(query.article === undefined ? {} : { articleId: query.article }),
      ...(query.publication === undefined ? {} : { publication: query.publication }),
      ...(query.form === undefined ? {} : { form: query.form }),
      ...(query.cue === undefined ? {} : { cue: query.cue }),
      ...(query.cueClass === undefined ? {} : { cueClass: query.cueClass }),
      ...(query.q === undefined ? {} : { q: query.q }),
      ...datesOf(query),
    },
    sort: query.sort,
    page: pageRequest(query),
    speakers: named,
    subjects: mentions === undefined || isId(mentions) ? null : meant,
  };
}

/** The half-open range of dates that a query asks for; a date alone is its midnight UTC. */
export function datesOf(query: { readonly from?: string; readonly to?: string }): {
  from?: Date;
  to?: Date;
} {
  return {
    ...(query.from === undefined ? {} : { from: new Date(query.from) }),
    ...(query.to === undefined ? {} : { to: new Date(query.to) }),
  };
}

/** The page that a query asks for. */
export function pageRequest(query: {
  readonly limit: number;
  readonly cursor?: string;
}): PageRequest {
  return { limit: query.limit, cursor: query.cursor ?? null };
}
