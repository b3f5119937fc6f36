// What a call refuses, in a form that expectations can show.

import { AppError } from '../../src/errors';

interface Refused {
  readonly kind: string;
  readonly message: string;
  readonly pointers: readonly string[];
}

/** The AppError that `act` throws; anything else fails the test. */
export function refused(act: () => unknown): Refused {
  try {
    act();
  } catch (error) {
    return describe(error);
  }
  throw new Error('Nothing was refused.');
}

/** The same for what is promised. */
export async function refusedLater(promise: Promise<unknown>): Promise<Refused> {
  return describe(
    await promise.then(
      () => new Error('Nothing was refused.'),
      (error: unknown) => error,
    ),
  );
}

function describe(error: unknown): Refused {
  if (!(error instanceof AppError)) throw error;
  return {
    kind: error.kind,
    message: error.message,
    pointers: error.fields.map(({ pointer }) => pointer),
  };
}
