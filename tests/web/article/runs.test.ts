// The changes between two texts as readers see them: by paragraph, with what did not change folded away.

import type { Run } from '../../../src/web/article/runs';
import { foldedRuns, gatheredRuns, paragraphsOfRuns } from '../../../src/web/article/runs';

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

const removed = (exact: string): Run => ({ op: 'removed', exact });
const added = (exact: string): Run => ({ op: 'added', exact });

test.each<[string, Run[], Run[]]>([
  [
    'a rewritten sentence is one change, not a change for each word',
    [
      removed('Moreau'),
      added('Nobody'),
      same(' '),
      removed('said'),
      added('asked'),
      same(' the end'),
    ],
    [removed('Moreau said'), added('Nobody asked'), same(' the end')],
  ],
  [
    'two words far apart stay two changes',
    [same('Up by '), removed('five'), added('nine'), same(' per cent, not '), removed('in May')],
    [same('Up by '), removed('five'), added('nine'), same(' per cent, not '), removed('in May')],
  ],
  [
    'a change before a line break is not gathered with one behind it',
    [removed('It rained.'), same('\n'), added('It snowed.')],
    [removed('It rained.'), same('\n'), added('It snowed.')],
  ],
])('%s', (_title, runs, expected) => {
  const gathered = gatheredRuns(runs);
  expect(gathered).toEqual(expected);
  for (const gone of ['added', 'removed'] as const) {
    const text = (all: readonly Run[]) =>
      all
        .filter(({ op }) => op !== gone)
        .map(({ exact }) => exact)
        .join('');
    expect(text(gathered)).toBe(text(runs));
  }
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
