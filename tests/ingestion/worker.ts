// The real worker, compiled, for tests of what runs in threads. `npm test` builds it before anything runs.

import { join } from 'node:path';

import type { AnalysisPoolOptions } from '../../src/ingestion/pool';
import { createAnalysisPool } from '../../src/ingestion/pool';
import type { AnalysisPool } from '../../src/ingestion/types';

export const WORKER_FILE = join(__dirname, '../../dist/ingestion/worker.js');
export const MODEL_DIR = join(__dirname, '../../models');

/** A pool of one thread unless told otherwise. */
export function startPool(options: Partial<AnalysisPoolOptions> = {}): AnalysisPool {
  return createAnalysisPool({
    workerFile: WORKER_FILE,
    modelDir: MODEL_DIR,
    threads: 1,
    ...options,
  });
}
