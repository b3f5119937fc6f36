// A removed article leaves a tombstone and nothing that any search could find.

import { piece, save } from './articleFixtures';
import { useTestStore } from './testStore';

const db = useTestStore();
const FIRST = { limit: 20, cursor: null };

const article = (url: string, name: string, alias: string) =>
  piece(
    `${name} said the xylophone is out of tune.`,
    [{ content: 'the xylophone is out of tune', by: name, topics: ['20000011'] }],
    {
      draft: { url, title: 'A zither', publication: 'Gone Gazette' },
      speakers: { [name]: { aliases: [alias], role: `tuner of ${alias}` } },
      topics: ['20000011'],
    },
  );

test('everything of a removed article is out of every list', async () => {
  const { article: kept } = await save(
    db.store,
    article('https://example.org/kept', 'Ida Blum', 'Blum'),
  );
  const { article: lost } = await save(
    db.store,
    article('https://example.org/lost', 'Ida Blum', 'Mad Ida'),
  );
  const { article: alone } = await save(
    db.store,
    article('https://example.org/alone', 'Otto Ray', 'Ray'),
  );
  const [statement] = (await db.store.statements.list({ articleId: lost.id }, '-date', FIRST))
    .items;
  const [otto] = await db.store.speakers.called('Otto Ray');
  expect(await db.store.speakers.called('Mad Ida')).toHaveLength(1);

  await db.store.articles.remove(lost.id);
  await db.store.articles.remove(alone.id);

  for (const read of [
    () => db.store.articles.get(lost.id),
    () => db.store.articles.text(lost.id),
    () => db.store.articles.text(lost.id, { revision: 1 }),
    () => db.store.articles.revisions(lost.id, FIRST),
    () => db.store.articles.remove(lost.id),
    () => db.store.statements.list({ articleId: lost.id }, 'position', FIRST),
    () => db.store.statements.count({ articleId: lost.id }),
  ]) {
    await expect(read()).rejects.toMatchObject({ kind: 'gone' });
  }
  await expect(db.store.statements.get(statement?.id ?? '')).rejects.toMatchObject({
    kind: 'not-found',
  });
  await expect(db.store.speakers.get(otto?.id ?? '')).rejects.toMatchObject({ kind: 'not-found' });

  const found = await db.store.statements.list({ q: 'xylophone' }, '-date', FIRST);
  expect(found.items.map((item) => item.article.id)).toEqual([kept.id]);
  expect((await db.store.articles.list({ q: 'zither' }, FIRST)).items.map(({ id }) => id)).toEqual([
    kept.id,
  ]);
  expect(await db.store.articles.count({ publication: 'gone gazette' })).toBe(1);
  // The speaker whom another article names stays, without what only the removed one called her.
  expect(await db.store.speakers.called('Mad Ida')).toEqual([]);
  expect(await db.store.speakers.called('ida blum')).toMatchObject([
    { aliases: ['Blum'], roles: ['tuner of Blum'], statementCount: 1, articleCount: 1 },
  ]);
  expect((await db.store.topics.get('20000011')).statementCount).toBe(1);
  expect(await db.store.counts()).toEqual({ articles: 1, statements: 1, speakers: 1 });
});

test('no table keeps a word of it', async () => {
  const { article: removed } = await save(
    db.store,
    article('https://example.org/qwertz-url', 'Quentin Qwertz', 'Qwertzface'),
  );
  await db.store.articles.remove(removed.id);
  const tables = await db.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`,
  );
  for (const { name } of tables) {
    const rows = await db.query(
      `SELECT t::text AS row FROM "${name}" t WHERE t::text ILIKE '%qwertz%'`,
    );
    expect(rows).toEqual([]);
  }
});

test('the URL can be posted again and makes a new article', async () => {
  const first = await save(db.store, article('https://example.org/again', 'Ann Moss', 'Moss'));
  await db.store.articles.remove(first.article.id);
  const second = await save(db.store, article('https://example.org/again', 'Ann Moss', 'Moss'));
  expect(second.outcome).toBe('created');
  expect(second.article.id).not.toBe(first.article.id);
});

test('all revisions go, with the speakers that only an old one named', async () => {
  const url = 'https://example.org/revised-and-removed';
  const { article: made } = await save(db.store, article(url, 'Old Speaker', 'Olds'));
  await save(db.store, article(url, 'New Speaker', 'News'));
  expect(await db.store.speakers.called('Old Speaker')).toEqual([]); // not listed: nothing current
  await db.store.articles.remove(made.id);
  expect(await db.query(`SELECT name FROM speaker WHERE name LIKE '%Speaker'`)).toEqual([]);
});

test('removing and storing articles of one speaker at once breaks neither', async () => {
  const pieces = Array.from({ length: 12 }, (_, i) =>
    article(`https://example.org/busy-${i}`, 'Busy Person', `Busy ${i % 3}`),
  );
  for (let round = 0; round < 4; round++) {
    const saved = await Promise.all(pieces.map((one) => save(db.store, one)));
    await Promise.all([
      ...saved.slice(0, 6).map((one) => db.store.articles.remove(one.article.id)),
      ...pieces.slice(6).map((one) => save(db.store, one)),
    ]);
    expect(await db.store.speakers.called('Busy Person')).toMatchObject([
      { statementCount: 6, articleCount: 6 },
    ]);
    await Promise.all(saved.slice(6).map((one) => db.store.articles.remove(one.article.id)));
    expect(await db.store.speakers.called('Busy Person')).toEqual([]);
  }
});

test.each(['00000000-0000-7000-8000-000000000000', 'nonsense', ''])(
  'there is nothing to remove at %p',
  async (id) => {
    await expect(db.store.articles.remove(id)).rejects.toMatchObject({ kind: 'not-found' });
  },
);
