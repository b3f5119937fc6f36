// The typesetter: citation-js in a thread of its own, started when somebody first asks and ended when nobody has for a
// minute. Reading Chicago's style takes a second and 200 MB, which no other request shall wait for or live with.

import { existsSync } from 'node:fs';

import { Piscina } from 'piscina';

import { AppError } from '../../errors';
import type { CslItem, StyleName, TypesetReference, Typesetter } from '../types';

export interface TypesetterOptions {
  /** The compiled worker: dist/citation/typesetting/worker.js. */
  readonly workerFile: string;
  /** How long the thread waits for the next reference, in milliseconds. @defaultValue 60000 */
  readonly idleMs?: number;
  /** How many references may wait. @defaultValue 100 */
  readonly maxQueue?: number;
}

/** What the thread is given. */
export interface TypesetTask {
  readonly style: StyleName;
  readonly work: CslItem;
  readonly lead: string;
}

const LONGEST_MS = 30_000;

/** A typesetter that costs nothing until it is used. */
export function createTypesetter(options: TypesetterOptions): Typesetter {
  const { workerFile, idleMs = 60_000, maxQueue = 100 } = options;
  if (!existsSync(workerFile)) {
    throw new Error(
      `The compiled worker ${workerFile} does not exist. Run \`npm run build\` first.`,
    );
  }
  const thread = new Piscina({
    filename: workerFile,
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: idleMs,
    resourceLimits: { maxOldGenerationSizeMb: 768 },
  });
  // Counted here: Piscina lets more wait than it is told to while its thread starts.
  let asked = 0;
  return {
    async typeset(style, work, lead) {
      const task: TypesetTask = { style, work, lead };
      const signal = AbortSignal.timeout(LONGEST_MS);
      if (asked > maxQueue) throw tooMany();
      asked += 1;
      try {
        return (await thread.run(task, { name: 'typeset', signal })) as TypesetReference;
      } catch (error) {
        throw signal.aborted ? tooMany(error) : error;
      } finally {
        asked -= 1;
      }
    },
    close: () => thread.destroy(),
  };
}

function tooMany(cause?: unknown): AppError {
  return new AppError(
    'unavailable',
    'Too many citations are being set at once; try again in a few seconds.',
    { cause },
  );
}
