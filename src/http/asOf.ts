// The parameter asOf: the record as it was at a moment that has passed.

import { AppError } from '../errors';

/** The moment that a query asks for, if any; a date alone is its midnight UTC. Nobody knows the record of tomorrow: 400. */
export function asOfIn(query: { readonly asOf?: string }): { asOf?: Date } {
  if (query.asOf === undefined) return {};
  const asOf = new Date(query.asOf);
  if (asOf.getTime() <= Date.now()) return { asOf };
  throw new AppError(
    'malformed-request',
    'asOf lies in the future: ask for a moment that has passed.',
    {
      fields: [{ pointer: 'asOf', message: 'must not lie in the future' }],
    },
  );
}
