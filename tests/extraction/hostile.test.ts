// Hostile texts: time stays in proportion to length.

import { extract } from '../../src/extraction';

/** The time for a text of about `length` code units, in milliseconds; the better of two runs, since others use the machine too. */
function timeOf(make: (length: number) => string, length: number): number {
  const text = make(length);
  const once = (): number => {
    const start = performance.now();
    extract(text);
    return performance.now() - start;
  };
  return Math.min(once(), once());
}

const repeat = (piece: string) => (length: number) =>
  piece.repeat(Math.ceil(length / piece.length));
const people = (length: number): string => {
  let text = '';
  for (let i = 0; text.length < length; i += 1)
    text += `President Bob${i} Roe${i % 50} said the president left. `;
  return text;
};

test('a million quotation marks take less than three seconds', () => {
  for (const mark of ['"', '“', "'", '»'])
    expect(timeOf(repeat(mark), 1_000_000)).toBeLessThan(3000);
});

test.each([
  ['marks with spaces', repeat('" ')],
  ['quotations never closed', repeat('“a b ')],
  ['two kinds of marks, crossing', repeat('‘a “b ')],
  ['one quotation after the other', repeat('"a b c d e." ')],
  ['a cue in every word', repeat('said ')],
  ['cues with sources', repeat('he said ')],
  ['a tag after every quotation', repeat('“a b c,” Ann Lee said. ')],
  ['one speaker and their quotations', repeat('Ann Lee said. “It is late now.” ')],
  ['people with one role', people],
  ['labels', repeat('A: no\n')],
  ['short lines', repeat('a\n')],
  ['no space at all', repeat('a.')],
  ['hyphens', repeat('a-')],
  ['commas', repeat(', a')],
  ['brackets', repeat('(')],
  ['emoji', repeat('😀')],
  ['names without end', repeat('Bank of ')],
])('%s: four times the text takes about four times as long', (_title, make) => {
  timeOf(make, 10_000);
  const small = timeOf(make, 25_000);
  const large = timeOf(make, 100_000);
  // Quadratic time would be 16 times; small times are noise, so that 40 ms are given free.
  expect(large).toBeLessThan(small * 9 + 40);
});

test('a megabyte of prose takes seconds, not minutes', () => {
  const paragraph =
    'The mayor, Ann Lee, said on Tuesday that the bridge would close. “It is old,” she told reporters. She called for calm.\n\n';
  expect(timeOf(repeat(paragraph), 1_000_000)).toBeLessThan(15_000);
});
