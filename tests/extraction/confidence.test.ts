// What scores and text make of a confidence, with round weights in place of fitted ones.

import { confidenceOf, logOdds, weigh } from '../../src/extraction/attributions/confidence';
import { readDocument } from '../../src/extraction/document';
import { CALIBRATION, SCORES } from '../support/scores';

const NOTHING = {
  speech: 0,
  noSource: 0,
  nested: 0,
  direct: 0,
  mixed: 0,
  contentLength: 0,
};
const logistic = (sum: number): number => 1 / (1 + Math.exp(-sum));

/** The confidence of the attributions of a text; the words stand for their only place in it. */
function weighed(
  text: string,
  ...found: [cue: string, source: string | null, content: string][]
): number[] {
  const span = (words: string) => ({
    start: text.indexOf(words),
    end: text.indexOf(words) + words.length,
  });
  const unweighed = found.map(([cue, source, content]) => ({
    cue: span(cue),
    source: source === null ? null : span(source),
    content: [span(content)],
    foundBy: 'model' as const,
    tagged: {
      cue: span(cue),
      source: null,
      content: [],
      scores: SCORES,
      alternatives: { source: null, content: null },
    },
  }));
  return weigh(readDocument(text), unweighed, CALIBRATION).map(({ confidence }) => confidence);
}

test.each([
  ['a verb of speech', 'Quint said it was late.', ['said', 'Quint', 'it was late'], 2 + 1],
  ['a belief', 'Quint wants it to end.', ['wants', 'Quint', 'it to end'], 2],
  ['no source', 'It was late, it was said.', ['said', null, 'It was late'], 2 + 1 - 1],
  ['quoted through', 'Quint said “it was late”.', ['said', 'Quint', '“it was late”'], 2 + 1 + 1],
  ['partly quoted', 'Quint said it was “late”.', ['said', 'Quint', 'it was “late”'], 2 + 1 + 0.5],
  [
    'a cue that begins in the content',
    'Quint called for calm.',
    ['called', 'Quint', 'for calm'],
    2 + 1,
  ],
] as const)('%s', (_, text, [cue, source, content], sum) => {
  expect(weighed(text, [cue, source, content])[0]).toBeCloseTo(logistic(sum), 9);
});

test('a statement inside another is less likely', () => {
  const text = 'Orsik said that Quint told him it was late.';
  expect(
    weighed(
      text,
      ['said', 'Orsik', 'that Quint told him it was late'],
      ['told', 'Quint', 'it was late'],
    ),
  ).toEqual([expect.closeTo(logistic(3), 9), expect.closeTo(logistic(3 - 2), 9)]);
});

test('the weight of the length is that of its logarithm', () => {
  const calibration = { ...CALIBRATION, text: { ...CALIBRATION.text, contentLength: 2 } };
  const signals = { ...NOTHING, contentLength: Math.log(1 + 9) };
  expect(confidenceOf(SCORES, signals, calibration)).toBeCloseTo(logistic(2 + 2 * Math.log(10)), 9);
});

test('no probability, however extreme, makes it certain', () => {
  expect([0, 1, -1e-9, 1 + 1e-9, NaN].map(logOdds)).toEqual([-7, 7, -7, 7, -7]);
  const sure = confidenceOf(SCORES, { ...NOTHING, speech: 1, direct: 1 }, CALIBRATION);
  expect(sure).toBeGreaterThan(0);
  expect(sure).toBeLessThan(1);
});
