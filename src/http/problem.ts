// The one place where failures become HTTP answers: kind → status and type, written as RFC 9457 problem details.

import type { ErrorRequestHandler, Request, Response } from 'express';

import type { ErrorKind, FieldError } from '../errors';
import { AppError, coerceError } from '../errors';
import { MEDIA_TYPES } from './body';
import type { components } from './contract';
import type { AppDeps } from './deps';

type Problem = components['schemas']['Problem'];
export type ProblemSlug = components['schemas']['ProblemSlug'];

interface ProblemType {
  readonly status: number;
  readonly title: string;
  /** For readers of /problems/{slug}: when it occurs and what to do. */
  readonly description: string;
}

/** Every kind of failure, and the two that only HTTP knows: a method that a path does not take, and a fault of ours. */
export const PROBLEMS = {
  'malformed-request': {
    status: 400,
    title: 'The request cannot be read',
    description:
      'Broken JSON, bytes that are not UTF-8, a parameter that is unknown or cannot be used, or a cursor that is made up or comes from another query. Mend what detail and errors name, and send it again.',
  },
  unauthorized: {
    status: 401,
    title: 'A key is needed',
    description:
      'Requests that write or compute need an API key when they come from another machine. Send a key that `verbatim keys create NAME` made, as `Authorization: Bearer KEY` or `X-API-Key: KEY`. A key that has been revoked, or was mistyped, is answered in the same way.',
  },
  forbidden: {
    status: 403,
    title: 'This request is not allowed',
    description:
      'Either no API key has been made yet, so that nobody can write from another machine (make one with `verbatim keys create NAME`), or a web page of another site, or a host name that is not this machine, was behind a request without a key.',
  },
  'not-found': {
    status: 404,
    title: 'There is nothing here',
    description:
      'No such path, or no such article, statement, speaker or topic. Ids are never used twice, so a mistyped or foreign id is the likely cause.',
  },
  'method-not-allowed': {
    status: 405,
    title: 'This address does not take this method',
    description: 'The Allow header lists the methods that it takes.',
  },
  'not-acceptable': {
    status: 406,
    title: 'Nothing that you accept can be given',
    description: 'The Accept header rules out every media type that this address has.',
  },
  conflict: {
    status: 409,
    title: 'Another request got in between',
    description:
      'Two requests changed the same thing at once: send yours again. Or a speaker has been merged already, or a change cannot be undone as things stand: detail says whom to look at, or what to undo first.',
  },
  'precondition-failed': {
    status: 412,
    title: 'What you changed has changed meanwhile',
    description:
      'If-Match names an earlier state. Read it again, see whether your change still makes sense, and send it with the new ETag.',
  },
  'precondition-required': {
    status: 428,
    title: 'Say which state you change',
    description:
      'Changes need If-Match with the ETag that reading gave (or `*` for whatever there is), so that nobody overwrites what they have not seen.',
  },
  gone: {
    status: 410,
    title: 'This article has been deleted',
    description:
      'Its texts and statements are erased for good. Posting its URL again makes a new article with a new id.',
  },
  'too-large': {
    status: 413,
    title: 'The body is too large',
    description:
      'The limit counts the body as sent and as decompressed. Send less, or have the operator raise MAX_BODY_BYTES.',
  },
  'unsupported-media-type': {
    status: 415,
    title: 'This kind of body cannot be read',
    description:
      'Bodies are JSON, plain text, HTML, JSON-LD or ninjs, in UTF-8, uncompressed or with gzip, deflate or br. Set Content-Type accordingly.',
  },
  'invalid-input': {
    status: 422,
    title: 'The content breaks a rule',
    description:
      'The body can be read, but fields are missing, unknown or wrong, there is no text in it, or it holds characters that cannot be stored. Each offending field is named in errors.',
  },
  'unsupported-language': {
    status: 422,
    title: 'This language is not supported',
    description: 'Only English articles can be taken for now.',
  },
  'idempotency-mismatch': {
    status: 422,
    title: 'This idempotency key has been used for another request',
    description:
      'The key came before with another body, content type or parameters. Use a new key for a new request, and repeat the very same request to retry.',
  },
  internal: {
    status: 500,
    title: 'Something went wrong on our side',
    description: 'A fault of the service. Report the requestId; the cause stands in its log.',
  },
  unavailable: {
    status: 503,
    title: 'The service cannot answer right now',
    description:
      'The database does not answer, or too much is being asked at once. Try again after the seconds that Retry-After gives.',
  },
} as const satisfies Record<ErrorKind | 'method-not-allowed' | 'internal', ProblemType> &
  Record<ProblemSlug, ProblemType>;

