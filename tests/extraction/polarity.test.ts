// Negation and hedging on two hundred sentences judged by hand; the cue is given, so that this step alone is measured.

import { readDocument } from '../../src/extraction/document';
import { buildStatements } from '../../src/extraction/statements';
import { LATER, POLARITY_CASES, type PolarityCase } from '../fixtures/polarity/cases';
import { wordsOf } from '../support/extraction';
import { readMarked } from '../support/marked';

interface Judged {
  readonly marked: string;
  readonly expected: readonly (string | null)[];
  readonly found: readonly (string | null)[];
}

function judge([marked, negation, hedge]: PolarityCase): Judged {
  const { text, attributions } = readMarked(marked);
  const statement = buildStatements(readDocument(text), attributions, []).at(-1)!;
  const found = [statement.negation, statement.hedge].map((span) => span && wordsOf(text, span));
  return { marked, expected: [negation, hedge], found };
}

test('there are two hundred cases and more, no two alike', () => {
  const all = [...POLARITY_CASES, ...LATER].map(([marked]) => marked);
  expect(new Set(all).size).toBe(all.length);
  expect(POLARITY_CASES.length).toBeGreaterThanOrEqual(200);
});

test.each([
  ['those that the rules were mended on', POLARITY_CASES, 0.95],
  ['those written later', LATER, 0.8],
])('whether a report is negated or hedged, and by which words: %s', (title, cases, least) => {
  const judged = cases.map(judge);
  const share = (right: (one: Judged) => boolean): number =>
    judged.filter(right).length / judged.length;
  const figures = {
    cases: judged.length,
    negated: share(({ expected, found }) => (expected[0] === null) === (found[0] === null)),
    negation: share(({ expected, found }) => expected[0] === found[0]),
    hedged: share(({ expected, found }) => (expected[1] === null) === (found[1] === null)),
    hedge: share(({ expected, found }) => expected[1] === found[1]),
    both: share(({ expected, found }) => String(expected) === String(found)),
  };
  process.stdout.write(`${title}: ${JSON.stringify(figures)}\n`);
  for (const { marked, expected, found } of judged.filter(
    ({ expected, found }) => String(expected) !== String(found),
  ))
    process.stdout.write(
      `  ${marked} should be ${expected.join(' / ')}, is ${found.join(' / ')}\n`,
    );
  expect(figures.both).toBeGreaterThanOrEqual(least);
});
