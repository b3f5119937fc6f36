// The repository is the same on every machine: nothing in it names where it was written or where packages came from.

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { trackedFiles } from './trackedFiles';

const root = resolve(__dirname, '../..');
const files = trackedFiles();
const texts = files
  .map((path) => ({ path, bytes: readFileSync(resolve(root, path)) }))
  .filter(({ bytes }) => !bytes.subarray(0, 8_192).includes(0))
  .map(({ path, bytes }) => ({ path, text: bytes.toString('utf8') }));

const containing = (pattern: RegExp): string[] =>
  texts
    .flatMap(({ path, text }) => {
      const found = pattern.exec(text);
      return found === null ? [] : [`${path}: ${found[0].trim()}`];
    })
    .sort();

test('no file names the host of a package registry', () => {
  // Put together here, or this file would be the first to break the rule.
  const hosts = [
    'registry.npmjs',
    'registry.yarnpkg',
    'npm.pkg.github',
    'pypi',
    'files.pythonhosted',
  ];
  const pattern = new RegExp(`\\b(${hosts.map((host) => host.replace('.', '\\.')).join('|')})\\.`);
  expect(containing(pattern)).toEqual([]);
});

test('no file contains an absolute path of the machine it was written on', () => {
  const homes = ['work', 'root', 'home', 'Users'].join('|');
  expect(containing(new RegExp(`(^|[\\s"'\`(=])/(${homes})/[\\w.-]+`, 'm'))).toEqual([]);
});

test('no file is one that tools make or that belongs to one person', () => {
  const stray = /(^|\/)(\.env|\.DS_Store|npm-debug\.log|.*\.orig|.*\.rej|.*\.swp)$/;
  expect(files.filter((path) => stray.test(path))).toEqual([]);
});

test('no text has Windows line ends or lacks its final one', () => {
  const generated = /^(package-lock\.json$|tests\/fixtures\/)/;
  const wrong = texts
    .filter(({ path, text }) => !generated.test(path) && text !== '')
    .filter(({ text }) => text.includes('\r\n') || !text.endsWith('\n'))
    .map(({ path }) => path);
  expect(wrong).toEqual([]);
});
