// The small commands, and the help that teaches them.

import { openStore } from '../../src/storage';
import type { TestDatabase } from '../support/database';
import { createEmptyDatabase } from '../support/database';
import { verbatim } from './verbatim';

let database: TestDatabase;
let env: Record<string, string>;
beforeAll(async () => {
  database = await createEmptyDatabase();
  env = { DATABASE_URL: database.connectionString };
});
afterAll(() => database.drop());

test('migrate says what it has applied, and then that there is nothing to do', async () => {
  expect((await verbatim(['migrate'], { env })).stdout).toMatch(/^Applied:\n {2}\d+_init/);
  expect(await verbatim(['migrate'], { env })).toEqual({
    code: 0,
    stdout: 'The schema is up to date.\n',
    stderr: '',
  });
});

test('keys are made, listed without their secrets, and revoked', async () => {
  expect((await verbatim(['keys', 'list'], { env })).stdout).toContain('There are no keys.');
  const created = await verbatim(['keys', 'create', 'ingest-bot'], { env });
  const secret = created.stdout.trim();
  const id = /id ([\w-]{36})/.exec(created.stderr)?.[1] ?? '';
  expect(secret).toMatch(/^\S{20,}$/);

  const store = await openStore({ connectionString: database.connectionString });
  expect((await store.keys.verify(secret))?.name).toBe('ingest-bot');
  const listed = (await verbatim(['keys', 'list'], { env })).stdout;
  expect(listed).toContain(id);
  expect(listed).toContain('last used');
  expect(listed).not.toContain(secret);

  expect((await verbatim(['keys', 'revoke', id], { env })).stdout).toContain(
    '"ingest-bot" is revoked',
  );
  expect(await store.keys.verify(secret)).toBeNull();
  await store.close();
  expect((await verbatim(['keys', 'list'], { env })).stdout).toContain('revoked');
});

test('seed loads the samples once', async () => {
  const first = await verbatim(['seed'], { env });
  expect(first.stdout).toMatch(/^Sample articles: 1\d new, 1 corrected, 0 already there\.$/m);
  const second = await verbatim(['seed'], { env });
  expect(second.stdout).toMatch(/^Sample articles: 0 new, 0 corrected, 1\d already there\.$/m);
});

test.each([
  [[], /Start here:/],
  [['--help'], /verbatim extract article\.txt/],
  [['help', 'ingest'], /Pages are fetched one at a time/],
  [['keys', '--help'], /Authorization: Bearer KEY/],
  [['serve', '--help'], /DATABASE_URL=/],
])('%j teaches', async (args, expected) => {
  const { stdout, stderr } = await verbatim(args);
  expect(stdout + stderr).toMatch(expected);
});

test.each([
  [['exctract'], /unknown command 'exctract'[\s\S]*Did you mean extract\?/],
  [['ingest'], /missing required argument 'input'/],
  [['ingest', 'x', '--format', 'pdf'], /Allowed choices are text, html, json, jsonl, urls/],
  [['keys', 'revoke', 'nonsense'], /There is no key nonsense\./],
])('%j fails and says how it is used', async (args, expected) => {
  const { code, stderr } = await verbatim(args, { env });
  expect(code).toBe(1);
  expect(stderr).toMatch(expected);
});
