// Runs Prisma's schema engine (WebAssembly, schemaEngineWorker.mjs) in a worker thread for one command.

import path from 'node:path';
import { Worker } from 'node:worker_threads';

import type { Migration } from './schemaFiles';

export type EngineCommand =
  | {
      readonly command: 'apply';
      readonly migrations: readonly Migration[];
      readonly lockfile: string;
    }
  | { readonly command: 'diff' };

/** The result of the engine's command; rejects with what the engine said. */
export function runSchemaEngine<Result>(
  input: EngineCommand & { readonly connectionString: string; readonly schema: string },
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(path.join(__dirname, 'schemaEngineWorker.mjs'), {
      workerData: input,
    });
    worker.once(
      'message',
      (answer: { ok: true; result: Result } | { ok: false; message: string }) =>
        answer.ok ? resolve(answer.result) : reject(new Error(answer.message)),
    );
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`The schema engine ended early (${code}).`)));
  });
}
