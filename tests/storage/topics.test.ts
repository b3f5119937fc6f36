// The topic tree with its counts: a topic includes its narrower ones.

import { collect, piece, save } from './articleFixtures';
import { useTestStore } from './testStore';

const db = useTestStore();
const FIRST = { limit: 2000, cursor: null };

const count = async (id: string) => (await db.store.topics.get(id)).statementCount;
const JEWELRY = '20000012';
const FASHION = '20000011';
const ARTS = '20000002';
const CULTURE = '01000000';
const MUSIC = '20000018';

test('all IPTC Media Topics are there, parents before children', async () => {
  const { items } = await db.store.topics.list({}, FIRST);
  expect(items).toHaveLength(1160);
  expect(items).toHaveLength(await db.store.topics.count({}));
  const seen = new Set<string | null>([null]);
  for (const { id, parentId } of items) {
    expect(seen.has(parentId)).toBe(true);
    seen.add(id);
  }
  const paged = await collect((cursor) => db.store.topics.list({}, { limit: 97, cursor }));
  expect(paged).toEqual(items);
});

test('a statement counts once for its topics and for every broader one', async () => {
  const text = 'Ann Art said rings and songs are art.';
  const both = (url: string) =>
    piece(text, [{ content: 'rings and songs are art', topics: [JEWELRY, MUSIC] }], {
      draft: { url },
    });
  const { article } = await save(db.store, both('https://example.org/1'));
  expect(await Promise.all([JEWELRY, FASHION, MUSIC, ARTS, CULTURE].map(count))).toEqual([
    1, 1, 1, 1, 1,
  ]);

  await save(
    db.store,
    piece('Ann Art said rings.', [{ content: 'rings', topics: [FASHION] }], {
      draft: { url: 'https://example.org/2' },
    }),
  );
  expect(await Promise.all([JEWELRY, FASHION, MUSIC, ARTS, CULTURE].map(count))).toEqual([
    1, 2, 1, 2, 2,
  ]);
  expect(await db.store.statements.count({ topicId: CULTURE })).toBe(2);
  const { items } = await db.store.statements.list(
    { topicId: ARTS, articleId: article.id },
    'position',
    FIRST,
  );
  expect(items[0]?.topics.map(({ id }) => id)).toEqual([JEWELRY, MUSIC]); // only what was given, not what follows

  // A correction without topics takes the counts back, and so does removal.
  await save(
    db.store,
    piece('Ann Art said it.', [{ content: 'it' }], { draft: { url: 'https://example.org/2' } }),
  );
  expect(await Promise.all([JEWELRY, FASHION, ARTS].map(count))).toEqual([1, 1, 1]);
  await db.store.articles.remove(article.id);
  expect(await Promise.all([JEWELRY, FASHION, ARTS, CULTURE].map(count))).toEqual([0, 0, 0, 0]);
});

test('children, labels and use', async () => {
  const labels = async (filter: Parameters<typeof db.store.topics.list>[0]) =>
    (await db.store.topics.list(filter, FIRST)).items.map(({ label }) => label);
  expect(await labels({ parent: FASHION })).toEqual(['Jewelry', 'Cosmetics', 'Hairstyles']);
  expect(await labels({ q: 'JEWÉL' })).toEqual(['Jewelry']);
  expect(await labels({ q: 'a\0' })).toEqual([]);
  expect(await labels({ used: true })).toEqual([]);
  expect(await db.store.topics.count({ used: false })).toBe(1160);
  await expect(labels({ parent: '99999999' })).rejects.toMatchObject({ kind: 'not-found' });
});

test.each(['99999999', 'nonsense', '\0', ''])('there is no topic %p', async (id) => {
  await expect(db.store.topics.get(id)).rejects.toMatchObject({ kind: 'not-found' });
});

test('a topic that the tree does not know is a bug, and nothing is stored', async () => {
  const wrong = piece('Ann Art said so.', [{ content: 'so', topics: ['12345678'] }], {
    draft: { url: 'https://example.org/3' },
  });
  await expect(save(db.store, wrong)).rejects.toThrow(/no topic 12345678/);
  expect(await db.store.articles.findUnchanged(wrong.draft)).toBeNull();
});
