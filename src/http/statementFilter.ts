// From the query of a statements list to what storage is asked: shared by the three routes that list statements.

import type { SpeakerRecord, SubjectRecord } from '../storage/records';
import type {
  FacetName,
  PageRequest,
  SearchPlace,
  StatementFilter,
  StatementSort,
  Store,
} from '../storage/store';
import { asOfIn } from './asOf';
import type { operations } from './contract';
import { isId } from './schemas/values';

/** Any of the three queries: those of one speaker or one topic lack that parameter. */
type StatementQuery = Omit<
  NonNullable<operations['listStatements']['parameters']['query']>,
  'sort' | 'limit' | 'total' | 'in' | 'facets'
> & {
  sort: StatementSort;
  limit: number;
  total: boolean;
  in?: readonly SearchPlace[];
  facets?: readonly FacetName[];
};

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
  const { speaker, mentions, topic, article, in: searchIn, sort } = query;
  const meant = mentions === undefined ? null : await store.subjects.meant(mentions);
  const { ids, named } = await speakersMeant(store, speaker);
  const asTheyAre = NAMED_ALIKE.filter((name) => query[name] !== undefined);
  return {
    filter: {
      ...(Object.fromEntries(asTheyAre.map((name) => [name, query[name]])) as NamedAlike),
      ...(ids === null ? {} : { speakerIds: ids }),
      ...(named === null || speaker === undefined ? {} : { speakerName: speaker }),
      ...(meant === null || mentions === undefined
        ? {}
        : { subjectIds: meant.map(({ id }) => id), mentions }),
      ...(topic === undefined ? {} : { topicId: topic }),
      ...(article === undefined ? {} : { articleId: article }),
      ...(searchIn === undefined ? {} : { searchIn }),
      ...datesOf(query),
      ...asOfIn(query),
    },
    sort,
    page: pageRequest(query),
    speakers: named,
    subjects: mentions === undefined || isId(mentions) ? null : meant,
  };
}

/** Parameters that storage knows by the same name, with the same value. */
const NAMED_ALIKE = [
  'publication',
  'form',
  'cue',
  'cueClass',
  'negated',
  'hedged',
  'nested',
  'hasNumber',
  'hasQuotation',
  'minConfidence',
  'review',
  'q',
  'prefix',
  'maxAgeDays',
] as const;
type NamedAlike = Pick<StatementFilter, (typeof NAMED_ALIKE)[number]>;

/** Whom a parameter means: an id itself, a name everyone so called. */
export async function speakersMeant(
  store: Store,
  speaker: string | undefined,
): Promise<{ ids: readonly string[] | null; named: readonly SpeakerRecord[] | null }> {
  if (speaker === undefined) return { ids: null, named: null };
  if (isId(speaker)) {
    return { ids: [(await store.speakers.canonicalId(speaker)) ?? speaker], named: null };
  }
  const named = await store.speakers.called(speaker);
  return { ids: named.map(({ id }) => id), named };
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
