// Whatever happened since, the record as of a moment is what was read at that moment; only what was deleted stays away.

import { setTimeout as pause } from 'node:timers/promises';

import type { StatementFilter } from '../../src/storage';
import { piece, save } from './articleFixtures';
import { useTestStore } from './testStore';

const db = useTestStore();
const FIRST = { limit: 100, cursor: null };
const CULTURE = '01000000';
const ARTS = '20000002';

const texts = [
  ['Ann Art said songs are art.', 'songs are art', 'Ann Art'],
  ['Ann Art said that songs are art.', 'that songs are art', 'Ann Art'],
  ['Ben Bass said songs are noise.', 'songs are noise', 'Ben Bass'],
  ['Ann Art said nothing is art. She left.', 'nothing is art', 'Ann Art'],
] as const;

const hand = (url: string, text: number) => {
  const [whole, content, by] = texts[text]!;
  return save(
    db.store,
    piece(whole, [{ content, by, topics: [ARTS] }], {
      draft: { url, title: `Version ${text}`, publication: 'The Daily Lantern' },
      topics: [ARTS],
    }),
  );
};

async function snapshot(asOf?: Date) {
  const at = asOf === undefined ? {} : { asOf };
  const list = async (filter: StatementFilter, sort: '-date' | 'date' = '-date') =>
    (await db.store.statements.list({ ...filter, ...at }, sort, FIRST)).items.map(
      ({ id, content, speakers, article, topics }) => ({
        id,
        words: content.map(({ exact }) => exact),
        by: speakers.map(({ name }) => name),
        of: [article.id, article.revision, article.title],
        topics: topics.map((topic) => topic.id),
      }),
    );
  const speakers = await db.store.speakers.list(at, FIRST);
  const articles = await db.store.articles.list(at, FIRST);
  const counted = (items: readonly { id: string; statementCount: number }[]) =>
    items.map(({ id, statementCount }) => [id, statementCount]).sort();
  return {
    all: await list({}),
    oldestFirst: await list({}, 'date'),
    art: await list({ topicId: CULTURE }),
    words: await list({ q: 'songs', form: 'indirect' }),
    count: await db.store.statements.count({ ...at }),
    bySpeaker: await Promise.all(
      speakers.items.map(async ({ id }) => [id, await list({ speakerIds: [id] })]),
    ),
    speakers: counted(speakers.items),
    topic: (await db.store.topics.get(CULTURE, asOf)).statementCount,
    articles: counted(articles.items),
    texts: await Promise.all(articles.items.map(({ id }) => db.store.articles.text(id, at))),
    revisions: await Promise.all(
      articles.items.map(
        async ({ id }) => (await db.store.articles.revisions(id, FIRST, asOf)).items.length,
      ),
    ),
  };
}

test('after revisions and corrections of topics', async () => {
  const taken: { at: Date; was: Awaited<ReturnType<typeof snapshot>> }[] = [];
  const steps: (() => Promise<unknown>)[] = [
    () => hand('https://example.org/as-of/1', 0),
    () => hand('https://example.org/as-of/2', 2),
    () => hand('https://example.org/as-of/1', 1),
    () => hand('https://example.org/as-of/1', 3),
    () => hand('https://example.org/as-of/2', 0),
    () => hand('https://example.org/as-of/1', 0),
  ];
  for (const step of steps) {
    await step();
    await pause(3);
    taken.push({ at: new Date(), was: await snapshot() });
    await pause(3);
  }
  for (const { at, was } of taken) expect(await snapshot(at)).toEqual(was);

  // One by one, by the ids that lists gave.
  const ids = new Set(taken.flatMap(({ was }) => was.all.map(({ id }) => id)));
  for (const { at, was } of taken) {
    for (const id of ids) {
      const then = was.all.find((statement) => statement.id === id);
      const read = db.store.statements.get(id, at);
      if (then === undefined) await expect(read).rejects.toMatchObject({ kind: 'not-found' });
      else expect((await read).content.map(({ exact }) => exact)).toEqual(then.words);
    }
  }
});

test('pages of what held once follow on one another', async () => {
  const at = new Date();
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page = await db.store.statements.list({ asOf: at }, '-date', { limit: 1, cursor });
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  } while (cursor !== null);
  expect(seen).toEqual((await snapshot(at)).all.map(({ id }) => id));
  expect(seen.length).toBeGreaterThan(1);
});

test('before anything was stored there was nothing; what is deleted is so at every moment', async () => {
  const before = new Date();
  await pause(3);
  const { article } = await hand('https://example.org/as-of/gone', 0);
  await pause(3);
  const there = new Date();
  await expect(db.store.articles.get(article.id, before)).rejects.toMatchObject({
    kind: 'not-found',
  });
  expect((await db.store.articles.get(article.id, there)).revision).toBe(1);
  await db.store.articles.remove(article.id);
  await expect(db.store.articles.get(article.id, there)).rejects.toMatchObject({ kind: 'gone' });
  const { items } = await db.store.statements.list({ asOf: there }, '-date', FIRST);
  expect(items.map((statement) => statement.article.id)).not.toContain(article.id);
});
