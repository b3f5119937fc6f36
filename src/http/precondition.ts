// Preconditions of changes: the state that a client has seen must be the one that it changes (RFC 9110 If-Match, RFC 6585).

import type { Request } from 'express';

import { AppError } from '../errors';
import { etagOf, ifMatchNames, ifMatchNamesState } from './etag';

/** The If-Match header; throws `precondition-required` without one. */
export function readIfMatch(req: Request): string {
  const header = req.get('If-Match');
  if (header !== undefined && header.trim() !== '') return header;
  throw new AppError(
    'precondition-required',
    'Send If-Match with the ETag that reading this gave, so that you change what you have seen (`*` for whatever it is now).',
  );
}

/** Throws `precondition-failed` unless the header names the current body. */
export function checkIfMatch(header: string, body: string): void {
  if (!ifMatchNames(header, etagOf(body))) throw changed();
}

/** The same for what has ETags of its state (`etagOfState`). */
export function checkIfMatchState(header: string, state: readonly unknown[]): void {
  if (!ifMatchNamesState(header, state)) throw changed();
}

function changed(): AppError {
  return new AppError(
    'precondition-failed',
    'This has changed since you read it. Read it again and, if your change still makes sense, send it with the new ETag.',
  );
}
