// What editors do to topics: lists, filters and counts go by their word, and taking it back gives just what there was.

import { piece, save } from './articleFixtures';
import { useTestStore } from './testStore';

const db = useTestStore();
const FIRST = { limit: 50, cursor: null };
const WORD = { by: 'Ines Marek', note: 'read it' };

const JEWELRY = '20000012';
const FASHION = '20000011';
const ARTS = '20000002';
const CULTURE = '01000000';
const MUSIC = '20000018';
const RAILWAY = '20000340';

const counts = (...ids: string[]) =>
  Promise.all(ids.map(async (id) => (await db.store.topics.get(id)).statementCount));
const idsOf = ({ topics }: { topics: readonly { id: string }[] }) => topics.map(({ id }) => id);

let count = 0;
/** Stores an article that speaks of rings, and gives it with its statement. */
async function rings(url = `https://example.org/topics-${++count}`, more = '') {
  const { article } = await save(
    db.store,
    piece(
      `Ann Art said rings are art.${more}`,
      [{ content: 'rings are art', by: 'Ann Art', topics: [JEWELRY] }],
      { draft: { url }, topics: [FASHION] },
    ),
  );
  const page = await db.store.statements.list({ articleId: article.id }, 'position', FIRST);
  // Lists leave out what else a statement might be.
  return { url, article, statement: await db.store.statements.get(page.items[0]!.id) };
}

test('an editor replaces the topics of a statement in lists, filters and counts', async () => {
  const { statement, article } = await rings();
  const before = await counts(JEWELRY, FASHION, ARTS, CULTURE, MUSIC, RAILWAY);
  const edited = await db.store.statements.setTopics(statement.id, [MUSIC, RAILWAY, MUSIC], WORD);
  expect(edited.topics).toMatchObject([
    { id: MUSIC, confidence: 1, by: 'editor' },
    { id: RAILWAY, confidence: 1, by: 'editor' },
  ]);
  expect(edited.topicsReview).toEqual({
    ...WORD,
    at: expect.any(Date) as Date,
    machine: statement.topics,
  });
  expect(await db.store.statements.get(statement.id)).toEqual(edited);
  expect(await counts(JEWELRY, FASHION, ARTS, CULTURE, MUSIC, RAILWAY)).toEqual([
    before[0]! - 1,
    before[1]! - 1,
    before[2],
    before[3],
    before[4]! + 1,
    before[5]! + 1,
  ]);
  const under = async (topicId: string) => {
    const filter = { topicId, articleId: article.id };
    const { items } = await db.store.statements.list(filter, '-date', FIRST);
    expect(await db.store.statements.count(filter)).toBe(items.length);
    return items.map(({ id }) => id);
  };
  expect(await under(JEWELRY)).toEqual([]);
  expect(await under(MUSIC)).toEqual([statement.id]);
  expect(await under(CULTURE)).toEqual([statement.id]);

  // A second word keeps what the machine had found, not what the first one said.
  const again = await db.store.statements.setTopics(statement.id, [], { by: 'desk', note: null });
  expect(again).toMatchObject({
    topics: [],
    topicsReview: { by: 'desk', note: null, machine: statement.topics },
  });
  expect(await under(CULTURE)).toEqual([]);

  expect(await db.store.statements.setTopics(statement.id, null, WORD)).toEqual(statement);
  expect(await counts(JEWELRY, FASHION, ARTS, CULTURE, MUSIC, RAILWAY)).toEqual(before);
  expect(await under(JEWELRY)).toEqual([statement.id]);
  expect(await db.store.statements.setTopics(statement.id, null, WORD)).toEqual(statement);
});

test("an article's topics outlast storing it again and new revisions; taken back, the newest revision's hold", async () => {
  const { url, article, statement } = await rings();
  const edited = await db.store.articles.setTopics(article.id, [RAILWAY], WORD);
  expect(edited).toMatchObject({
    topics: [{ id: RAILWAY, by: 'editor' }],
    topicsReview: { ...WORD, machine: article.topics },
  });
  // Statements have their own.
  expect(await db.store.statements.get(statement.id)).toEqual(statement);

  expect((await rings(url)).article).toEqual(edited);
  const revised = await save(
    db.store,
    piece('Ann Art said songs are art.', [{ content: 'songs are art', by: 'Ann Art' }], {
      draft: { url },
      topics: [MUSIC, ARTS],
    }),
  );
  expect(revised.outcome).toBe('revised');
  expect(idsOf(revised.article)).toEqual([RAILWAY]);
  expect(revised.article.topicsReview).toMatchObject(WORD);
  expect(revised.article.topicsReview?.machine.map(({ id }) => id)).toEqual([ARTS, MUSIC]);

  const back = await db.store.articles.setTopics(article.id, null, WORD);
  expect(idsOf(back)).toEqual([ARTS, MUSIC]);
  expect(back.topicsReview).toBeNull();
});

