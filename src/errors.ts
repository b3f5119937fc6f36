// Kinds of failure that callers can act on. No HTTP status here: http/problem.ts maps kinds to answers.
// Anything that is not an AppError is a bug and is answered with a generic 500.

/** One offending place in what a caller sent; `pointer` is a JSON pointer (RFC 6901) or a parameter name. */
export interface FieldError {
  pointer: string;
  message: string;
}

export type ErrorKind =
  | 'malformed-request' // cannot be read at all: broken JSON, an unusable query parameter or cursor
  | 'invalid-input' // readable, but breaks a rule that the caller can mend
  | 'unsupported-language'
  | 'idempotency-mismatch'
  | 'unauthorized'
  | 'forbidden'
  | 'not-found'
  | 'gone'
  | 'conflict'
  | 'precondition-failed' // what the caller saw is no longer so
  | 'precondition-required' // the caller has not said what it saw
  | 'too-large'
  | 'unsupported-media-type'
  | 'not-acceptable'
  | 'unavailable';

/** A failure with a kind, a sentence that says what happened and what to do, and the offending fields, if any. */
export class AppError extends Error {
  readonly kind: ErrorKind;
  readonly fields: readonly FieldError[];

  constructor(
    kind: ErrorKind,
    message: string,
    options: { cause?: unknown; fields?: readonly FieldError[] } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'AppError';
    this.kind = kind;
    this.fields = options.fields ?? [];
  }
}

/** Turns whatever was thrown into an Error, so that handlers can rely on `message` and `stack`. */
export function coerceError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
