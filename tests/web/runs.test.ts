// The changes between two texts as readers see them: by paragraph, with what did not change folded away.

import type { Run } from '../../src/web/runs';
import { foldedRuns, paragraphsOfRuns } from '../../src/web/runs';

const same = (exact: string): Run => ({ op: 'same', exact });

test('runs are cut at line breaks, and nothing but those is lost', () => {
  const runs: Run[] = [
    same('It rained.\n\nIda '),
    { op: 'removed', exact: 'left.\n\nBo' },
    { op: 'added', exact: 'stayed. Bo' },
    same(' came.'),
  ];
  expect(paragraphsOfRuns(runs).map((one) => one.map(({ exact }) => exact))).toEqual([
    ['It rained.'],
    ['Ida ', 'left.'],
    ['Bo', 'stayed. Bo', ' came.'],
  ]);
});

const lines = (count: number) => Array.from({ length: count }, (_, at) => `Line ${at}.`);

test.each([
  ['five before a change: all but the nearest are folded', 5, [true, false], [4, 2]],
  ['three before a change: too few to fold', 3, [false, false], [2, 2]],
])('%s', (_title, count, folded, sizes) => {
  const blocks = foldedRuns(
    paragraphsOfRuns([same(`${lines(count).join('\n')}\n`), { op: 'added', exact: 'New.' }]),
  );
  expect(blocks.map((block) => block.folded)).toEqual(folded);
  expect(blocks.map(({ paragraphs }) => paragraphs.length)).toEqual(sizes);
});

test('where nothing changed, nothing is folded', () => {
  const blocks = foldedRuns(paragraphsOfRuns([same(lines(9).join('\n'))]));
  expect(blocks.map(({ folded }) => folded)).toEqual([false]);
});