test('an editor’s topics of a statement go on with it into the next revision', async () => {
  const { url, statement } = await rings();
  const edited = await db.store.statements.setTopics(statement.id, [MUSIC], WORD);
  const before = await counts(JEWELRY, MUSIC, CULTURE);
  const { statement: later } = await rings(url, ' She said no more.');
  expect(later).toMatchObject({ id: statement.id, article: { revision: 2, current: true } });
  expect(later.topics).toEqual(edited.topics);
  expect(later.topicsReview).toEqual(edited.topicsReview);
  expect(await counts(JEWELRY, MUSIC, CULTURE)).toEqual(before);
  const back = await db.store.statements.setTopics(statement.id, null, WORD);
  expect(idsOf(back)).toEqual([JEWELRY]);
});

test('a statement that a later revision lacks can be corrected, and counts nowhere', async () => {
  const { url, statement } = await rings();
  await save(db.store, piece('Nobody spoke of anything.', [], { draft: { url } }));
  const before = await counts(JEWELRY, MUSIC, CULTURE);
  const edited = await db.store.statements.setTopics(statement.id, [MUSIC], WORD);
  expect(idsOf(edited)).toEqual([MUSIC]);
  expect(edited.article.current).toBe(false);
  expect(await counts(JEWELRY, MUSIC, CULTURE)).toEqual(before);
});

test('nothing of a word is left when its article is deleted', async () => {
  const { article, statement } = await rings();
  await db.store.statements.setTopics(statement.id, [MUSIC], WORD);
  await db.store.articles.setTopics(article.id, [MUSIC], WORD);
  const before = await counts(MUSIC);
  await db.store.articles.remove(article.id);
  expect(await counts(MUSIC)).toEqual([before[0]! - 1]);
  await expect(db.store.articles.setTopics(article.id, [], WORD)).rejects.toMatchObject({
    kind: 'gone',
  });
  await expect(db.store.statements.setTopics(statement.id, [], WORD)).rejects.toMatchObject({
    kind: 'not-found',
  });
  expect(
    await db.query('SELECT FROM article_topic_review WHERE article_id = $1', [article.id]),
  ).toEqual([]);
  expect(
    await db.query('SELECT FROM statement_topic_review WHERE statement_id = $1', [statement.id]),
  ).toEqual([]);
});

test('topics that there are not, and checks that throw, change nothing', async () => {
  const { article, statement } = await rings();
  await expect(
    db.store.statements.setTopics(statement.id, [MUSIC, '99999999'], WORD),
  ).rejects.toMatchObject({ kind: 'invalid-input', fields: [{ pointer: '/topics/1' }] });
  await expect(db.store.articles.setTopics(article.id, ['99999999'], WORD)).rejects.toMatchObject({
    kind: 'invalid-input',
  });
  const check = (): never => {
    throw new Error('seen otherwise');
  };
  await expect(
    db.store.statements.setTopics(statement.id, [MUSIC], { ...WORD, check }),
  ).rejects.toThrow('seen otherwise');
  await expect(
    db.store.articles.setTopics(article.id, [MUSIC], { ...WORD, check }),
  ).rejects.toThrow('seen otherwise');
  expect(await db.store.statements.get(statement.id)).toEqual(statement);
  expect(await db.store.articles.get(article.id)).toEqual(article);
});

test('of two editors who have seen the same, the second learns of the first', async () => {
  const { statement } = await rings();
  const seen = JSON.stringify(statement);
  const check = (current: object): void => {
    if (JSON.stringify(current) !== seen) throw new Error('stale');
  };
  const both = await Promise.allSettled(
    [MUSIC, RAILWAY].map((id) =>
      db.store.statements.setTopics(statement.id, [id], { ...WORD, check }),
    ),
  );
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});
