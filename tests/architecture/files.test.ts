// The shape of files and folders: one concept a file, no drawers for what has no place.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { trackedFiles } from '../repository/trackedFiles';
import { readSources, root } from './sources';

const MOST_LINES = 300;

test(`no source has more than ${MOST_LINES} lines; data may`, () => {
  const long = readSources()
    .filter(({ path, lines }) => lines > MOST_LINES && !/(^|\/)(data|lexicon)\//.test(path))
    .map(({ path, lines }) => `${path}: ${lines}`);
  expect(long).toEqual([]);
});

test('no folder or file is a drawer for whatever has no place', () => {
  const drawer = /(^|\/)(utils?|helpers?|commons?|shared|misc|services)(\/|\.[cm]?[jt]s$)/i;
  expect(trackedFiles().filter((path) => drawer.test(path))).toEqual([]);
});

test('every source opens with a comment that says what it is for', () => {
  const bare = readSources()
    .filter(({ path }) => {
      const text = readFileSync(join(root, 'src', path), 'utf8').replace(/^#!.*\n/, '');
      return !/^\/[/*]/.test(text);
    })
    .map(({ path }) => path);
  expect(bare).toEqual([]);
});
