// What an article may be sent as: the service's own JSON, and the query parameters that say what a bare body cannot.
// JSON-LD and ninjs are checked where they are read, in ingestion/formats.

import { z } from 'zod';

import type { components, operations } from '../contract';
import {
  articleBody,
  byline,
  dateOrTime,
  httpUrl,
  languageTag,
  publication,
  title,
} from './values';

/** Exactly one of text and html; every other field may be left out or null. */
export const articleInput = z
  .strictObject(
    {
      url: httpUrl.nullable().exactOptional(),
      title: title.nullable().exactOptional(),
      publication: publication.nullable().exactOptional(),
      byline: byline.nullable().exactOptional(),
      publishedAt: dateOrTime.nullable().exactOptional(),
      language: languageTag.nullable().exactOptional(),
      embargoedUntil: dateOrTime.nullable().exactOptional(),
      text: articleBody.exactOptional(),
      html: articleBody.exactOptional(),
    },
    { error: (issue) => (issue.code === 'invalid_type' ? 'must be a JSON object' : undefined) },
  )
  .refine((input) => (input.text === undefined) !== (input.html === undefined), {
    error: 'must hold either text or html',
    // Also when other fields are wrong, so that a sender learns of everything at once.
    when: ({ value }) => typeof value === 'object' && value !== null && !Array.isArray(value),
  }) satisfies z.ZodType<components['schemas']['ArticleInput']>;

export const submissionQuery = z.strictObject({
  url: httpUrl.exactOptional(),
  title: title.exactOptional(),
  publication: publication.exactOptional(),
  byline: byline.exactOptional(),
  publishedAt: dateOrTime.exactOptional(),
  language: languageTag.exactOptional(),
}) satisfies z.ZodType<NonNullable<operations['createArticle']['parameters']['query']>>;

export type SubmissionQuery = z.infer<typeof submissionQuery>;
