// A stored text read again by another engine: ids stay, editors' words stand, and what was said before stays readable.

import { setTimeout as pause } from 'node:timers/promises';

import type { StatementRecord } from '../../src/storage';
import { piece, save } from './articleFixtures';
import { useTestStore } from './testStore';

const db = useTestStore();
const FIRST = { limit: 100, cursor: null };
const WORD = { by: 'Ines Marek', note: null };
const TEXT = 'Ann Art said songs are art. Ben Bass said rings are art. Cy Cole said art is long.';
const ENGINE = { name: 'test', version: '9' };

const said = (content: string, by: string) => ({ content, by, cue: 'said', topics: ['20000002'] });
const OLD = [said('songs are art', 'Ann Art'), said('rings are art', 'Ben Bass')];

const statements = async (articleId: string): Promise<readonly StatementRecord[]> =>
  (await db.store.statements.list({ articleId }, 'position', FIRST)).items;
const words = (all: readonly StatementRecord[]) =>
  all.map(({ content, speakers }) => [content[0]!.exact, ...speakers.map(({ name }) => name)]);

async function again(revisionId: string, found: ReturnType<typeof said>[]) {
  const { extraction, topics } = piece(TEXT, found);
  return db.store.rereading.readAgain(revisionId, { ...extraction, engine: ENGINE }, topics);
}

test('statements that are found again keep their ids, others come and go', async () => {
  const { article } = await save(
    db.store,
    piece(TEXT, OLD, { draft: { url: 'https://a.example/1' } }),
  );
  const before = await statements(article.id);
  await pause(5);
  const at = new Date();
  await pause(5);
  const [outdated] = await db.store.rereading.outdated(ENGINE, {
    all: false,
    after: null,
    limit: 9,
  });
  expect(outdated).toMatchObject({ articleId: article.id, text: TEXT });
  expect(await db.store.rereading.countOutdated(ENGINE, false)).toBe(1);

  const found = [OLD[0]!, said('art is long', 'Cy Cole')];
  expect(await again(outdated!.revisionId, found)).toBe(true);
  expect(await db.store.rereading.countOutdated(ENGINE, false)).toBe(0);
  expect(await db.store.rereading.countOutdated(ENGINE, true)).toBe(1);

  const now = await statements(article.id);
  expect(words(now)).toEqual([
    ['songs are art', 'Ann Art'],
    ['art is long', 'Cy Cole'],
  ]);
  expect(now[0]).toMatchObject({ id: before[0]!.id, engine: ENGINE, article: { revision: 1 } });
  expect((await db.store.articles.get(article.id)).statementCount).toBe(2);
  expect(await db.store.articles.get(article.id)).toMatchObject({ revision: 1 });
  const then = (
    await db.store.statements.list({ articleId: article.id, asOf: at }, 'position', FIRST)
  ).items;
  expect(words(then)).toEqual(words(before));
  expect(then.map(({ engine }) => engine)).toEqual(before.map(({ engine }) => engine));
  const speakers = (await db.store.speakers.list({}, FIRST)).items;
  expect(speakers.map(({ name, statementCount }) => [name, statementCount]).sort()).toEqual([
    ['Ann Art', 1],
    ['Cy Cole', 1],
  ]);
});

test('an editor’s word is never overwritten', async () => {
  const { article } = await save(
    db.store,
    piece(TEXT, OLD, { draft: { url: 'https://a.example/2' } }),
  );
  const [first, second] = await statements(article.id);
  const edit = { revision: 1, reading: null, topics: null } as const;
  await db.store.statements.edit(
    first!.id,
    { ...edit, review: 'corrected', speakers: [{ name: 'Dee Dorn', type: 'person' }] },
    WORD,
  );
  await db.store.statements.edit(second!.id, { ...edit, review: 'rejected', speakers: null }, WORD);
  const corrected = await db.store.statements.get(first!.id);
  const [outdated] = (
    await db.store.rereading.outdated(ENGINE, { all: false, after: null, limit: 9 })
  ).filter(({ articleId }) => articleId === article.id);
  expect(await again(outdated!.revisionId, [...OLD, said('art is long', 'Cy Cole')])).toBe(true);

  expect(await db.store.statements.get(first!.id)).toEqual(corrected);
  expect((await db.store.statements.get(second!.id)).review.state).toBe('rejected');
  expect(words(await statements(article.id))).toEqual([
    ['songs are art', 'Dee Dorn'],
    ['art is long', 'Cy Cole'],
  ]);
  // Also where the engine no longer finds it.
  expect(await again(outdated!.revisionId, [])).toBe(true);
  expect(words(await statements(article.id))).toEqual([['songs are art', 'Dee Dorn']]);
  // And the word can still be taken back.
  await db.store.statements.edit(first!.id, { ...edit, review: 'machine', speakers: null }, WORD);
  expect(words(await statements(article.id))).toEqual([['songs are art', 'Ann Art']]);
});

test('a text that has been replaced meanwhile is left alone', async () => {
  const url = 'https://a.example/3';
  await save(db.store, piece(TEXT, OLD, { draft: { url } }));
  const all = await db.store.rereading.outdated(ENGINE, { all: false, after: null, limit: 99 });
  const { article } = await save(db.store, piece(`${TEXT} The end.`, OLD, { draft: { url } }));
  const { revisionId } = all.find(({ articleId }) => articleId === article.id)!;
  expect(await again(revisionId, [])).toBe(false);
  expect(await statements(article.id)).toHaveLength(2);
});

test('of two that say the same, the one that an editor has seen stays, and so does the other', async () => {
  const text = 'Ann Art said songs are art. Rain fell. Ann Art said songs are art. It went on.';
  const twins = piece(text, [OLD[0]!, OLD[0]!], { draft: { url: 'https://a.example/4' } });
  const at = text.lastIndexOf('songs are art');
  const content = [{ start: at, end: at + 'songs are art'.length }];
  const [first, second] = twins.extraction.statements;
  const statementsOfBoth = [first!, { ...second!, content }];
  const extraction = { ...twins.extraction, statements: statementsOfBoth };
  const { article } = await save(db.store, { ...twins, extraction });
  const before = await statements(article.id);
  const edit = { review: 'confirmed', revision: 1, reading: null, speakers: null } as const;
  await db.store.statements.edit(before[1]!.id, { ...edit, topics: null }, WORD);
  const texts = await db.store.rereading.outdated(ENGINE, { all: false, after: null, limit: 99 });
  const { revisionId } = texts.find(({ articleId }) => articleId === article.id)!;
  const newer = { ...extraction, engine: ENGINE };
  expect(await db.store.rereading.readAgain(revisionId, newer, twins.topics)).toBe(true);
  const places = (all: readonly StatementRecord[]) =>
    all.map(({ id, content: [span] }) => [id, span!.start]);
  expect(places(await statements(article.id))).toEqual(places(before));
});
