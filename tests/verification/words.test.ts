// What counts as a word, and which prints texts share.

import { readClaim } from '../../src/verification';
import { printArticle } from '../../src/verification/printing';
import { allPrints, winnowedPrints } from '../../src/verification/prints';
import { readWords } from '../../src/verification/words';

test.each<[text: string, keys: string]>([
  ['Don’t — say “that”!', "don't say that"],
  ['$5 million is not £5 million', '$ 5 million is not £ 5 million'],
  ['1,000 or 1000, 3.5% or 10:30', '1000 or 1000 3.5 % or 10:30'],
  ['the U.S. and the US, at 9 a.m.', 'the us and the us at 9 am'],
  ['minus: -5 degrees, 2010-11', 'minus - 5 degrees 2010 11'],
  ['[T]he well-known G20', 'the well known g20'],
  ['zero\u200Bwidth, soft\u00ADhyphen', 'zerowidth softhyphen'],
  ['ﬁnal “naïve” café', 'final naïve café'],
])('%s', (text, keys) => {
  const words = readWords(text);
  expect(words.map(({ key }) => key).join(' ')).toBe(keys);
  for (const { start, end } of words) expect(end).toBeGreaterThan(start);
});

test.each<[text: string, pieces: string[]]>([
  ['We will go', ['start: we will go']],
  ['“We,” he said, “will go.”', ['start: we', 'split: will go']],
  ['We … will [soon] go', ['start: we', 'ellipsis: will', 'bracket: go']],
  ['... we will [...] go . . .', ['ellipsis: we will', 'ellipsis: go']],
  ['We want[ed] to go', ['start: we', 'bracket: to go']],
  ['He told me "no" twice', ['start: he told me no twice']],
  ["'em all he said", ['start: em all he said']],
  ['…', []],
])('pieces of %s', (text, pieces) => {
  const found = readClaim(text).pieces.map(
    ({ joint, words }) => `${joint}: ${words.map(({ key }) => key).join(' ')}`,
  );
  expect(found).toEqual(pieces);
});

const LONG = Array.from({ length: 400 }, (_, i) => `word${(i * 7919) % 1009}`);

test('six words in a row that two texts share are seen', () => {
  const text = new Set(winnowedPrints(LONG));
  for (let at = 0; at + 6 <= LONG.length; at += 1) {
    const shared = allPrints(LONG.slice(at, at + 6)).filter((print) => text.has(print));
    expect(shared.length).toBeGreaterThan(0);
  }
  expect(text.size).toBeLessThan(LONG.length / 2);
});

test('a text that is read in slices has the prints of all its parts', async () => {
  const long = Array.from({ length: 20_000 }, (_, i) => `word${(i * 7919) % 10_007}`);
  const { text, statements } = await printArticle(long.join(' '), [
    { content: [{ start: 0, end: 40 }] },
  ]);
  const prints = new Set(text);
  for (let at = 0; at + 6 <= long.length; at += 11) {
    expect(allPrints(long.slice(at, at + 6)).some((print) => prints.has(print))).toBe(true);
  }
  expect(statements[0]?.length).toBeGreaterThan(0);
});

test('groups of nothing but function words are no prints', () => {
  expect(allPrints('it is what it is'.split(' '))).toEqual([]);
  expect(allPrints(['too', 'short'])).toEqual([]);
});
