// `verbatim reextract` as a program: it reads what another engine has read, and nothing twice.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { ENGINE } from '../../src/extraction';
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

test('killed at its work, it goes on where it was', async () => {
  const own = await createEmptyDatabase();
  const where = { DATABASE_URL: own.connectionString };
  const cities = ['Riga', 'Oslo', 'Bern', 'Rome', 'Lima', 'Cork', 'Gent', 'Nice', 'Pisa', 'York'];
  // Long enough that not all are done between two looks.
  const text = (city: string) =>
    `The bridge of ${city} will open in May, the mayor, Ana Ruiz, told reporters on Monday. `.repeat(
      40,
    );
  const lines = cities.map((city) => JSON.stringify({ text: text(city) }));
  await verbatim(['ingest', '-', '--format', 'jsonl'], { env: where, input: lines.join('\n') });
  const store = await openStore({ connectionString: own.connectionString });
  const none = { name: '', version: '' };
  const texts = await store.rereading.outdated(none, { all: true, after: null, limit: 99 });
  expect(texts).toHaveLength(cities.length);
  const engine = { name: 'verbatim-rules', version: '0.1.0' };
  const nothing = { engine, speakers: [], subjects: [], statements: [] };
  for (const { revisionId } of texts)
    await store.rereading.readAgain(revisionId, nothing, { article: [], statements: [] });

  const left = () => store.rereading.countOutdated(ENGINE, false);
  const child = spawn(process.execPath, [resolve(__dirname, '../../dist/cli.js'), 'reextract'], {
    env: { PATH: process.env['PATH'], WORKER_THREADS: '1', ...where },
    stdio: 'ignore',
  });
  const ended = once(child, 'exit');
  while ((await left()) === cities.length && child.exitCode === null) await pause(5);
  child.kill('SIGKILL');
  expect(await ended).toEqual([null, 'SIGKILL']);
  const rest = await left();
  expect(rest).toBeGreaterThan(0);
  expect(rest).toBeLessThan(cities.length);
  const { stdout } = await verbatim(['reextract'], { env: where });
  expect(stdout).toMatch(new RegExp(`: ${rest} read again\\.`));
  expect(await left()).toBe(0);
  await store.close();
  await own.drop();
}, 120_000);
