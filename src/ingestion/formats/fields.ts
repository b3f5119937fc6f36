// The service's own JSON: what is known of the article, and its text or HTML.

import { checkText } from '../text';
import type { Submission } from '../types';
import { fieldReader, MAX_LENGTHS } from './metadata';

type Field = string | null | undefined;

/** The body of POST /v1/articles as application/json; http has checked its shape. */
export interface ArticleFields {
  readonly url?: Field;
  readonly title?: Field;
  readonly publication?: Field;
  readonly byline?: Field;
  /** ISO 8601 with a zone. */
  readonly publishedAt?: string | Date | null | undefined;
  readonly language?: Field;
  readonly text?: Field;
  readonly html?: Field;
  /** ISO 8601 with a zone. */
  readonly embargoedUntil?: string | null | undefined;
}

/** Reads the native JSON; refuses addresses, dates and characters that cannot be kept, all of them at once. */
export function submissionFromFields(fields: ArticleFields): Submission {
  const read = fieldReader();
  const text = fields.text ?? null;
  const html = fields.html ?? null;
  if (text === null && html === null) {
    read.refuse('', 'It has neither text nor html: send one of them.');
  } else if (text !== null && html !== null) {
    read.refuse('', 'It has both text and html: send one of them.');
  }
  const submission: Submission = {
    format: html === null ? 'text' : 'html',
    url: read.url(fields.url ?? null, '/url'),
    title: read.line(fields.title ?? null, '/title', MAX_LENGTHS.title),
    publication: read.line(fields.publication ?? null, '/publication', MAX_LENGTHS.publication),
    byline: read.line(fields.byline ?? null, '/byline', MAX_LENGTHS.byline),
    publishedAt: read.date(fields.publishedAt ?? null, '/publishedAt'),
    language: read.language(fields.language ?? null, '/language'),
    text,
    html,
    ...(fields.embargoedUntil == null
      ? {}
      : { embargoedUntil: read.date(fields.embargoedUntil, '/embargoedUntil') }),
  };
  read.throwIfRefused('The article');
  if (text !== null) checkText(text, '/text');
  return submission;
}
