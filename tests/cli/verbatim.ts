// Runs the compiled terminal program as a process, the way a shell does.

import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

const CLI = resolve(__dirname, '../../dist/cli.js');

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `verbatim ARGS` with `input` on standard input. */
export function verbatim(
  args: readonly string[],
  { env = {}, input = '' }: { env?: Record<string, string>; input?: string | Buffer } = {},
): Promise<Ran> {
  const child = spawn(process.execPath, [CLI, ...args], {
    env: { PATH: process.env['PATH'], WORKER_THREADS: '2', NO_COLOR: '1', ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (stdout += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
  // A program that fails at once does not read what it is sent.
  child.stdin.on('error', () => undefined).end(input);
  return new Promise((settle, fail) => {
    child.on('error', fail).on('close', (code) => settle({ code, stdout, stderr }));
  });
}
