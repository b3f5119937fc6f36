// Idempotency keys: which article a request made, for as long as the article is remembered.

import { AppError } from '../../errors';
import type { IdempotencyClaim } from '../store';
import { problemOf } from './storable';

const MAX_KEY = 255;

/** Throws `invalid-input` for a key that cannot be stored. */
export function checkClaim({ key }: IdempotencyClaim): void {
  const problem =
    key === '' || key.length > MAX_KEY ? `It has 1 to ${MAX_KEY} characters.` : problemOf(key);
  if (problem === null) return;
  throw new AppError('invalid-input', `The Idempotency-Key cannot be used. ${problem}`, {
    fields: [{ pointer: 'Idempotency-Key', message: problem }],
  });
}

/** Throws `idempotency-mismatch` where a key comes with another request than its first one. */
export function checkSameRequest(storedHash: string, claim: IdempotencyClaim): void {
  if (storedHash === claim.requestHash) return;
  throw new AppError(
    'idempotency-mismatch',
    'This Idempotency-Key was used before with another request. Use a new key for a new request.',
  );
}
