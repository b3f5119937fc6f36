// RIS, as a parser that is not ours reads it.

import type { Citable } from '../../src/citation';
import { ris } from '../../src/citation/formats/ris';
import { citable, HOSTILE_TITLES, UNKNOWN } from './citable';
import { readBack } from './readBack';

const at = { page: '', list: '', nextPage: null };
const written = (...statements: Citable[]): string => ris.many!(statements, { base: '' }, at);

test('a record cites the article and notes the words, one field a line', () => {
  expect(
    written(citable({ article: { byline: 'Nadia Perrault and Herald staff' } })).split('\r\n'),
  ).toEqual([
    'TY  - NEWS',
    'ID  - verbatim-019ab3f2-6a1b-7e01-b2c4-0d5d1f0a9e77',
    'AU  - Perrault, Nadia',
    'AU  - Herald staff',
    'TI  - Serrane and Kestria vow to finish railway',
    'T2  - The Sample Herald',
    'PY  - 2026',
    'DA  - 2026/05/12/',
    'UR  - https://herald.example/summit',
    'N1  - Joren Halvik: “Neighbours cannot be chosen, but friendships can, […] This tree will outlive us both.”',
    'ER  - ',
    '',
  ]);
});

test('it reads back as the same article', () => {
  expect(readBack(written(citable()), '@ris/file')).toMatchObject([
    {
      type: 'article-newspaper',
      title: 'Serrane and Kestria vow to finish railway',
      'container-title': 'The Sample Herald',
      URL: 'https://herald.example/summit',
    },
  ]);
});

test('a paraphrase gets no quotation marks', () => {
  const paraphrase = citable({
    form: 'indirect',
    text: 'Halvik said it would rain.',
    said: ['it would rain'],
  });
  expect(written(paraphrase)).toContain('N1  - Joren Halvik: it would rain\r\n');
});

test('without publication, date, byline, headline and address there is still a record', () => {
  const tags = written(citable({ article: UNKNOWN })).match(/^[A-Z0-9]{2}(?= {2}-)/gm);
  expect(tags).toEqual(['TY', 'ID', 'N1', 'ER']);
});

test.each(HOSTILE_TITLES)('the headline %j stays on its line', (title) => {
  const text = written(
    citable({ article: { title, publication: `${title}\u2028TY  - X` } }),
    citable(),
  );
  expect(text.match(/^TY {2}- /gm)).toHaveLength(2);
  expect(text.match(/^ER {2}- /gm)).toHaveLength(2);
  expect(text.split('\r\n').every((line) => line === '' || /^[A-Z][A-Z0-9] {2}- /.test(line))).toBe(
    true,
  );
  expect(text).toContain(`TI  - ${title.replace(/\s+/g, ' ')}\r\n`);
  expect(readBack(text, '@ris/file')).toHaveLength(2);
});