const RETRY_AFTER_SECONDS = 5;
/** A body of a million unknown fields must not be answered with a million lines. */
const MOST_ERRORS = 100;

/** Answers with a problem of this kind. */
export function sendProblem(
  req: Request,
  res: Response,
  slug: ProblemSlug,
  detail: string,
  errors: readonly FieldError[] = [],
): void {
  const { status, title } = PROBLEMS[slug];
  const problem: Problem = {
    type: `/problems/${slug}`,
    title,
    status,
    detail,
    instance: asReference(req.originalUrl.replace(/\?.*$/s, '')),
    requestId: String(res.getHeader('X-Request-Id')),
  };
  if (errors.length > 0) {
    // Of a request that could not be read, parameters are at fault; otherwise places in its body.
    const place = slug === 'malformed-request' ? 'parameter' : 'pointer';
    problem.errors = errors
      .slice(0, MOST_ERRORS)
      .map(({ pointer, message }) => ({ [place]: pointer, message }));
  }
  if (slug === 'unavailable') res.set('Retry-After', String(RETRY_AFTER_SECONDS));
  if (slug === 'unauthorized') res.set('WWW-Authenticate', 'Bearer realm="verbatim"');
  if (slug === 'unsupported-media-type') {
    res.set('Accept', MEDIA_TYPES.join(', ')).set('Accept-Encoding', 'gzip, deflate, br');
  }
  res.removeHeader('ETag');
  res
    .status(status)
    .set('Cache-Control', 'no-store')
    .type('application/problem+json')
    .send(JSON.stringify(problem));
}

/** The path as a URI reference, whatever the client has put into it. */
function asReference(path: string): string {
  return path
    .replace(/%(?![0-9a-f]{2})/gi, '%25')
    .replace(/[^\w\-.~!$&'()*+,;=:@/%]/g, encodeURIComponent);
}

/** The last handler: AppErrors by their kind, errors of Express's own by their status, anything else as a bug of ours. */
export function problemHandler({ log }: Pick<AppDeps, 'log'>): ErrorRequestHandler {
  return (thrown: unknown, req, res, next) => {
    const error = translate(thrown);
    const requestId = res.getHeader('X-Request-Id');
    if (!(error instanceof AppError)) {
      log.error({ err: error, requestId, method: req.method, path: req.path }, 'unexpected error');
    } else if (error.kind === 'unavailable') {
      log.warn({ err: error, requestId, method: req.method, path: req.path }, 'unavailable');
    }
    // Half an answer is out already: only cutting the connection tells the client.
    if (res.headersSent) return next(error);
    if (error instanceof AppError) sendProblem(req, res, error.kind, error.message, error.fields);
    else {
      const detail = 'This is a fault of the service, not of your request. Report the requestId.';
      sendProblem(req, res, 'internal', detail);
    }
  };
}

/** Express and its body reader throw errors with a status and a `type` of their own. */
function translate(thrown: unknown): Error {
  const error = coerceError(thrown);
  if (error instanceof AppError) return error;
  const { type, status } = error as { type?: unknown; status?: unknown };
  const say = (kind: ErrorKind, message: string): AppError =>
    new AppError(kind, message, { cause: error });
  switch (type) {
    case 'entity.too.large':
      return say('too-large', 'The body is larger than this service takes. Send less at once.');
    case 'encoding.unsupported':
      return say(
        'unsupported-media-type',
        'This Content-Encoding is not read here: send the body as it is, or with gzip, deflate or br.',
      );
    case 'request.aborted':
    case 'request.size.invalid':
      return say('malformed-request', 'The body ended before its Content-Length was reached.');
    default:
  }
  if (error instanceof URIError || (status === 400 && error.message.includes('decode'))) {
    return say(
      'malformed-request',
      'The path holds a % that is not followed by UTF-8 in hexadecimal.',
    );
  }
  // What zlib says of a body that is not compressed as its Content-Encoding claims.
  if (status === 400) return say('malformed-request', `The body cannot be read: ${error.message}.`);
  return error;
}
