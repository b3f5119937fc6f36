/** @jest-environment ./tests/support/onnxEnvironment.cjs */
// Hostile texts: time stays in proportion to length.

import { extract } from '../../src/extraction';
import type { Tagger } from '../../src/tagging/types';
import { CALIBRATION, SCORES } from '../support/scores';
import { testTagger } from '../support/tagger';

/**
 * Finds an attribution at every "said", with the words around it. The network takes the same time for every word, so
 * that what may blow up are the rules behind it; they get more to do from this than from the real one, and sooner.
 */
const eager: Pick<Tagger, 'tag' | 'calibration'> = {
  calibration: CALIBRATION,
  tag: (text) =>
    Promise.resolve(
      [...text.matchAll(/said/g)].map(({ index }) => ({
        cue: { start: index, end: index + 4 },
        source: index < 8 ? null : { start: index - 4, end: index - 1 },
        content: [{ start: index + 4, end: Math.min(text.length, index + 40) }].filter(
          ({ start, end }) => start < end,
        ),
        scores: SCORES,
        alternatives: { source: null, content: null },
      })),
    ),
};

/** The time for a text of about `length` code units, in milliseconds; the better of two runs, since others use the machine too. */
async function timeOf(
  make: (length: number) => string,
  length: number,
  tagger: Pick<Tagger, 'tag' | 'calibration'> = eager,
): Promise<number> {
  const text = make(length);
  const once = async (): Promise<number> => {
    const start = performance.now();
    await extract(text, { tagger });
    return performance.now() - start;
  };
  return Math.min(await once(), await once());
}

const repeat = (piece: string) => (length: number) =>
  piece.repeat(Math.ceil(length / piece.length));
const people = (length: number): string => {
  let text = '';
  for (let i = 0; text.length < length; i += 1)
    text += `President Bob${i} Roe${i % 50} said the president left. `;
  return text;
};

test('a million quotation marks take less than three seconds', async () => {
  for (const mark of ['"', '“', "'", '»'])
    expect(await timeOf(repeat(mark), 1_000_000)).toBeLessThan(3000);
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
])('%s: four times the text takes about four times as long', async (_title, make) => {
  await timeOf(make, 10_000);
  const small = await timeOf(make, 25_000);
  const large = await timeOf(make, 100_000);
  // Quadratic time would be 16 times; small times are noise, so that 40 ms are given free.
  expect(large).toBeLessThan(small * 9 + 40);
});

const PROSE =
  'The mayor, Ann Lee, said on Tuesday that the bridge would close. “It is old,” she told reporters. She called for calm.\n\n';

test('the rules take seconds for a megabyte of prose, not minutes', async () => {
  expect(await timeOf(repeat(PROSE), 1_000_000)).toBeLessThan(15_000);
});

test.each([
  ['prose', repeat(PROSE)],
  ['a cue in every word', repeat('said ')],
  ['one word without end', repeat('a')],
])('%s: with the network too, time stays in proportion to length', async (_title, make) => {
  const tagger = await testTagger();
  await timeOf(make, 5_000, tagger);
  const small = await timeOf(make, 5_000, tagger);
  const large = await timeOf(make, 20_000, tagger);
  expect(large).toBeLessThan(small * 9 + 100);
});
