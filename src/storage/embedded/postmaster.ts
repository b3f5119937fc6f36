// The server process: starting it on a data folder, finding one that already runs there, stopping either.

import { spawn } from 'node:child_process';
import { open, readFile, rm, truncate } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import type { Account } from './account';
import { runProgram } from './binaries';

/** A server that answers on the loopback interface. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

const START_TIMEOUT_MS = 60_000; // crash recovery of a big database may take that long
const STOP_TIMEOUT_MS = 15_000;
const MAX_LOG_BYTES = 5_000_000;

const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '', // socket paths end at 107 bytes and would depend on where the project lies
  max_connections: '60',
  shared_buffers: '256MB',
  effective_cache_size: '2GB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  max_wal_size: '2GB',
  wal_level: 'minimal',
  max_wal_senders: '0',
  random_page_cost: '1.1',
  jit: 'off', // compiling costs more than any query of this service takes
  timezone: 'UTC',
  log_timezone: 'UTC',
};

interface StartOptions {
  readonly binary: string;
  readonly account: Account;
  readonly pgdata: string;
  readonly logFile: string;
  readonly settings: Readonly<Record<string, string>>;
  /** A free one is looked for otherwise. */
  readonly port?: number;
}

/** Starts a server on a prepared data folder and waits until it accepts connections. */
export async function startPostmaster(options: StartOptions): Promise<Postmaster> {
  for (let attempt = 1; ; attempt++) {
    const port = options.port ?? (await freePort());
    const failure = await launch({ ...options, port });
    if (!(failure instanceof Error)) return failure;
    // Someone else took the port between our look and the server's start.
    if (attempt < 3 && /could not bind|could not create any TCP/.test(failure.message)) continue;
    throw failure;
  }
}

async function launch(
  options: StartOptions & { readonly port: number },
): Promise<Postmaster | Error> {
  const { binary, account, pgdata, port } = options;
  const settings = { ...SETTINGS, ...options.settings };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const [command, args] = account.wrap(binary, ['-D', pgdata, '-p', String(port), ...flags]);
  const log = await open(options.logFile, 'a');
  const logStart = (await log.stat()).size;
  if (logStart > MAX_LOG_BYTES) await truncate(options.logFile);
  const child = spawn(command, args, {
    cwd: path.dirname(pgdata),
    // A group of its own: Ctrl-C reaches every process of the terminal's group, and the server would close its
    // connections while the service is still answering. A log file, since a pipe would break with its reader.
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
    ...(account.uid === undefined ? {} : { uid: account.uid, gid: account.gid }),
  });
  let exit: Error | null = null;
  child.on('error', (error) => (exit = error));
  child.on('exit', (code, signal) => (exit ??= new Error(`it ended with ${signal ?? code}`)));
  child.unref();
  await log.close();

  const deadline = Date.now() + START_TIMEOUT_MS;
  while (Date.now() < deadline) {
    if (exit !== null) {
      const log = await readFile(options.logFile, 'utf8');
      const said = log.slice(log.length > logStart ? logStart : 0).trim();
      return new Error(`Postgres did not start: ${(exit as Error).message}. ${said}`);
    }
    const status = await readStatus(pgdata);
    if (status?.ready === true && status.pid === child.pid) return { pid: status.pid, port };
    await sleep(10);
  }
  await stopPostmaster(child.pid ?? 0, pgdata);
  return new Error(
    `Postgres was not ready after ${START_TIMEOUT_MS / 1000} s; see ${options.logFile}.`,
  );
}

/** The server that runs on this data folder, if one does; a lock file that a dead one left behind is removed. */
export async function findPostmaster(pgdata: string): Promise<Postmaster | null> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (Date.now() < deadline) {
    const status = await readStatus(pgdata);
    if (status === null) return null;
    if (!(await isPostgres(status.pid, pgdata))) {
      // Postgres itself would take an unrelated process that now has this id (common in containers) for a server.
      await rm(lockFile(pgdata), { force: true });
      return null;
    }
    if (status.ready) return { pid: status.pid, port: status.port };
    await sleep(50); // still starting or already stopping
  }
  throw new Error(`The Postgres in ${pgdata} neither starts nor stops; end its process by hand.`);
}

/** Stops a server cleanly (sessions are ended, nothing is lost) and waits for its end; kills it if it hangs. */
export async function stopPostmaster(pid: number, pgdata: string): Promise<void> {
  signal(pid, 'SIGINT');
  const deadline = Date.now() + STOP_TIMEOUT_MS;
  while (await isPostgres(pid, pgdata)) {
    if (Date.now() >= deadline) signal(pid, 'SIGQUIT');
    await sleep(10);
  }
}

const lockFile = (pgdata: string) => path.join(pgdata, 'postmaster.pid');

async function readStatus(
  pgdata: string,
): Promise<{ pid: number; port: number; ready: boolean } | null> {
  const text = await readFile(lockFile(pgdata), 'utf8').catch(() => null);
  if (text === null) return null;
  // Lines: process id, data folder, start time, port, socket folder, address, shared memory, status.
  const lines = text.split('\n');
  return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}

async function isPostgres(pid: number, pgdata: string): Promise<boolean> {
  if (!Number.isInteger(pid) || pid <= 1 || !signal(pid, 0)) return false;
  const command = await commandLine(pid);
  return command === null || (command.includes('postgres') && command.includes(pgdata));
}

/** What a process was started with; empty for a dead one that nobody has waited for, null where it cannot be told. */
async function commandLine(pid: number): Promise<string | null> {
  if (process.platform === 'linux') {
    return readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  }
  if (process.platform === 'win32') return null;
  return runProgram('ps', ['-o', 'command=', '-p', String(pid)]).then(
    ({ stdout }) => stdout,
    () => '',
  );
}

function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    process.kill(pid, name);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
