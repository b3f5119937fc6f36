// BibTeX, as a parser that is not ours reads it.

import type { Citable } from '../../src/citation';
import { bibtex } from '../../src/citation/formats/bibtex';
import { citable, HOSTILE_TITLES, UNKNOWN } from './citable';
import { readBack } from './readBack';

const at = { page: '', list: '', nextPage: null };
const written = (...statements: Citable[]): string => bibtex.many!(statements, { base: '' }, at);
const read = (...statements: Citable[]) => readBack(written(...statements), '@bibtex/text');

test('an entry cites the article and notes the words', () => {
  expect(written(citable())).toBe(`@article{verbatim-019ab3f2-6a1b-7e01-b2c4-0d5d1f0a9e77,
  author = {Perrault, Nadia},
  title = {{Serrane and Kestria vow to finish railway}},
  journal = {The Sample Herald},
  year = {2026},
  month = may,
  day = {12},
  url = {https://herald.example/summit},
  annote = {Joren Halvik: “Neighbours cannot be chosen, but friendships can, […] This tree will outlive us both.”},
}
`);
});

test('it reads back as the same article', () => {
  const byline = 'Nadia Perrault, Hanneke van der Vos and Herald staff and wires';
  expect(read(citable({ article: { byline } }))).toMatchObject([
    {
      type: 'article-journal',
      title: 'Serrane and Kestria vow to finish railway',
      'container-title': 'The Sample Herald',
      issued: { 'date-parts': [[2026, 5, 12]] },
      URL: 'https://herald.example/summit',
      author: [
        { family: 'Perrault', given: 'Nadia' },
        { family: 'Vos', given: 'Hanneke', 'non-dropping-particle': 'van der' },
        { family: 'Herald staff' },
        { family: 'wires' },
      ],
    },
  ]);
});

test('a paraphrase gets no quotation marks, and a pronoun no name', () => {
  const entry = written(
    citable({
      form: 'indirect',
      text: 'He said it would rain.',
      said: ['it would rain'],
      speakers: [],
      source: 'He',
    }),
  );
  expect(entry).toContain('annote = {it would rain},');
});

test('without publication, date, byline, headline and address there is still an entry', () => {
  expect(written(citable({ article: UNKNOWN }))).toMatch(
    /^@misc\{verbatim-[^,]+,\n {2}annote = .*\n\}\n$/,
  );
});

test.each(HOSTILE_TITLES)('the headline %j stays a headline', (title) => {
  const text = written(citable({ article: { title } }), citable());
  // Braces balance, also for BibTeX, which counts those that LaTeX would not.
  expect(text.split('{').length).toBe(text.split('}').length);
  expect(text.match(/^@/gm)).toHaveLength(2);
  const [first, second, ...others] = readBack(text, '@bibtex/text');
  expect(others).toEqual([]);
  expect(second?.title).toBe('Serrane and Kestria vow to finish railway');
  expect(first?.URL).toBe('https://herald.example/summit');
  // The parser turns straight marks into commands' own characters; what is compared are letters and digits.
  const letters = (value: string) => value.replace(/[^\p{L}\p{N}]+/gu, '');
  expect(letters(first?.title ?? '')).toBe(letters(title));
});

test('an address cannot end its field', () => {
  const url = 'https://herald.example/a}b{c\\d?x=1&y=%20_#e';
  const text = written(citable({ article: { url } }));
  expect(text).toContain('url = {https://herald.example/a%7Db%7Bc%5Cd?x=1&y=%20_#e},');
});

test('an empty list is an empty file', () => {
  expect(written()).toBe('');
});
