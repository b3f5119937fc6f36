// What a document is taken for, by its name and by its content.

import {
  formatByContent,
  formatByName,
  jsonDocuments,
  textOrAddresses,
} from '../../src/cli/documents';

test.each([
  ['article.txt', 'text'],
  ['PAGE.HTML', 'html'],
  ['a/b.c/page.htm', 'html'],
  ['item.json', 'json'],
  ['item.jsonld', 'json'],
  ['many.jsonl', 'jsonl'],
  ['many.ndjson', 'jsonl'],
  ['list.urls', 'urls'],
  ['picture.png', null],
  ['README', null],
])('%s is %s', (name, format) => {
  expect(formatByName(name)).toBe(format);
});

test.each([
  ['a text', 'He said it rained.\nIt did.', 'text'],
  ['a text that begins with a bracket', '[Update] He said it rained.\nIt did.', 'text'],
  ['nothing', '', 'text'],
  ['a page', '\n<!doctype html><p>He said it rained.', 'html'],
  ['an article', '{\n  "text": "He said it rained."\n}', 'json'],
  ['a list of articles', '[{"text": "A"},\n{"text": "B"}]', 'json'],
  ['broken JSON', '{"text": "A",\n"title": }', 'json'],
  ['JSON Lines', '{"text": "A"}\n{"text": "B"}\n', 'jsonl'],
  ['JSON Lines with a broken second line', '{"text": "A"}\n{"text": \n', 'jsonl'],
  ['addresses', '# today\nhttps://a.example/1\n\nhttp://b.example/2\n', 'urls'],
  ['a text that is mostly an address', 'https://a.example/1\nHe said so.', 'text'],
])('%s is known by its content', (_title, content, format) => {
  expect(formatByContent(Buffer.from(content))).toBe(format);
});

test('a .txt file may list addresses, and else is a text whatever it begins with', () => {
  expect(textOrAddresses(Buffer.from('https://a.example/1\n'))).toBe('urls');
  expect(textOrAddresses(Buffer.from('{"not": "json here"}'))).toBe('text');
});

test('a list of articles is several documents, a JSON-LD list is one', () => {
  const documents = (json: unknown): number =>
    jsonDocuments(Buffer.from(JSON.stringify(json))).length;
  expect(documents([{ text: 'A' }, { text: 'B' }])).toBe(2);
  expect(documents({ text: 'A' })).toBe(1);
  expect(documents([{ '@type': 'Organization' }, { '@type': 'NewsArticle' }])).toBe(1);
});
