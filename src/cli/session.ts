// What commands open and close: the store, and ingestion on top of it, on the same database that the service uses.

import { join } from 'node:path';

import type { Config } from '../config';
import { MODEL_DIR, PACKAGE_ROOT } from '../config';
import { AppError } from '../errors';
import { createAnalysisPool, createIngestion } from '../ingestion';
import type { AnalysisPool, Ingestion } from '../ingestion/types';
import type { Store } from '../storage';
import { findEmbeddedPostgres, migrate, openStore, startEmbeddedPostgres } from '../storage';

export const SEEDS_FOLDER = join(PACKAGE_ROOT, 'seeds');

/** Runs `use` with the address of the database; an embedded one that nobody runs is started for that long. */
export async function withDatabase<T>(
  { databaseUrl, dataDir }: Config,
  use: (connectionString: string) => Promise<T>,
): Promise<T> {
  if (databaseUrl !== null) return use(databaseUrl);
  const postgres = await startEmbeddedPostgres({ dataDir }).catch(async (error: unknown) => {
    // A service is running on the folder: work beside it, on its Postgres, and leave that alone.
    const running =
      error instanceof AppError && error.kind === 'conflict'
        ? await findEmbeddedPostgres(dataDir)
        : null;
    if (running === null) throw error;
    return { connectionString: running, stop: () => Promise.resolve() };
  });
  try {
    return await use(postgres.connectionString);
  } finally {
    await postgres.stop();
  }
}

/** Runs `use` with the store, brought to the schema of this version. */
export function withStore<T>(config: Config, use: (store: Store) => Promise<T>): Promise<T> {
  return withDatabase(config, async (connectionString) => {
    await migrate(connectionString);
    const store = await openStore({ connectionString });
    try {
      return await use(store);
    } finally {
      await store.close();
    }
  });
}

/** Runs `use` with the engine's worker threads. */
export async function withPool<T>(
  config: Config,
  use: (pool: AnalysisPool) => Promise<T>,
): Promise<T> {
  const pool = createAnalysisPool({
    workerFile: join(PACKAGE_ROOT, 'dist', 'ingestion', 'worker.js'),
    modelDir: MODEL_DIR,
    threads: config.workerThreads,
  });
  try {
    await pool.ready();
    return await use(pool);
  } finally {
    await pool.close();
  }
}

/** Runs `use` with all that it takes to store articles. */
export function withIngestion<T>(
  config: Config,
  use: (ingestion: Ingestion) => Promise<T>,
): Promise<T> {
  return withStore(config, (store) =>
    withPool(config, (pool) => use(createIngestion({ store, pool }))),
  );
}
