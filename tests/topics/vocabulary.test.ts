import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { findHits } from '../../src/topics/evidence';
import { loadVocabulary } from '../../src/topics/loadVocabulary';
import { buildVocabulary } from '../../src/topics/vocabulary';
import { stemOf, wordsOf } from '../../src/topics/words';

const TAXONOMY = [
  '# A taxonomy.',
  '01000000\t\t1\tTrade and traffic',
  '20000001\t01000000\t2\tInterest rate',
  '20000002\t01000000\t2\tRate (tax)',
].join('\n');

test.each([
  ['parties', 'party'],
  ['Ministers', 'minister'],
  ['minister’s', 'minister'],
  ['houses’', 'house'],
  ['churches', 'church'],
  ['taxes', 'tax'],
  ['bus', 'bus'],
  ['crisis', 'crisis'],
  ['politics', 'politics'],
  ['news', 'news'],
  ['gas', 'gas'],
])('stems %s', (word, stem) => {
  expect(stemOf(word)).toBe(stem);
});

test('knows the whole taxonomy, each topic under its parent', () => {
  const { topics } = loadVocabulary();
  expect(topics.size).toBe(1160);
  for (const { parent, depth } of topics.values()) {
    expect(parent === null ? 1 : (topics.get(parent)?.depth ?? 0) + 1).toBe(depth);
  }
});

test('keeps the licence of the taxonomy with it', () => {
  const file = join(__dirname, '../../src/topics/data/iptc-media-topics.tsv');
  expect(readFileSync(file, 'utf8').split('\n')[0]).toMatch(/^# .*IPTC.*CC BY 4\.0/);
});

test('finds the things that labels name, the longest first, and counts them for wider topics too', () => {
  const vocabulary = buildVocabulary(TAXONOMY, '20000002\tlevy; VAT^0.5');
  const text = 'Interest rates, the rate and the levies: traffic.';
  const found = findHits(wordsOf(text), vocabulary).map(({ term, start }) => [
    start,
    [...term.weights.keys()],
  ]);
  expect(found).toEqual([
    [0, ['20000001', '01000000']],
    [20, ['20000002', '01000000']],
    [33, ['20000002', '01000000']],
    [41, ['01000000']],
  ]);
});

test('weighs terms as the keywords say, and takes out what they weigh nothing', () => {
  const { terms } = buildVocabulary(TAXONOMY, '20000002\trate^0; vat^0.5; levy');
  expect(terms.has('rate')).toBe(false);
  const weight = (stem: string): number => terms.get(stem)?.[0]?.weights.get('20000002') ?? 0;
  expect(weight('vat')).toBeCloseTo(weight('levy') / 2);
});

test('refuses keywords for a topic that does not exist', () => {
  expect(() => buildVocabulary(TAXONOMY, '29999999\tword')).toThrow('29999999');
});
