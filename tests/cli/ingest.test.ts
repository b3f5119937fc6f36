// `verbatim ingest` as a program: everything that it takes, and what it says of what it could not take.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Store } from '../../src/storage';
import { openStore } from '../../src/storage';
import type { TestDatabase } from '../support/database';
import { createTestDatabase } from '../support/database';
import type { Ran } from './verbatim';
import { verbatim } from './verbatim';

let database: TestDatabase;
let store: Store;
let folder: string;
let site: Server;
let siteUrl: string;

const said = (what: string): string =>
  `The bridge over the river will ${what} in May, the mayor, Ana Ruiz, told reporters on Monday.`;

beforeAll(async () => {
  site = createServer((request, response) => {
    if (request.url !== '/story') response.writeHead(404).end();
    else response.setHeader('content-type', 'text/html').end(`<p>${said('be painted')}</p>`);
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  siteUrl = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
});
beforeEach(async () => {
  database = await createTestDatabase();
  store = await openStore({ connectionString: database.connectionString });
  folder = mkdtempSync(join(tmpdir(), 'verbatim-ingest-'));
});
afterEach(async () => {
  await store.close();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});
afterAll(() => new Promise((resolve) => site.close(resolve)));

const write = (name: string, content: string | Buffer): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const ingest = (args: readonly string[], input: string | Buffer = ''): Promise<Ran> =>
  verbatim(['ingest', ...args], { env: { DATABASE_URL: database.connectionString }, input });
const articles = async (): Promise<
  readonly { title: string | null; publication: string | null }[]
> => (await store.articles.list({}, { limit: 50, cursor: null })).items;

test('takes a folder with texts, pages, JSON and JSON Lines, and leaves other files alone', async () => {
  write('a.txt', said('open'));
  write(
    'b.html',
    `<html><head><title>Close</title></head><body><p>${said('close')}</p></body></html>`,
  );
  mkdirSync(join(folder, 'deeper'));
  write('deeper/c.json', JSON.stringify({ title: 'Shut', text: said('shut') }));
  write('d.jsonl', ['sink', 'rise'].map((what) => JSON.stringify({ text: said(what) })).join('\n'));
  write('e.png', 'not an article');
  const first = await ingest([folder]);
  expect(first).toEqual({
    code: 0,
    stdout: '5 articles: 5 new, 0 revised, 0 already there.\n',
    stderr: '',
  });
  expect((await articles()).map(({ title }) => title)).toContain('Shut');
  const again = await ingest([folder]);
  expect(again.stdout).toBe('5 articles: 0 new, 0 revised, 5 already there.\n');
});

test('says of each that failed which it was and why, stores the others, and fails', async () => {
  write('empty.txt', '  \n');
  write(
    'german.txt',
    'Der Bürgermeister sagte am Montag, dass die Brücke im Mai eröffnet werde, und freute sich sehr.',
  );
  write('latin.txt', Buffer.from('Ana Ruiz said caf\xe9s would open.', 'latin1'));
  write(
    'lines.jsonl',
    [JSON.stringify({ text: said('open') }), '{"text": 7}', 'nonsense'].join('\n'),
  );
  write('list.json', JSON.stringify([{ text: said('close') }, { headline: 'x' }]));
  const { code, stdout } = await ingest([folder]);
  expect(code).toBe(1);
  expect(stdout).toMatch(/^8 articles: 2 new, 0 revised, 0 already there, 6 failed\.$/m);
  expect(stdout).toMatch(/^ {2}\S+empty\.txt: .*empty/m);
  expect(stdout).toMatch(/^ {2}\S+german\.txt: .*English/m);
  expect(stdout).toMatch(/^ {2}\S+latin\.txt: .*UTF-8/m);
  expect(stdout).toMatch(/^ {2}\S+lines\.jsonl line 2: .*\/text/m);
  expect(stdout).toMatch(/^ {2}\S+lines\.jsonl line 3: .*not JSON/m);
  expect(stdout).toMatch(/^ {2}\S+list\.json number 2: .*headline/m);
});

test('an article and its correction become two revisions, and stay so when they come again', async () => {
  const url = 'https://news.example/bridge';
  const lines = [
    { url, title: 'First', text: said('close') },
    { url, title: 'Corrected', text: said('open') },
  ];
  const file = write('both.jsonl', lines.map((line) => JSON.stringify(line)).join('\n'));
  expect((await ingest([file])).stdout).toContain('1 new, 1 revised, 0 already there');
  expect((await ingest([file])).stdout).toContain('0 new, 0 revised, 2 already there');
  expect((await articles()).map(({ title }) => title)).toEqual(['Corrected']);
});

test('takes standard input as what it is, and fills in the publication that is given', async () => {
  await ingest(['-', '--publication', 'The Sample Herald'], said('open'));
  await ingest(
    ['-', '--publication', 'The Sample Herald'],
    JSON.stringify({ publication: 'The Sample Post', text: said('close') }),
  );
  expect((await articles()).map(({ publication }) => publication).sort()).toEqual([
    'The Sample Herald',
    'The Sample Post',
  ]);
});

test('a page in windows-1252 keeps its quotation marks', async () => {
  const page = Buffer.from(
    '<meta charset="windows-1252"><p>\x93We open the caf\xe9 in May,\x94 the mayor, Ana Ruiz, told reporters on Monday.</p>',
    'latin1',
  );
  expect((await ingest([write('page.html', page)])).code).toBe(0);
  const [article] = (await store.articles.list({}, { limit: 1, cursor: null })).items;
  expect((await store.articles.text(article?.id ?? '')).text).toContain(
    '“We open the café in May,”',
  );
});

test('fetches the pages of a list of addresses', async () => {
  const list = write('today.txt', `# today\n${siteUrl}/story\n${siteUrl}/gone\n`);
  const { code, stdout } = await ingest([list]);
  expect(code).toBe(1);
  expect(stdout).toContain('2 articles: 1 new, 0 revised, 0 already there, 1 failed.');
  expect(stdout).toContain(`${siteUrl}/gone: the site answered 404`);
});

test('a wrong path stops everything before anything is stored', async () => {
  const { code, stderr } = await ingest([write('a.txt', said('open')), join(folder, 'b.txt')]);
  expect(code).toBe(1);
  expect(stderr).toContain(`There is no file or folder ${join(folder, 'b.txt')}.`);
  expect(await articles()).toEqual([]);
});

test('a deleted article comes back when someone ingests it again', async () => {
  const file = write('a.txt', said('open'));
  await ingest([file]);
  const [article] = (await store.articles.list({}, { limit: 1, cursor: null })).items;
  await store.articles.remove(article?.id ?? '');
  expect((await ingest([file])).stdout).toContain('1 new');
});
