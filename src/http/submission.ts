// A request with an article in it, in whichever of the five forms, becomes a Submission for ingestion.

import { createHash } from 'node:crypto';

import type { Request } from 'express';

import { AppError } from '../errors';
import { submissionFromFields } from '../ingestion/formats/fields';
import { submissionFromHtml } from '../ingestion/formats/html';
import { submissionFromJsonLd } from '../ingestion/formats/jsonLd';
import { submissionFromNinjs } from '../ingestion/formats/ninjs';
import { recogniseJson } from '../ingestion/formats/recognise';
import { submissionFromText } from '../ingestion/formats/text';
import type { Submission } from '../ingestion/types';
import type { IdempotencyClaim } from '../storage/store';
import { bodyTypeOf, bytesOf, jsonOf, textOf } from './body';
import type { SubmissionQuery } from './schemas/submissions';
import { articleInput, submissionQuery } from './schemas/submissions';
import { idempotencyKey } from './schemas/values';
import { readBody, readQuery } from './validate';

/** Reads the article out of the request; query parameters say what the body does not. */
export function readSubmission(req: Request): Submission {
  const known = readQuery(submissionQuery, req);
  const type = bodyTypeOf(req);
  const bytes = bytesOf(req);
  if (type === 'text/plain') return submissionFromText(textOf(bytes), known);
  if (type === 'text/html') return submissionFromHtml(textOf(bytes), known);

  const json = jsonOf(bytes);
  const format =
    type === 'application/ld+json'
      ? 'json-ld'
      : type === 'application/ninjs+json'
        ? 'ninjs'
        : recogniseJson(json);
  if (format === 'json-ld') return complete(submissionFromJsonLd(json), known);
  if (format === 'ninjs') return complete(submissionFromNinjs(json), known);
  return complete(submissionFromFields(readBody(articleInput, json)), known);
}

/** The request's `Idempotency-Key` with a hash of all that the key stands for; null if it has none. */
export function readClaim(req: Request): IdempotencyClaim | null {
  const header = req.get('Idempotency-Key');
  if (header === undefined) return null;
  const key = idempotencyKey.safeParse(header);
  if (!key.success) {
    throw new AppError('malformed-request', 'The Idempotency-Key cannot be used.', {
      fields: key.error.issues.map(({ message }) => ({ pointer: 'Idempotency-Key', message })),
    });
  }
  const parameters = Object.entries(readQuery(submissionQuery, req)).sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  const requestHash = createHash('sha256')
    .update(JSON.stringify([bodyTypeOf(req), parameters]))
    .update('\n')
    .update(bytesOf(req))
    .digest('hex');
  return { key: key.data, requestHash };
}

/** Fills in from the query what the body leaves open. */
function complete(submission: Submission, known: SubmissionQuery): Submission {
  const { text, html } = submission;
  // What is taken back has no text.
  if (text === null && html === null) return submission;
  const said = submissionFromFields({ ...known, text, html });
  return {
    ...submission,
    url: submission.url ?? said.url,
    title: submission.title ?? said.title,
    publication: submission.publication ?? said.publication,
    byline: submission.byline ?? said.byline,
    publishedAt: submission.publishedAt ?? said.publishedAt,
    language: submission.language ?? said.language,
  };
}
