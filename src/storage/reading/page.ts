// From the rows of a keyset query to a page: one row more than asked for was read, to know whether there is a next page.

import type { Page } from '../store';
import type { CursorScope, CursorValues } from './cursor';
import { encodeCursor } from './cursor';

/** Cuts the surplus row and makes the cursor of the last one that stays. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  scope: CursorScope,
  sortValues: (row: Row) => CursorValues,
  toItem: (row: Row) => Item,
): Page<Item> {
  const kept = rows.slice(0, limit);
  const last = kept.at(-1);
  const more = rows.length > limit && last !== undefined;
  return {
    items: kept.map(toItem),
    nextCursor: more ? encodeCursor(scope, sortValues(last)) : null,
  };
}
