// By relevance: the closest first, page by page without a repetition, also while statements arrive.

import { collect, piece, save } from './articleFixtures';
import { useTestStore } from './testStore';

const db = useTestStore();

const SAYINGS = [
  'the bridge stands',
  'the bridge, the old bridge, the bridge of stone stands',
  'roads and houses and rivers and ferries and harbours and one bridge far away stand',
  'nothing stands',
  'the bridge was sold',
  'the bridge was built',
  'the bridge was lost',
];

const store = (saying: string, i: number) =>
  save(
    db.store,
    piece(`Someone said ${saying}.`, [{ content: saying, cue: 'said' }], {
      draft: {
        url: `https://example.org/${i}`,
        title: i === 3 ? 'Of the bridge' : null,
        publishedAt: new Date(Date.UTC(2026, 0, 1 + (i % 3))),
      },
    }),
  );

beforeAll(async () => {
  for (const [i, saying] of SAYINGS.entries()) await store(saying, i);
});

const texts = (items: readonly { content: readonly { exact: string }[] }[]) =>
  items.map(({ content }) => content[0]?.exact);

test.each([
  ['the most often', 'bridge', '-relevance', [1]],
  ['the closest together, in the fewest words', 'bridge stands', '-relevance', [0, 1, 2]],
  ['the farthest', 'bridge stands', 'relevance', [2, 1, 0]],
] as const)('%s comes first', async (_title, q, sort, expected) => {
  const { items } = await db.store.statements.list({ q }, sort, { limit: 10, cursor: null });
  expect(texts(items).slice(0, expected.length)).toEqual(expected.map((i) => SAYINGS[i]));
});

test('the content counts more than the headline', async () => {
  const { items } = await db.store.statements.list(
    { q: 'bridge', searchIn: ['content', 'title'] },
    '-relevance',
    { limit: 10, cursor: null },
  );
  expect(texts(items)).toContain('nothing stands');
  expect(texts(items).at(-1)).toBe('nothing stands');
});

test.each(['-relevance', 'relevance'] as const)('pages by %s are the whole list', async (sort) => {
  const whole = await db.store.statements.list({ q: 'bridge' }, sort, { limit: 100, cursor: null });
  expect(whole.items).toHaveLength(6);
  for (const limit of [1, 2, 4]) {
    const paged = await collect((cursor) =>
      db.store.statements.list({ q: 'bridge' }, sort, { limit, cursor }),
    );
    expect(paged.map(({ id }) => id)).toEqual(whole.items.map(({ id }) => id));
  }
});

test('what arrives while pages are read takes nothing away and repeats nothing', async () => {
  const request = { limit: 2, cursor: null };
  const whole = await db.store.statements.list({ q: 'bridge' }, '-relevance', {
    limit: 100,
    cursor: null,
  });
  const first = await db.store.statements.list({ q: 'bridge' }, '-relevance', request);
  await store('a bridge bridge bridge', 101);
  const rest = await collect((cursor) =>
    db.store.statements.list({ q: 'bridge' }, '-relevance', {
      limit: 2,
      cursor: cursor ?? first.nextCursor,
    }),
  );
  const ids = [...first.items, ...rest].map(({ id }) => id);
  expect(ids).toEqual(whole.items.map(({ id }) => id));
});

test('a cursor belongs to its words, its places and its order', async () => {
  const { nextCursor: cursor } = await db.store.statements.list({ q: 'bridge' }, '-relevance', {
    limit: 1,
    cursor: null,
  });
  const again = { limit: 1, cursor };
  for (const [filter, sort] of [
    [{ q: 'bridges' }, '-relevance'],
    [{ q: 'bridge', prefix: true }, '-relevance'],
    [{ q: 'bridge', searchIn: ['title' as const] }, '-relevance'],
    [{ q: 'bridge' }, 'relevance'],
    [{ q: 'bridge' }, '-date'],
  ] as const) {
    await expect(db.store.statements.list(filter, sort, again)).rejects.toMatchObject({
      kind: 'malformed-request',
    });
  }
});

test('relevance to nothing is refused', async () => {
  await expect(
    db.store.statements.list({}, '-relevance', { limit: 1, cursor: null }),
  ).rejects.toMatchObject({ kind: 'malformed-request' });
});
