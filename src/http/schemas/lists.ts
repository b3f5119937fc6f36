// The query parameters of every list, one schema a list; anything that is not named here is refused.

import { z } from 'zod';

import type { FacetName, SearchPlace } from '../../storage/store';
import type { operations } from '../contract';
import {
  cueClass,
  cursor,
  dateOrTime,
  editorsReason,
  facetNames,
  flag,
  form,
  id,
  interval,
  listFormat,
  publicationList,
  queryText,
  removalReason,
  reviewState,
  searchPlaces,
  share,
  speakerType,
  statementFormat,
  statementSort,
  subjectType,
  topicId,
  wholeNumber,
} from './values';

/** What a request to this operation may ask, once defaults are filled in. */
type Query<Operation extends keyof operations> = NonNullable<
  operations[Operation]['parameters']['query']
>;

/** The same where comma-separated lists have become arrays. */
type StatementsQuery<
  Operation extends 'listStatements' | 'listSpeakerStatements' | 'listTopicStatements',
> = Omit<Query<Operation>, 'in' | 'facets'> & { in?: SearchPlace[]; facets?: FacetName[] };

const page = {
  limit: wholeNumber(1, 100).default(20),
  cursor: cursor.exactOptional(),
};
const total = { total: flag.default(false) };
const format = { format: listFormat.exactOptional() };
const dates = { from: dateOrTime.exactOptional(), to: dateOrTime.exactOptional() };

const asOf = { asOf: dateOrTime.exactOptional() };

const speaker = { speaker: queryText.exactOptional() };
const topic = { topic: topicId.exactOptional() };
const statementFilter = {
  article: id.exactOptional(),
  publication: queryText.exactOptional(),
  form: form.exactOptional(),
  cue: queryText.exactOptional(),
  cueClass: cueClass.exactOptional(),
  mentions: queryText.exactOptional(),
  negated: flag.exactOptional(),
  hedged: flag.exactOptional(),
  nested: flag.exactOptional(),
  hasNumber: flag.exactOptional(),
  hasQuotation: flag.exactOptional(),
  minConfidence: share.exactOptional(),
  review: reviewState.exactOptional(),
  q: queryText.exactOptional(),
  in: searchPlaces.exactOptional(),
  prefix: flag.exactOptional(),
  ...dates,
  maxAgeDays: wholeNumber(1, 36_500).exactOptional(),
  ...asOf,
  facets: facetNames.exactOptional(),
  sort: statementSort.default('-date'),
  ...page,
  ...total,
  ...format,
};

/** Text order means nothing across articles, relevance nothing without words; a queue is of what waits for review now. */
const withWhatItsOrderNeeds = <
  T extends {
    sort: string;
    article?: string | undefined;
    q?: string | undefined;
    asOf?: string | undefined;
    review?: string | undefined;
  },
>(
  query: T,
  context: z.RefinementCtx<T>,
) => {
  if (query.sort.endsWith('relevance') && query.q === undefined) {
    context.addIssue({
      code: 'custom',
      path: ['sort'],
      message: 'can be relevance only together with q',
    });
  }
  if (query.sort.endsWith('relevance') && query.asOf !== undefined) {
    context.addIssue({
      code: 'custom',
      path: ['sort'],
      message: 'can be relevance only without asOf',
    });
  }
  if (query.sort === 'confidence' && (query.review !== 'machine' || query.asOf !== undefined)) {
    context.addIssue({
      code: 'custom',
      path: ['sort'],
      message: 'can be confidence only together with review=machine, and without asOf',
    });
  }
  if (query.sort === 'position' && query.article === undefined) {
    context.addIssue({
      code: 'custom',
      path: ['sort'],
      message: 'can be position only together with article',
    });
  }
};

export const articleListQuery = z.strictObject({
  publication: queryText.exactOptional(),
  q: queryText.exactOptional(),
  ...dates,
  ...asOf,
  ...page,
  ...total,
}) satisfies z.ZodType<Query<'listArticles'>>;

export const articleStatementsQuery = z.strictObject({
  ...asOf,
  ...page,
  ...total,
  ...format,
}) satisfies z.ZodType<Query<'listArticleStatements'>>;

export const articleRevisionsQuery = z.strictObject({ ...asOf, ...page }) satisfies z.ZodType<
  Query<'listArticleRevisions'>
>;

const revisionNumber = wholeNumber(1, 2_147_483_647);

export const revisionDiffQuery = z.strictObject({
  from: revisionNumber.exactOptional(),
  to: revisionNumber.exactOptional(),
}) satisfies z.ZodType<Query<'diffArticleRevisions'>>;

export const articleTextQuery = z.strictObject({
  revision: revisionNumber.exactOptional(),
  ...asOf,
}) satisfies z.ZodType<Query<'getArticleText'>>;

export const statementListQuery = z
  .strictObject({ ...speaker, ...topic, ...statementFilter })
  .superRefine(withWhatItsOrderNeeds) satisfies z.ZodType<StatementsQuery<'listStatements'>>;

export const speakerStatementsQuery = z
  .strictObject({ ...topic, ...statementFilter })
  .superRefine(withWhatItsOrderNeeds) satisfies z.ZodType<StatementsQuery<'listSpeakerStatements'>>;

export const topicStatementsQuery = z
  .strictObject({ ...speaker, ...statementFilter })
  .superRefine(withWhatItsOrderNeeds) satisfies z.ZodType<StatementsQuery<'listTopicStatements'>>;

export const timelineQuery = z.strictObject({
  ...topic,
  interval: interval.default('month'),
  ...dates,
  ...page,
}) satisfies z.ZodType<Query<'getSpeakerTimeline'>>;

export const compareQuery = z.strictObject({
  speaker: queryText,
  publications: publicationList,
  ...topic,
  ...dates,
});

export const statementQuery = z.strictObject({
  format: statementFormat.exactOptional(),
  ...asOf,
}) satisfies z.ZodType<Query<'getStatement'>>;

export const speakerListQuery = z.strictObject({
  q: queryText.exactOptional(),
  type: speakerType.exactOptional(),
  ...asOf,
  ...page,
  ...total,
}) satisfies z.ZodType<Query<'listSpeakers'>>;

export const subjectListQuery = z.strictObject({
  q: queryText.exactOptional(),
  type: subjectType.exactOptional(),
  ...asOf,
  ...page,
  ...total,
}) satisfies z.ZodType<Query<'listSubjects'>>;
export const lineageListQuery = z.strictObject({
  ...speaker,
  ...topic,
  minPublications: wholeNumber(1, 10_000).exactOptional(),
  ...dates,
  ...page,
  ...total,
}) satisfies z.ZodType<Query<'listLineages'>>;

export const topicListQuery = z.strictObject({
  parent: topicId.exactOptional(),
  q: queryText.exactOptional(),
  used: flag.exactOptional(),
  ...asOf,
  ...page,
  ...total,
}) satisfies z.ZodType<Query<'listTopics'>>;

/** For routes that read one thing, now or as it was. */
export const asOfQuery = z.strictObject(asOf) satisfies z.ZodType<Query<'getArticle'>>;

/** Why an article is taken down. */
export const removalQuery = z.strictObject({
  reason: removalReason.exactOptional(),
  note: editorsReason.exactOptional(),
}) satisfies z.ZodType<Query<'deleteArticle'>>;

/** For all routes that have no parameters. */
export const emptyQuery = z.strictObject({});
