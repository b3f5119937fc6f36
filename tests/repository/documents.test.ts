// What the repository says about itself: versions agree, licences are there, every setting is documented.

import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { parse } from 'yaml';

const root = resolve(__dirname, '../..');
const read = (name: string): string => readFileSync(resolve(root, name), 'utf8');
const manifest = JSON.parse(read('package.json')) as { version: string; license: string };

test('the contract, the lock file and the README carry the version of package.json', () => {
  const contract = parse(read('openapi.yaml')) as { info: { version: string } };
  expect(contract.info.version).toBe(manifest.version);
  const lock = JSON.parse(read('package-lock.json')) as { version: string };
  expect(lock.version).toBe(manifest.version);
  const mentioned = [...read('README.md').matchAll(/\bVerbatim (\d+\.\d+\.\d+)/g)].map((m) => m[1]);
  expect(new Set(mentioned)).toEqual(new Set(mentioned.length > 0 ? [manifest.version] : []));
});

describe('CHANGELOG.md', () => {
  const sections = [...read('CHANGELOG.md').matchAll(/^## \[?(.+?)\]?(?: - (\S+))?$/gm)];
  const versions = sections.map((section) => section[1]).filter((name) => name !== 'Unreleased');

  test('tells what the version of package.json brings, newest first', () => {
    expect(versions[0]).toBe(manifest.version);
    const order = (version = ''): number =>
      version.split('.').reduce((sum, part) => sum * 1_000 + Number(part), 0);
    expect(versions).toEqual([...versions].sort((a, b) => order(b) - order(a)));
  });

  test('dates every version and lists what it changed', () => {
    for (const section of read('CHANGELOG.md').split(/^## /m).slice(1)) {
      if (/^\[?Unreleased/.test(section)) continue;
      expect(section).toMatch(/^\[?\d+\.\d+\.\d+\]? - \d{4}-\d{2}-\d{2}$/m);
      expect(section).toMatch(/^- \S/m);
    }
  });
});

test('the licence is Apache-2.0 and NOTICE names whose work is inside', () => {
  expect(manifest.license).toBe('Apache-2.0');
  expect(read('LICENSE')).toContain('Apache License');
  expect(read('LICENSE')).toContain('Version 2.0, January 2004');
  expect(read('NOTICE')).toContain('IPTC');
  // What the licence of the engine behind citation styles asks for, here and where users see it.
  expect(read('NOTICE')).toContain('Citations by CSL (citeproc-js)');
  expect(read('openapi.yaml')).toContain('Citations by CSL (citeproc-js)');
});

test('the README explains every setting that the service reads', () => {
  const names = [...read('src/config.ts').matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map((m) => m[1]);
  expect(names.length).toBeGreaterThan(8);
  const readme = read('README.md');
  expect(names.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
});

test('the README names only npm scripts that exist', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const used = [...read('README.md').matchAll(/npm run (?:--silent |-s )?([\w:-]+)/g)];
  expect(used.map((match) => match[1] ?? '').filter((name) => !(name in scripts))).toEqual([]);
});

test('every decision record has a number of its own', () => {
  const records = readdirSync(resolve(root, 'docs/decisions')).filter(
    (name) => name !== 'README.md',
  );
  const numbers = records.map((name) => /^(\d{4})-[a-z0-9-]+\.md$/.exec(name)?.[1]);
  expect(records.length).toBeGreaterThan(0);
  expect(new Set(numbers).size).toBe(records.length);
  expect(numbers).not.toContain(undefined);
});
