// Real processes for tests of what no single process can show: the compiled service, started and ended from outside.

import type { ChildProcess } from 'node:child_process';
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export const MAIN = resolve(__dirname, '../../dist/main.js');

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Service {
  readonly url: string;
  readonly pid: number;
  /** What it has printed for people. */
  readonly greeting: string;
  /** Sends a signal and waits until the process is gone. */
  end(signal: NodeJS.Signals): Promise<Ended>;
  /** Waits for its own end. */
  readonly ended: Promise<Ended>;
}

export type Settings = Readonly<Record<string, string>>;

/** A folder for data that any account may enter, as Postgres runs under another one when tests run as root. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-faults-'));
  chmodSync(folder, 0o755);
  return folder;
}

/** Removes a folder of data, with the Postgres that a killed service may have left running on it. */
export async function removeFolder(folder: string): Promise<void> {
  for (const pid of processesOn(folder)) process.kill(pid, 'SIGQUIT');
  await eventually(() => processesOn(folder).length === 0);
  rmSync(folder, { recursive: true, force: true });
}

/** Starts the service and waits until it says that it is ready; throws what it said if it ends instead. */
export async function startService(settings: Settings): Promise<Service> {
  const { child, ended, printed } = launch(settings);
  let over: Ended | null = null;
  void ended.then((end) => (over = end));
  await eventually(() => over !== null || printed().includes('Ctrl-C stops it.'), 30_000);
  if (over !== null) throw new Error(`The service ended: ${JSON.stringify(over)}`);
  const greeting = printed();
  const port = /http:\/\/localhost:(\d+)/.exec(greeting)?.[1];
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    greeting,
    ended,
    end(signal) {
      child.kill(signal);
      return ended;
    },
  };
}

/** Runs a service that is expected not to start, to its end. */
export function runService(settings: Settings): Promise<Ended> {
  return launch(settings).ended;
}

function launch(settings: Settings): {
  child: ChildProcess;
  ended: Promise<Ended>;
  printed: () => string;
} {
  const env = { PORT: '0', LOG_LEVEL: 'error', WORKER_THREADS: '1', SEEDS: 'off', ...settings };
  const child = spawn(process.execPath, ['--enable-source-maps', MAIN], {
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => (stdout += String(chunk)));
  child.stderr.on('data', (chunk) => (stderr += String(chunk)));
  const ended = new Promise<Ended>((settle) => {
    // Not 'close': a Postgres that outlives the service could hold its pipes open.
    child.on('exit', (code, signal) => {
      setTimeout(() => settle({ code, signal, stdout, stderr }), 20);
    });
  });
  return { child, ended, printed: () => stdout };
}

/** The processes whose command line names the folder: its Postgres, and nothing else. */
export function processesOn(folder: string): number[] {
  const list = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8', maxBuffer: 16 << 20 });
  return list
    .split('\n')
    .filter((line) => line.includes(folder))
    .map((line) => Number.parseInt(line, 10));
}

/** Waits until `check` holds; throws if it does not within `ms`. */
export async function eventually(
  check: () => boolean | Promise<boolean>,
  ms = 10_000,
): Promise<void> {
  const deadline = performance.now() + ms;
  while (!(await check())) {
    if (performance.now() > deadline) throw new Error(`Not so within ${ms} ms: ${String(check)}`);
    await sleep(20);
  }
}

/** Posts a text as an article. */
export function postText(url: string, text: string, path = '/v1/articles'): Promise<Response> {
  return fetch(url + path, {
    method: 'POST',
    headers: { 'content-type': 'text/plain; charset=utf-8' },
    body: text,
  });
}
