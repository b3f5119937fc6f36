import fc from 'fast-check';

import { diffTexts, diffWords } from '../../src/verification/textDiff';

const read = (runs: { op: string; exact: string }[]): string =>
  runs
    .map(({ op, exact }) =>
      op === 'same' ? exact : op === 'added' ? `{+${exact}+}` : `[-${exact}-]`,
    )
    .join('');

test.each([
  ['It cost 40 million.', 'It cost 45 million.', 'It cost [-40-]{+45+} million.'],
  ['He said “no”.', 'He said “never”.', 'He said “[-no-]{+never+}”.'],
  ['One.\n\nTwo.', 'One.\n\nThree.\n\nTwo.', 'One.\n\n{+Three.\n\n+}Two.'],
  ['One.\n\nTwo.\n', 'One.\n', 'One.\n[-\nTwo.\n-]'],
  ['', 'New.', '{+New.+}'],
])('%j → %j', async (before, after, expected) => {
  expect(read(await diffTexts(before, after))).toBe(expected);
});

test('runs make up both texts, each at its place', async () => {
  const text = fc
    .array(fc.constantFrom('a', 'b ', '12', '\n', '“', '😀', 'é', '. '), { maxLength: 40 })
    .map((parts) => parts.join(''));
  await fc.assert(
    fc.asyncProperty(text, text, async (before, after) => {
      for (const runs of [await diffTexts(before, after), diffWords(before, after)]) {
        const side = (without: string) => runs.filter(({ op }) => op !== without);
        expect(
          side('added')
            .map(({ exact }) => exact)
            .join(''),
        ).toBe(before);
        expect(
          side('removed')
            .map(({ exact }) => exact)
            .join(''),
        ).toBe(after);
        for (const run of side('added'))
          expect(before.slice(run.before?.start, run.before?.end)).toBe(run.exact);
        for (const run of side('removed'))
          expect(after.slice(run.after?.start, run.after?.end)).toBe(run.exact);
      }
    }),
  );
});

test('a passage that was written anew is shown as such, soon', async () => {
  const words = (seed: number) =>
    Array.from({ length: 40_000 }, (_, i) => `w${(i * seed) % 7919}`).join(' ');
  const began = performance.now();
  const runs = await diffTexts(words(31), words(57));
  expect(performance.now() - began).toBeLessThan(2_000);
  expect(runs.map(({ op }) => op)).toEqual(['removed', 'added']);
});
