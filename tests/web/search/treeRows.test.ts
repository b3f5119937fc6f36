import type { TreeRow } from '../../../src/web/search/treeRows';
import { moved, pathTo, rowsOf } from '../../../src/web/search/treeRows';

const topic = (id: string, parent: string | null, depth: number, statementCount: number) => ({
  id,
  label: id,
  parent,
  depth,
  statementCount,
});

const TOPICS = [
  topic('politics', null, 1, 9),
  topic('election', 'politics', 2, 2),
  topic('government', 'politics', 2, 7),
  topic('budget', 'government', 3, 3),
  topic('sport', null, 1, 12),
  topic('arts', null, 1, 9),
];

const labels = (rows: readonly TreeRow[]) => rows.map((row) => row.topic.id);
const rowsWith = (...open: string[]) => rowsOf(TOPICS, new Set(open));

test('what is closed hides all under it; the most used come first, equals by name', () => {
  expect(labels(rowsWith())).toEqual(['sport', 'arts', 'politics']);
  expect(labels(rowsWith('government'))).toEqual(['sport', 'arts', 'politics']);
  expect(labels(rowsWith('politics', 'government'))).toEqual([
    'sport',
    'arts',
    'politics',
    'government',
    'budget',
    'election',
  ]);
});

test('each row knows its place among its siblings, and whether it can be opened', () => {
  expect(rowsWith('politics').map(({ place, size, expanded }) => [place, size, expanded])).toEqual([
    [1, 3, null],
    [2, 3, null],
    [3, 3, true],
    [1, 2, false],
    [2, 2, null],
  ]);
});

test('the topics above one are what has to be open for it to be seen', () => {
  expect(pathTo(TOPICS, 'budget')).toEqual(['politics', 'government']);
  expect(pathTo(TOPICS, 'sport')).toEqual([]);
  expect(pathTo(TOPICS, 'unheard of')).toEqual([]);
  expect(pathTo(TOPICS, undefined)).toEqual([]);
});

test.each([
  ['ArrowDown', 'politics', 'government'],
  ['ArrowDown', 'election', 'election'],
  ['ArrowUp', 'sport', 'sport'],
  ['ArrowRight', 'politics', 'government'],
  ['ArrowRight', 'sport', 'sport'],
  ['ArrowLeft', 'election', 'politics'],
  ['ArrowLeft', 'sport', 'sport'],
  ['Home', 'election', 'sport'],
  ['End', 'sport', 'election'],
  ['e', 'sport', 'election'],
  ['s', 'government', 'sport'],
  ['x', 'arts', 'arts'],
  ['Tab', 'arts', undefined],
  ['1', 'arts', undefined],
])('%s from %s', (key, from, to) => {
  const rows = rowsWith('politics');
  const at = rows.find((row) => row.topic.id === from)!;
  expect(moved(rows, at, key)?.topic.id).toBe(to);
});
