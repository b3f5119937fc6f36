// Whose work is inside: NOTICE holds the licences of every library in the page's script, as the build found them.

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const root = resolve(__dirname, '../..');
const read = (name: string): string => readFileSync(resolve(root, name), 'utf8');
const libraries = read('dist/web/libraries.txt');
const named = [...libraries.matchAll(/^(\S+) (\d\S*) \(\S+\)$/gm)];

test('NOTICE ends with what the last build found; `npm run notice` carries it over', () => {
  expect(read('NOTICE').endsWith(`\n${libraries}`)).toBe(true);
});

test('what the page imports is among them, in the versions that are installed, with the words of a licence', () => {
  expect(named.map(([, name]) => name)).toEqual(
    expect.arrayContaining(['openapi-fetch', 'preact']),
  );
  for (const [, name, version] of named) {
    const manifest = JSON.parse(read(`node_modules/${name}/package.json`)) as { version: string };
    expect(version).toBe(manifest.version);
  }
  const texts = libraries.split(/^-{78}$/m);
  expect(texts).toHaveLength(named.length);
  expect(texts.filter((text) => !/Copyright/.test(text) || text.length < 500)).toEqual([]);
});

test('the image carries NOTICE', () => {
  expect(
    read('Dockerfile')
      .split(/^FROM /m)
      .at(-1),
  ).toMatch(/^COPY .*\bNOTICE\b/m);
});
