// Speakers: who is joined across articles and who is not, and how they are found.

import type { Named } from './articleFixtures';
import { collect, piece, save } from './articleFixtures';
import { useTestStore } from './testStore';

const db = useTestStore();
const FIRST = { limit: 50, cursor: null };
let count = 0;

async function quote(name: string, named: Named = {}, publishedAt = new Date('2026-01-01')) {
  count++;
  const { article } = await save(
    db.store,
    piece(`${name} said thing ${count}.`, [{ content: `thing ${count}`, by: name }], {
      draft: { url: `https://example.org/speaker-${count}`, publishedAt },
      speakers: { [name]: named },
    }),
  );
  const { items } = await db.store.statements.list({ articleId: article.id }, 'position', FIRST);
  return items[0]?.speakers[0]?.id ?? '';
}

test.each<[string, string, string, Named, boolean]>([
  ['a full name', 'Zoë Krüger', 'Zoe Kruger', {}, true],
  ['a full name in capitals', 'Jon Ek', 'JON EK', {}, true],
  ['marks in a name', 'Ana O’Neil-Sá', "Ana O'Neil Sa", {}, true],
  ['an organisation', 'Oxfam', 'OXFAM', { type: 'organisation' }, true],
  ['a document', 'The Lancet', 'the Lancet', { type: 'document' }, true],
  ['a single word is nobody in particular', 'Smith', 'Smith', {}, false],
  ['nor is a form of address and a surname', 'Mr Smith', 'Mr. Smith', {}, false],
  ['an unnamed source', 'a senior official', 'a senior official', { type: 'unnamed' }, false],
  ['a group', 'Local residents', 'local residents', { type: 'group' }, false],
])('%s', async (_title, first, second, named, joined) => {
  expect((await quote(first, named)) === (await quote(second, named))).toBe(joined);
});

test('a person and an organisation of one name are two', async () => {
  const ids = await Promise.all([
    quote('Virgin Galactic', { type: 'organisation' }),
    quote('Virgin Galactic', { type: 'person' }),
  ]);
  expect(ids[0]).not.toBe(ids[1]);
});

test('a name that many articles bring at once becomes one speaker', async () => {
  const ids = await Promise.all(
    Array.from({ length: 15 }, () => quote('Simultaneous Sven', { aliases: ['Sven'] })),
  );
  expect(new Set(ids).size).toBe(1);
  expect(await db.store.speakers.get(ids[0] ?? '')).toMatchObject({
    statementCount: 15,
    articleCount: 15,
    aliases: ['Sven'],
  });
});

test('articles that name the same people in another order never wait for each other in a circle', async () => {
  const names = Array.from({ length: 12 }, (_, i) => `Circle Person${i}`);
  const articles = Array.from({ length: 12 }, (_, i) => {
    const order = [...names.slice(i), ...names.slice(0, i)];
    const text = order.map((name) => `${name} agreed.`).join(' ');
    return piece(
      text,
      order.map((by) => ({
        content: 'agreed',
        by,
        topics: i % 2 ? ['20000011', '20000018'] : ['20000018', '20000011'],
      })),
      { draft: { url: `https://example.org/circle-${i}` } },
    );
  });
  await Promise.all(articles.map((one) => save(db.store, one)));
  const found = await db.store.speakers.list({ q: 'circle person' }, FIRST);
  expect(found.items.map(({ statementCount }) => statementCount)).toEqual(
    Array.from({ length: 12 }, () => 12),
  );
});

test('aliases and roles are gathered, the newest role first', async () => {
  const id = await quote(
    'Kassym Tokay',
    { aliases: ['Tokay'], role: 'candidate' },
    new Date('2024-01-01'),
  );
  await quote(
    'Kassym Tokay',
    { aliases: ['Tokay', 'the Tiger'], role: 'president' },
    new Date('2026-01-01'),
  );
  await quote('Kassym Tokay', { role: 'candidate' }, new Date('2023-01-01'));
  expect(await db.store.speakers.get(id)).toMatchObject({
    name: 'Kassym Tokay',
    aliases: ['Tokay', 'the Tiger'],
    roles: ['president', 'candidate'],
    statementCount: 3,
  });
});

test.each([
  ['part of a surname', 'toka', true],
  ['part of an alias', 'TIGER', true],
  ['words in any order', 'tokay kassym', true],
  ['accents that are not there', 'tókáy', true],
  ['words of two names', 'kassym tiger', false],
  ['wildcards of SQL', 'k%y', false],
  ['an underscore', 'tok_y', false],
])('found by %s: %p', async (_title, q, found) => {
  const { items } = await db.store.speakers.list({ q }, FIRST);
  expect(items.some(({ name }) => name === 'Kassym Tokay')).toBe(found);
  expect(await db.store.speakers.count({ q })).toBe(items.length);
});

test('a whole name or alias means everyone so called', async () => {
  await quote('Anna Tokay', { aliases: ['Tokay'] });
  const names = (await db.store.speakers.called('  TOKÁY ')).map(({ name }) => name);
  expect(names).toEqual(['Kassym Tokay', 'Anna Tokay']);
  expect(await db.store.speakers.called('Toka')).toEqual([]);
  expect(await db.store.speakers.called('a\0b')).toEqual([]);
});

test('most statements first, of one type, page by page', async () => {
  const all = await collect((cursor) => db.store.speakers.list({}, { limit: 4, cursor }));
  const counts = all.map(({ statementCount }) => statementCount);
  expect(counts).toEqual([...counts].sort((a, b) => b - a));
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  expect(all).toHaveLength(await db.store.speakers.count({}));
  const groups = await collect((cursor) =>
    db.store.speakers.list({ type: 'group' }, { limit: 1, cursor }),
  );
  expect(groups.map(({ type }) => type)).toEqual(['group', 'group']);
});

test('an article that names one speaker twice counts as one article', async () => {
  const text = 'JO DOE said one. Jo Doe said two.';
  const twice = piece(
    text,
    [
      { content: 'one', by: 'JO DOE' },
      { content: 'two', by: ['Jo Doe', 'JO DOE'] },
    ],
    { draft: { url: 'https://example.org/twice' } },
  );
  const { article } = await save(db.store, twice);
  expect(await db.store.speakers.called('jo doe')).toMatchObject([
    { statementCount: 2, articleCount: 1 },
  ]);
  const { items } = await db.store.statements.list({ articleId: article.id }, 'position', FIRST);
  expect(items.map(({ speakers }) => speakers.length)).toEqual([1, 1]);
});

test.each(['00000000-0000-7000-8000-000000000000', 'nonsense', '\0'])(
  'no speaker has the id %p',
  async (id) => {
    await expect(db.store.speakers.get(id)).rejects.toMatchObject({ kind: 'not-found' });
  },
);
