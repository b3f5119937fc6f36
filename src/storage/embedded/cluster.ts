// The folder that holds the databases: made once by initdb, whole or not at all.

import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

import type { Account } from './account';
import { handOver } from './account';
import type { PostgresBinaries } from './binaries';
import { runProgram } from './binaries';

export const SUPERUSER = 'verbatim';

/** Makes `pgdata` if it is not there; true if it was made now. Safe when two processes do it at once. */
export async function ensureCluster(
  pgdata: string,
  binaries: PostgresBinaries,
  account: Account,
): Promise<boolean> {
  await removeAbandoned(pgdata);
  if (await exists(path.join(pgdata, 'PG_VERSION'))) return false;

  // initdb works in a folder of its own that is renamed when all is there: a process killed half-way, or a second one
  // that does the same, never leaves or sees half a cluster.
  const draft = `${pgdata}.init-${process.pid}-${randomBytes(4).toString('hex')}`;
  const passwordFile = path.join(draft, PASSWORD_FILE);
  const pwfile = `${draft}.password`;
  const password = randomBytes(24).toString('base64url');
  drafts.add(draft);
  try {
    await mkdir(draft, { mode: 0o700 });
    await writeFile(pwfile, password, { mode: 0o600 });
    await Promise.all([handOver(draft), handOver(pwfile)]);
    const [command, args] = account.wrap(binaries.initdb, [
      `--pgdata=${draft}`,
      `--username=${SUPERUSER}`,
      `--pwfile=${pwfile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // Case and order the same on every system, whatever locales it has.
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      '--no-instructions',
      '--no-sync', // done in the background once the server is up: it takes longer than all the rest
    ]);
    await runProgram(command, args, {
      ...(account.uid === undefined ? {} : { uid: account.uid, gid: account.gid }),
      cwd: path.dirname(draft),
    });
    await writeFile(passwordFile, password, { mode: 0o600 });
    await rename(draft, pgdata).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    });
    return true;
  } finally {
    drafts.delete(draft);
    await Promise.all([rm(draft, { recursive: true, force: true }), rm(pwfile, { force: true })]);
  }
}

/** Brings a new cluster safely to disk; the server may run meanwhile. */
export async function syncCluster(
  pgdata: string,
  binaries: PostgresBinaries,
  account: Account,
): Promise<void> {
  const [command, args] = account.wrap(binaries.initdb, ['--sync-only', `--pgdata=${pgdata}`]);
  const ids = account.uid === undefined ? {} : { uid: account.uid, gid: account.gid };
  await runProgram(command, args, { ...ids, cwd: path.dirname(pgdata) });
}

/** The superuser's password, random for each cluster. */
export function readPassword(pgdata: string): Promise<string> {
  return readFile(path.join(pgdata, PASSWORD_FILE), 'utf8');
}

const PASSWORD_FILE = 'verbatim.password';

/** Those that this process is working on. */
const drafts = new Set<string>();

async function removeAbandoned(pgdata: string): Promise<void> {
  const folder = path.dirname(pgdata);
  const prefix = `${path.basename(pgdata)}.init-`;
  for (const name of await readdir(folder)) {
    if (!name.startsWith(prefix)) continue;
    const owner = Number.parseInt(name.slice(prefix.length), 10);
    const draft = path.join(folder, name.replace(/\.password$/, ''));
    // In a container the process id of the last run is often our own.
    if (owner === process.pid ? drafts.has(draft) : isAlive(owner)) continue;
    await rm(path.join(folder, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
