// Builds what runs: the Prisma client into src/storage/generated, the sources into dist/, data files beside them,
// the page for browsers into dist/web.
// Does nothing when nothing has changed since the last build, so every script can call it first.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const source = join(root, 'src');
const dist = join(root, 'dist');
const generated = join(source, 'storage', 'generated');
const require = createRequire(import.meta.url);

process.chdir(root);

// `npm ci --omit=dev` runs `prepare` too; such an installation brings its own dist/ (see the Dockerfile).
if (!resolvable('typescript/package.json')) {
  if (existsSync(join(dist, 'main.js')) || process.argv.includes('--if-possible')) process.exit(0);
  console.error(
    'Verbatim has not been built, and the development packages that build it are not here.\n' +
      'Run `npm ci` (without --omit=dev), then try again.',
  );
  process.exit(1);
}

const schemaState = fingerprint(['prisma/schema.prisma', 'prisma.config.ts', 'package-lock.json']);
const generateState = join(generated, '.built-from');
if (readState(generateState) !== schemaState) {
  console.error('Generating the Prisma client …');
  rmSync(generated, { recursive: true, force: true });
  run(require.resolve('prisma/build/index.js'), ['generate', '--no-hints'], {
    // The schema engine is a vendor download that generating does not need; any executable will do.
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  });
  writeFileSync(generateState, schemaState);
}

const everything = filesUnder(source);
const sources = everything.filter((name) => !inPage(name));
const sourceState = fingerprint([...sources, 'tsconfig.json', 'package.json', 'scripts/build.mjs']);
const buildState = join(dist, '.built-from');
if (readState(buildState) !== sourceState) {
  console.error('Compiling …');
  // Written last: a build that is cut short, or does not type-check, is done again next time.
  rmSync(buildState, { force: true });
  run(require.resolve('typescript/bin/tsc'), [
    '--incremental',
    '--tsBuildInfoFile',
    join(dist, 'tsc.tsbuildinfo'),
  ]);
  copyData();
  removeOrphans();
  chmodSync(join(dist, 'cli.js'), 0o755);
  writeFileSync(buildState, sourceState);
}

// The page that the service shows in a browser. Apart from the service: either changes without the other.
const pageState = fingerprint([
  ...everything.filter(inPage),
  'src/http/contract.ts',
  'src/citation/wording.ts',
  'package-lock.json',
  'scripts/build.mjs',
]);
const pageBuilt = join(dist, 'web', '.built-from');
if (readState(pageBuilt) !== pageState) {
  console.error('Building the page …');
  rmSync(pageBuilt, { force: true });
  run(join(dirname(require.resolve('vite/package.json')), 'bin', 'vite.js'), [
    'build',
    '--config',
    join(source, 'web', 'vite.config.mjs'),
    '--logLevel',
    'warn',
  ]);
  writeFileSync(pageBuilt, pageState);
}

function inPage(name) {
  return name.startsWith(join('src', 'web') + sep);
}

function resolvable(name) {
  try {
    return Boolean(require.resolve(name));
  } catch {
    return false;
  }
}

function run(script, args, env = {}) {
  try {
    // What the tools print goes to stderr: stdout belongs to the command that asked for the build.
    execFileSync(process.execPath, [script, ...args], {
      stdio: ['ignore', 2, 2],
      env: { ...process.env, ...env },
    });
  } catch (error) {
    console.error(`The build stopped: ${relative(root, script)} failed.`);
    process.exit(error.status || 1);
  }
}

function filesUnder(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort();
}

/** A hash over names and contents: unlike times of change, it survives clones and copies. */
function fingerprint(files) {
  const hash = createHash('sha256').update(process.version);
  for (const file of files) {
    if (existsSync(file)) hash.update(`\0${file}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

function readState(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

function compiled(file) {
  return join(dist, relative('src', file)).replace(/\.ts$/, '.js');
}

function copyData() {
  for (const file of sources.filter((name) => !name.endsWith('.ts'))) {
    mkdirSync(dirname(compiled(file)), { recursive: true });
    copyFileSync(file, compiled(file));
  }
}

/** Removes what earlier builds made of sources that are gone, lest something still imports it. */
function removeOrphans() {
  const wanted = new Set(sources.map(compiled));
  for (const name of filesUnder(dist)) {
    const file = join(root, name);
    if (name.startsWith(join('dist', 'web') + sep)) continue;
    if (!wanted.has(file.replace(/\.map$/, '')) && !name.endsWith('.tsbuildinfo')) rmSync(file);
  }
}
