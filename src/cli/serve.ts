// `verbatim serve`: the service itself, as a process of its own, exactly as `npm start` runs it.

import { spawn } from 'node:child_process';
import { join } from 'node:path';

import { Command } from 'commander';

import { PACKAGE_ROOT } from '../config';

export function serveCommand(): Command {
  return new Command('serve')
    .description('start the service (the same as `npm start`); settings come from the environment')
    .addHelpText(
      'after',
      `
Examples:
  verbatim serve                                    with an embedded Postgres under .data/
  PORT=9000 SEEDS=off verbatim serve                another port, no sample articles
  DATABASE_URL=postgresql://… verbatim serve        with a Postgres of your own`,
    )
    .action(serve);
}

async function serve(): Promise<void> {
  const args = ['--enable-source-maps', join(PACKAGE_ROOT, 'dist', 'main.js')];
  const service = spawn(process.execPath, args, { stdio: 'inherit' });
  // Ctrl-C reaches the service by way of the terminal; other senders know this process only.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => service.kill('SIGTERM'));
  process.on('SIGHUP', () => service.kill('SIGTERM'));
  process.exitCode = await new Promise<number>((resolve, reject) => {
    service.on('error', reject);
    service.on('exit', (code) => resolve(code ?? 1));
  });
}
