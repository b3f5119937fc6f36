// Postgres refuses to run as root. This decides which system account runs it, and how it reaches its files there.

import { access, chown, constants, readFile, stat } from 'node:fs/promises';
import path from 'node:path';

/** How to start a program of Postgres: spawn options, and words that go before the command. */
export interface Account {
  readonly uid?: number;
  readonly gid?: number;
  readonly wrap: (command: string, args: readonly string[]) => [string, string[]];
}

const SELF: Account = { wrap: (command, args) => [command, [...args]] };

/** The account for a data folder: the caller's own, or for root the user `postgres`, else `nobody`. */
export async function chooseAccount(folders: readonly string[]): Promise<Account> {
  if (process.platform === 'win32' || process.getuid?.() !== 0) return SELF;
  const { uid, gid } = await unprivilegedUser();
  const closed = await firstClosedTo(uid, folders);
  if (closed === null) return { ...SELF, uid, gid };

  // A clone under /root or in a `mktemp -d` folder: only root may pass through. Rather than open someone's folder to
  // everybody, the one right that is missing goes along with the process.
  const setpriv = await findSetpriv();
  if (setpriv === null) {
    throw new Error(
      `Postgres does not run as root, and the folder ${closed} is closed to the user that would run it. Move the ` +
        'project and its data to a folder that other users may enter, run as a normal user, or set DATABASE_URL.',
    );
  }
  const rights = ['--inh-caps', '+dac_override', '--ambient-caps', '+dac_override'];
  const user = ['--reuid', String(uid), '--regid', String(gid), '--clear-groups'];
  return { wrap: (command, args) => [setpriv, [...user, ...rights, command, ...args]] };
}

/** Gives a file or folder to the account (only root can, and only root needs to). */
export async function handOver(file: string): Promise<void> {
  if (process.platform === 'win32' || process.getuid?.() !== 0) return;
  const { uid, gid } = await unprivilegedUser();
  await chown(file, uid, gid);
}

// /etc/passwd is read by hand: initdb insists on an account that is listed there, and creating one would change the system.
async function unprivilegedUser(): Promise<{ uid: number; gid: number }> {
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  const user =
    lines.find(([name]) => name === 'postgres') ?? lines.find(([name]) => name === 'nobody');
  if (user === undefined) {
    throw new Error(
      'Postgres does not run as root, and there is neither a user "postgres" nor "nobody" to run it. Create one ' +
        '(useradd postgres), run as a normal user, or set DATABASE_URL.',
    );
  }
  return { uid: Number(user[2]), gid: Number(user[3]) };
}

async function firstClosedTo(uid: number, folders: readonly string[]): Promise<string | null> {
  for (const folder of folders) {
    for (let at = path.resolve(folder); ; at = path.dirname(at)) {
      const { mode, uid: owner } = await stat(at);
      // Groups are left aside: the process drops them.
      if ((mode & (owner === uid ? 0o100 : 0o001)) === 0) return at;
      if (at === path.dirname(at)) break;
    }
  }
  return null;
}

async function findSetpriv(): Promise<string | null> {
  for (const folder of ['/usr/bin', '/bin', '/usr/local/bin']) {
    const file = path.join(folder, 'setpriv');
    const found = await access(file, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (found) return file;
  }
  return null;
}
