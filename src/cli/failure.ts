// What a program says when it cannot go on: a sentence for what its user can mend, the stack for what only we can.

import { AppError, coerceError } from '../errors';

/** The words for whatever ended the program. */
export function failureMessage(thrown: unknown): string {
  const error = coerceError(thrown);
  if (error instanceof AppError) {
    if (error.kind !== 'unavailable' || error.cause === undefined) return error.message;
    const reason = coerceError(error.cause).message;
    return `The database does not answer (${reason}). See that it runs and that DATABASE_URL is right.`;
  }
  // The system's errors have a code ("ENOENT"), ours are plain; all others are slips in the program.
  const told = 'code' in error || error.constructor === Error;
  return told ? error.message : (error.stack ?? error.message);
}
