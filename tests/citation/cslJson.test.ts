// CSL-JSON: the article as a work, the statement in its annotation.

import { cslJson } from '../../src/citation/formats/cslJson';
import { citable, UNKNOWN } from './citable';

const at = { page: '', list: '', nextPage: null };
const items = (...statements: Parameters<NonNullable<typeof cslJson.many>>[0]) =>
  JSON.parse(cslJson.many!(statements, { base: '' }, at)) as unknown[];

test('an item has what is known of the article', () => {
  expect(items(citable())).toEqual([
    {
      id: '019ab3f2-6a1b-7e01-b2c4-0d5d1f0a9e77',
      type: 'article-newspaper',
      title: 'Serrane and Kestria vow to finish railway',
      author: [{ family: 'Perrault', given: 'Nadia' }],
      'container-title': 'The Sample Herald',
      issued: { 'date-parts': [[2026, 5, 12]] },
      URL: 'https://herald.example/summit',
      annote:
        'Joren Halvik: “Neighbours cannot be chosen, but friendships can, […] This tree will outlive us both.”',
    },
  ]);
});

test('and nothing that is not', () => {
  const [item] = items(citable({ article: UNKNOWN, speakers: [], source: null }));
  expect(item).toEqual({
    id: '019ab3f2-6a1b-7e01-b2c4-0d5d1f0a9e77',
    type: 'webpage',
    annote:
      '“Neighbours cannot be chosen, but friendships can, […] This tree will outlive us both.”',
  });
});
