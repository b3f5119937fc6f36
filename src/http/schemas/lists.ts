// The query parameters of every list, one schema a list; anything that is not named here is refused.

import { z } from 'zod';

import type { operations } from '../contract';
import {
  cueClass,
  cursor,
  dateOrTime,
  flag,
  form,
  id,
  listFormat,
  queryText,
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

const page = {
  limit: wholeNumber(1, 100).default(20),
  cursor: cursor.exactOptional(),
};
const total = { total: flag.default(false) };
const format = { format: listFormat.exactOptional() };
const dates = { from: dateOrTime.exactOptional(), to: dateOrTime.exactOptional() };

const speaker = { speaker: queryText.exactOptional() };
const topic = { topic: topicId.exactOptional() };
const statementFilter = {
  article: id.exactOptional(),
  publication: queryText.exactOptional(),
  form: form.exactOptional(),
  cue: queryText.exactOptional(),
  cueClass: cueClass.exactOptional(),
  mentions: queryText.exactOptional(),
  q: queryText.exactOptional(),
  ...dates,
  sort: statementSort.default('-date'),
  ...page,
  ...total,
  ...format,
};

/** Text order means nothing across articles. */
const withArticleIfInTextOrder = <T extends { sort: string; article?: string | undefined }>(
  query: T,
  context: z.RefinementCtx<T>,
) => {
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
  ...page,
  ...total,
}) satisfies z.ZodType<Query<'listArticles'>>;

export const articleStatementsQuery = z.strictObject({
  ...page,
  ...total,
  ...format,
}) satisfies z.ZodType<Query<'listArticleStatements'>>;

export const articleRevisionsQuery = z.strictObject(page) satisfies z.ZodType<
  Query<'listArticleRevisions'>
>;

export const articleTextQuery = z.strictObject({
  revision: wholeNumber(1, 2_147_483_647).exactOptional(),
}) satisfies z.ZodType<Query<'getArticleText'>>;

export const statementListQuery = z
  .strictObject({ ...speaker, ...topic, ...statementFilter })
  .superRefine(withArticleIfInTextOrder) satisfies z.ZodType<Query<'listStatements'>>;

export const speakerStatementsQuery = z
  .strictObject({ ...topic, ...statementFilter })
  .superRefine(withArticleIfInTextOrder) satisfies z.ZodType<Query<'listSpeakerStatements'>>;

export const topicStatementsQuery = z
  .strictObject({ ...speaker, ...statementFilter })
  .superRefine(withArticleIfInTextOrder) satisfies z.ZodType<Query<'listTopicStatements'>>;

export const statementQuery = z.strictObject({
  format: statementFormat.exactOptional(),
}) satisfies z.ZodType<Query<'getStatement'>>;

export const speakerListQuery = z.strictObject({
  q: queryText.exactOptional(),
  type: speakerType.exactOptional(),
  ...page,
  ...total,
}) satisfies z.ZodType<Query<'listSpeakers'>>;

export const subjectListQuery = z.strictObject({
  q: queryText.exactOptional(),
  type: subjectType.exactOptional(),
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
  ...page,
  ...total,
}) satisfies z.ZodType<Query<'listTopics'>>;

/** For all routes that have no parameters. */
export const emptyQuery = z.strictObject({});
