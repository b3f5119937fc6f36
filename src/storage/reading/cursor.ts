// Cursors: the sort values of the last item of a page, opaque to callers and bound to the list that gave them.

import { createHash } from 'node:crypto';

import { AppError } from '../../errors';
import { isId } from '../ids';

const VERSION = 1;

/** What a cursor continues: a list with its filter and order. */
export type CursorScope = Readonly<Record<string, unknown>>;

/** The values that a list sorts by, in order. Times are milliseconds, so that they survive JSON. */
export type CursorValues = readonly (string | number)[];

/** What a value must be: what Postgres would refuse is refused here, with words about the cursor. */
export type CursorType = 'int' | 'time' | 'id' | 'code' | 'rank';

const IS_TYPE: Readonly<Record<CursorType, (value: unknown) => boolean>> = {
  int: (value) => Number.isInteger(value) && Math.abs(value as number) < 2 ** 31,
  time: (value) => Number.isInteger(value) && Math.abs(value as number) <= MAX_TIME,
  id: (value) => typeof value === 'string' && isId(value),
  rank: (value) => typeof value === 'number' && Number.isFinite(value),
  code: (value) => typeof value === 'string' && /^[0-9]{1,20}$/.test(value),
};

const MAX_TIME = 253_402_300_799_999; // the last millisecond of the year 9999

/** An opaque string that continues after the item with these sort values. */
export function encodeCursor(scope: CursorScope, values: CursorValues): string {
  return Buffer.from(JSON.stringify([VERSION, fingerprint(scope), ...values])).toString(
    'base64url',
  );
}

/** The sort values of a cursor; throws `malformed-request` for one that is made up or belongs to another query. */
export function decodeCursor(
  scope: CursorScope,
  cursor: string,
  types: readonly CursorType[],
): CursorValues {
  const parts = parse(cursor);
  if (parts === null || parts.length !== types.length + 2 || parts[0] !== VERSION) {
    throw refusal('is not one that this service gave');
  }
  const [, print, ...values] = parts;
  if (print !== fingerprint(scope)) {
    throw refusal(
      'belongs to another query: filters and sort must stay the same from page to page',
    );
  }
  if (!types.every((type, i) => IS_TYPE[type](values[i]))) {
    throw refusal('is not one that this service gave');
  }
  return values as CursorValues;
}

function refusal(what: string): AppError {
  return new AppError('malformed-request', `The cursor ${what}. Start again without one.`, {
    fields: [{ pointer: 'cursor', message: `This cursor ${what}.` }],
  });
}

function parse(cursor: string): unknown[] | null {
  if (!/^[A-Za-z0-9_-]{1,500}$/.test(cursor)) return null;
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

function fingerprint(scope: CursorScope): string {
  const entries = Object.entries(scope)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(entries)).digest('base64url').slice(0, 10);
}
