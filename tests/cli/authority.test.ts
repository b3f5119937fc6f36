// Authority files as the terminal reads them: columns, lists in a field, and every fault with its line.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';

import { readAuthorityFile } from '../../src/cli/authorityFile';
import type { TestDatabase } from '../support/database';
import { createTestDatabase } from '../support/database';
import { verbatim } from './verbatim';

async function read(text: string, format: 'csv' | 'jsonl') {
  const found: string[] = [];
  for await (const { line, result } of readAuthorityFile(Readable.from([text]), format)) {
    found.push(`${line}: ${result instanceof Error ? result.message : JSON.stringify(result)}`);
  }
  return found;
}

const shown = (name: string, some: object = {}): string =>
  JSON.stringify({ name, type: 'person', aliases: [], roles: [], sameAs: [], ...some });

test.each<[string, string, string[]]>([
  ['a name alone', 'name\nAda Byron\n', [`2: ${shown('Ada Byron')}`]],
  [
    'a byte order mark and Windows line ends',
    '\uFEFFname,type\r\nOxfam,organisation\r\n',
    [`2: ${shown('Oxfam', { type: 'organisation' })}`],
  ],
  [
    'columns in any order, lists in a field',
    'roles,name,aliases,sameAs\n"mayor; MP","Li, Bo",Bo | B. Li,http://a.example/1|http://a.example/2\n',
    [
      `2: ${shown('Li, Bo', { aliases: ['Bo', 'B. Li'], roles: ['mayor', 'MP'], sameAs: ['http://a.example/1', 'http://a.example/2'] })}`,
    ],
  ],
  [
    'a field over two lines',
    'name,roles\nA B,"one\ntwo"\nC D,\n',
    [`2: ${shown('A B', { roles: ['one\ntwo'] })}`, `4: ${shown('C D')}`],
  ],
  [
    'faults of several lines',
    'name,type\n,person\nBo Li,robot\nOne Two,person,x\n',
    [
      '2: name must hold more than white space, and no NUL character',
      '3: type must be person, organisation or document',
      '4: there are 3 fields, and 2 columns',
    ],
  ],
  [
    'an unknown column',
    'name,role\nA B,c\n',
    ['1: the column role is not known; there are name, type, aliases, roles, sameAs'],
  ],
  [
    'no names',
    'nom\nA B\n',
    ['1: the first line must name the columns, among them "name" (it has nom)'],
  ],
  ['a column twice', 'name,name\nA,B\n', ['1: a column is named twice']],
  [
    'an address that is none',
    'name,sameAs\nA B,Q42\n',
    ['2: sameAs.0 must be a whole http or https address'],
  ],
])('CSV: %s', async (_title, text, expected) => {
  expect(await read(text, 'csv')).toEqual(expected);
});

test('CSV: an unclosed quotation mark', async () => {
  const found = await read('name\n"Ada Byron\nBo Li\n', 'csv');
  expect(found.at(-1)).toMatch(/^\d+: this is not CSV: /);
});

test.each<[string, string, string[]]>([
  [
    'objects and empty lines',
    '{"name":"Ada Byron"}\n\n{"name":"Oxfam","type":"organisation","aliases":null}\n',
    [`1: ${shown('Ada Byron')}`, `3: ${shown('Oxfam', { type: 'organisation' })}`],
  ],
  ['no object', '[1]\n', ['1: the line must be a JSON object']],
  ['an unknown field', '{"name":"A B","born":1900}\n', ['1: born is not known here']],
  ['a list that is none', '{"name":"A B","aliases":"C"}\n', ['1: aliases must be a list']],
])('JSON Lines: %s', async (_title, text, expected) => {
  expect(await read(text, 'jsonl')).toEqual(expected);
});

test('JSON Lines: what is no JSON', async () => {
  const found = await read('{"name":"A B"}\nnope\n', 'jsonl');
  expect(found[1]).toMatch(/^2: this is not JSON: /);
});

describe('verbatim authority import', () => {
  let database: TestDatabase;
  let folder: string;
  beforeAll(async () => {
    database = await createTestDatabase();
    folder = await mkdtemp(join(tmpdir(), 'verbatim-authority-'));
  });
  afterAll(async () => {
    await rm(folder, { recursive: true });
    await database.drop();
  });

  async function run(name: string, text: string, ...options: string[]) {
    const file = join(folder, name);
    await writeFile(file, text);
    const env = { DATABASE_URL: database.connectionString };
    return verbatim(['authority', 'import', file, ...options], { env });
  }

  test('tells what became of the entries, also the second time', async () => {
    const rows = Array.from({ length: 4500 }, (_, i) => `Ada Byron${i},http://a.example/${i}`);
    const text = ['name,sameAs', ...rows].join('\n');
    expect(await run('people.csv', text)).toMatchObject({
      code: 0,
      stdout: '4500 entries: 4500 added, 0 changed, 0 unchanged.\n',
    });
    expect(await run('people.csv', text.replace('Byron7,', 'King,'))).toMatchObject({
      code: 0,
      stdout: '4500 entries: 0 added, 1 changed, 4499 unchanged.\n',
    });
  });

  test('imports nothing of a file with faults, each told with its line', async () => {
    const ran = await run('bad.list', '{"name":"New One"}\n{"nmae":"A B"}\n', '--format', 'jsonl');
    expect(ran.code).toBe(1);
    expect(ran.stderr).toMatch(
      /bad\.list:2: name must be text; nmae is not known here\n1 fault in .*nothing was imported/,
    );
    expect(await run('good.jsonl', '{"name":"New One"}')).toMatchObject({
      stdout: '1 entry: 1 added, 0 changed, 0 unchanged.\n',
    });
  });

  test.each([
    ['a file whose format nobody knows', 'people.xls', 'x', /ends neither in \.csv nor in \.jsonl/],
    ['an empty file', 'empty.csv', '', /is empty/],
  ])('refuses %s', async (_title, name, text, message) => {
    const ran = await run(name, text);
    expect([ran.code, ran.stderr]).toEqual([1, expect.stringMatching(message)]);
  });
});
