// What the benchmarks run: the compiled service and its rivals, each a process of its own, and a Postgres for both.

import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import type * as StorageDoor from '../src/storage';

/** The storage that was built: it finds its migrations and binaries by its own place in the tree. */
// eslint-disable-next-line @typescript-eslint/no-require-imports
export const storage = require(resolve('dist/storage')) as typeof StorageDoor;

/** A folder that the account of Postgres may enter, and its removal. */
export function temporaryFolder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'verbatim-bench-'));
  chmodSync(path, 0o755);
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

export interface Running {
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/** Starts a Node program and waits until it prints the address that it listens on. */
export function startProgram(file: string, env: Record<string, string>): Promise<Running> {
  const child = spawn(process.execPath, [file], {
    env: { ...process.env, PORT: '0', LOG_LEVEL: 'warn', SEEDS: 'off', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((done, fail) => {
    let printed = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      const port = /http:\/\/localhost:(\d+)/.exec(printed)?.[1];
      if (port === undefined) return;
      const url = `http://127.0.0.1:${port}`;
      done({ url, pid: child.pid ?? 0, stop: () => ended(child) });
    });
    child.once('exit', (code) => fail(new Error(`${file} ended with code ${code}.`)));
  });
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((done) => {
    child.once('exit', () => done());
    child.kill('SIGTERM');
  });
}
