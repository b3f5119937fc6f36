// The border where failures of Postgres and Prisma become AppErrors. What is not listed here is a bug and stays as it is.

import { AppError, coerceError } from '../errors';

const UNAVAILABLE =
  'The database cannot be reached at the moment. Nothing was stored by this request; try again shortly.';

const CONNECTION_CODES = new Set([
  // Node's sockets
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  // Postgres: starting, stopping, full, ended by an administrator, standby
  '57P01',
  '57P02',
  '57P03',
  '57P05',
  '53300',
  '25006',
  // Prisma
  'P1001',
  'P1002',
  'P1008',
  'P1017',
  'P2024',
  'P2028',
  'P2037',
]);

// pg reports some losses by their words only.
const CONNECTION_WORDS =
  /connection terminated|connection error and is not queryable|timeout exceeded when trying to connect|client was closed|server closed the connection|cannot use a pool after calling end/i;

const TOO_LONG =
  'The database took too long to answer. Try again, or ask for less (a narrower filter, a smaller page).';

/** The AppError for a failure of the database, or the failure itself where it is a bug. */
export function translate(thrown: unknown, tooLong = TOO_LONG): Error {
  if (thrown instanceof AppError) return thrown;
  const codes = codesOf(thrown);
  if (isConnectionLoss(thrown, codes)) {
    return new AppError('unavailable', UNAVAILABLE, { cause: thrown });
  }
  if (codes.has('57014') || codes.has('55P03')) {
    return new AppError('unavailable', tooLong, { cause: thrown });
  }
  if (codes.has('22021') || codes.has('22P05')) {
    return new AppError(
      'invalid-input',
      'The text holds a NUL character, which cannot be stored. Remove it.',
      {
        cause: thrown,
      },
    );
  }
  return coerceError(thrown);
}

/** Runs an operation of storage and translates what it throws; `tooLong` says what to do where it ran out of time. */
export async function guarded<Result>(
  operation: () => Promise<Result>,
  tooLong?: string,
): Promise<Result> {
  try {
    return await operation();
  } catch (error) {
    throw translate(error, tooLong);
  }
}

/** True for failures after which the same transaction may succeed: a deadlock, or a race that the other side won. */
export function isRetryable(error: unknown): boolean {
  const codes = codesOf(error);
  return ['40001', '40P01', '23503', '23505'].some((code) => codes.has(code));
}

function isConnectionLoss(thrown: unknown, codes: ReadonlySet<string>): boolean {
  for (const code of codes) if (CONNECTION_CODES.has(code) || code.startsWith('08')) return true;
  return CONNECTION_WORDS.test(coerceError(thrown).message);
}

// An error of Prisma wraps the driver's, which wraps the server's; happy-eyeballs connects fail with an AggregateError.
function codesOf(error: unknown, depth = 0): Set<string> {
  const codes = new Set<string>();
  if (typeof error !== 'object' || error === null || depth > 5) return codes;
  const parts = error as Record<string, unknown>;
  for (const name of ['code', 'originalCode', 'errorCode']) {
    if (typeof parts[name] === 'string') codes.add(parts[name]);
  }
  const nested = [parts.cause, parts.meta, parts.driverAdapterError];
  if (Array.isArray(parts.errors)) nested.push(...(parts.errors as unknown[]));
  for (const inner of nested) for (const code of codesOf(inner, depth + 1)) codes.add(code);
  return codes;
}
