// What waits for an editor: the least certain first, read page by page while one works.

import { useState } from 'preact/hooks';

import type { Schemas, Statement } from '../api';
import { client, dataOf } from '../api';
import type { Loaded } from '../load';
import { useLoad } from '../load';
import { readQuery, requestOf } from '../search/query';
import { readTagged } from './edits';

const PAGE = 50;
/** More are read when fewer than this are left, so that nobody waits for them. */
const AHEAD = 10;

type List = Pick<Schemas['StatementList'], 'items' | 'nextCursor' | 'total' | 'totalIsExact'>;

export interface Waiting extends List {
  /** When it was read: a queue that is read again begins anew. */
  readonly read: number;
}

/** A search as the address holds it, of which the queue has what nobody has looked at. */
const askedOf = (search: string) =>
  ({ ...requestOf(readQuery(search)), review: 'machine', sort: 'confidence' }) as const;

/** One statement that the address names, else the first page of the queue. */
export async function readQueue(search: string, signal: AbortSignal): Promise<Waiting> {
  const one = new URLSearchParams(search).get('statement');
  if (one !== null) {
    const { statement } = await readTagged(one, signal);
    return { items: [statement], nextCursor: null, read: Date.now() };
  }
  const query = { ...askedOf(search), limit: PAGE, total: true };
  const list = await dataOf(client.GET('/v1/statements', { params: { query }, signal }));
  return { ...list, read: Date.now() };
}

/** The queue as far as it has been read, and the reading of more once `at` comes near its end. */
export function useQueue(
  first: Waiting,
  search: string,
  at: number,
): { items: readonly Statement[]; ended: boolean; more: Loaded<unknown> } {
  const [rest, setRest] = useState<Pick<List, 'items' | 'nextCursor'>>({
    items: [],
    nextCursor: first.nextCursor,
  });
  const items = [...first.items, ...rest.items];
  const { nextCursor } = rest;
  const more = useLoad(items.length - at < AHEAD ? nextCursor : null, async (signal) => {
    const query = { ...askedOf(search), limit: PAGE, cursor: nextCursor ?? '' };
    const page = await dataOf(client.GET('/v1/statements', { params: { query }, signal }));
    setRest({ items: [...rest.items, ...page.items], nextCursor: page.nextCursor });
  });
  return { items, ended: nextCursor === null, more };
}
