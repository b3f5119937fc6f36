// `verbatim reextract` as a program: it reads what another engine has read, and nothing twice.

import { openStore } from '../../src/storage';
import { createEmptyDatabase, type TestDatabase } from '../support/database';
import { verbatim } from './verbatim';

let database: TestDatabase;
let env: Record<string, string>;
beforeAll(async () => {
  database = await createEmptyDatabase();
  env = { DATABASE_URL: database.connectionString };
});
afterAll(() => database.drop());

test('texts of an earlier engine are read again, once', async () => {
  await verbatim(['ingest', '-', '--format', 'text'], {
    env,
    input: 'The bridge will open in May, the mayor, Ana Ruiz, told reporters on Monday.',
  });
  const store = await openStore({ connectionString: database.connectionString });
  const list = () => store.statements.list({}, '-date', { limit: 9, cursor: null });
  const before = (await list()).items;
  expect(before.map(({ content }) => content[0]?.exact)).toEqual(['The bridge will open in May']);
  expect((await verbatim(['reextract'], { env })).stdout).toMatch(/^0 articles .*: 0 read again\./);

  // As if an earlier one had found nothing.
  const [text] = await store.rereading.outdated(
    { name: '', version: '' },
    { all: true, after: null, limit: 1 },
  );
  const engine = { name: 'verbatim-rules', version: '0.1.0' };
  const nothing = { engine, speakers: [], subjects: [], statements: [] };
  await store.rereading.readAgain(text!.revisionId, nothing, { article: [], statements: [] });
  expect((await list()).items).toEqual([]);
  const { code, stdout, stderr } = await verbatim(['reextract'], { env });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^1 article \(verbatim-learned [\d.]+\): 1 read again\./);
  expect((await list()).items.map(({ content }) => content[0]?.exact)).toEqual([
    'The bridge will open in May',
  ]);
  await store.close();
});
