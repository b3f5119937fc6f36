// What a comparison of two revisions shows of statements, where engines and editors have been at work between them.

import type { StatementRecord } from '../../src/storage';
import { piece, save } from './articleFixtures';
import { useTestStore } from './testStore';

const db = useTestStore();
const TEXT = 'Ann Art said songs are art. Ben Bass said rings are art. Cy Cole said he’s “glad”.';
const LATER = `${TEXT} The end.`;
const said = (content: string, by: string) => ({ content, by, source: by, cue: 'said' });
const ANN = said('songs are art', 'Ann Art');
const BEN = said('rings are art', 'Ben Bass');
const WORD = { by: 'Ines Marek', note: null };
const REJECTED = { review: 'rejected', reading: null, speakers: null, topics: null } as const;

const statements = async (articleId: string): Promise<readonly StatementRecord[]> =>
  (await db.store.statements.list({ articleId }, 'position', { limit: 9, cursor: null })).items;
const fates = async (articleId: string, from = 1, to = 2) =>
  (await db.store.articles.compareRevisions(articleId, from, to)).statements.map(
    ({ fate, before, after }) => [fate, (after ?? before)?.content[0]?.exact],
  );
const latest = async (articleId: string) =>
  (await db.store.articles.revisions(articleId, { limit: 1, cursor: null })).items[0]!;

let count = 0;
/** An article of several texts, one after the other. */
async function revise(...texts: [text: string, said: (typeof ANN)[], title?: string][]) {
  const url = `https://diff.example/${++count}`;
  let id = '';
  for (const [text, all, title = null] of texts)
    id = (await save(db.store, piece(text, all, { draft: { url, title } }))).article.id;
  return id;
}

test('what a newer engine no longer finds in the current text is not in it', async () => {
  const id = await revise([TEXT, [ANN, BEN]], [LATER, [ANN, BEN]]);
  const newer = { name: 'test', version: '9' };
  const texts = await db.store.rereading.outdated(newer, { all: false, after: null, limit: 99 });
  const { revisionId } = texts.find(({ articleId }) => articleId === id)!;
  const { extraction, topics } = piece(LATER, [ANN]);
  await db.store.rereading.readAgain(revisionId, { ...extraction, engine: newer }, topics);
  expect(await fates(id)).toEqual([
    ['kept', 'songs are art'],
    ['removed', 'rings are art'],
  ]);
});

test('what an editor has rejected is in no comparison and no count, until the machine says something else', async () => {
  const id = await revise([TEXT, [ANN, BEN]]);
  const [ann] = await statements(id);
  await db.store.statements.edit(ann!.id, { ...REJECTED, revision: 1 }, WORD);
  const { url } = await db.store.articles.get(id);
  await save(db.store, piece(LATER, [ANN, BEN], { draft: { url } }));
  expect(await fates(id)).toEqual([['kept', 'rings are art']]);
  expect((await latest(id)).changes).toEqual({ kept: 1, changed: 0, added: 0, removed: 0 });

  const third = LATER.replace('songs are', 'songs and books are');
  const other = said('songs and books are art', 'Ann Art');
  await save(db.store, piece(third, [other, BEN], { draft: { url } }));
  expect(await fates(id, 2, 3)).toEqual([
    ['added', 'songs and books are art'],
    ['kept', 'rings are art'],
  ]);
  expect((await latest(id)).changes).toEqual({ kept: 1, changed: 0, added: 1, removed: 0 });
});

test('other marks are no other words, in counts and comparisons alike', async () => {
  const straight = TEXT.replace('’', "'").replace(/[“”]/g, '"');
  const id = await revise(
    [TEXT, [ANN, said('he’s “glad”', 'Cy Cole')]],
    [straight, [ANN, said(`he's "glad"`, 'Cy Cole')]],
  );
  expect((await fates(id)).map(([fate]) => fate)).toEqual(['kept', 'kept']);
  expect(await latest(id)).toMatchObject({
    changes: { kept: 2, changed: 0, added: 0, removed: 0 },
    silentEdit: false,
  });
});

test.each([
  ['Art', 'CORRECTED-Art', false],
  ['CORRECTED-Art', 'CORRECTED-Art', true],
  ['Art', 'Art', true],
])('headline %j → %j: silent edit %s', async (before, after, silentEdit) => {
  const id = await revise([TEXT, [ANN], before], [LATER, [ANN], after]);
  expect(await latest(id)).toMatchObject({ silentEdit, notice: null });
});
