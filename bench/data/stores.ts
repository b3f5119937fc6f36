// The generated stores that benchmarks ask: made on a Postgres of their own and thrown away, or kept in a folder and found
// there by the next run, whichever benchmark it is: npm run bench:… -- --store DIR [STATEMENTS …]
// A kept store of a million statements takes 7 GB. Newer migrations are applied to it; what is generated differently since is not.

import { chmodSync, mkdirSync } from 'node:fs';
import { resolve } from 'node:path';

import { Client } from 'pg';

import { storage, temporaryFolder } from '../processes';
import type { Generated } from './generate';
import { describeStatements, generateStatements } from './generate';

export interface BenchStore {
  readonly connectionString: string;
  readonly data: Generated;
}

export interface BenchStores {
  /** What else stood on the command line. */
  readonly rest: readonly string[];
  /** The store of so many statements; with the prints that verification searches, where asked for or kept. */
  open(count: number, prints?: boolean): Promise<BenchStore>;
  /** Ends Postgres; what was not to be kept is gone then. */
  close(): Promise<void>;
}

/** Starts Postgres for the stores, in the folder after `--store` or in a temporary one. */
export async function openStores(argv: readonly string[]): Promise<BenchStores> {
  const option = argv.indexOf('--store');
  const kept = option < 0 ? undefined : argv[option + 1];
  const rest = argv.filter((_, i) => option < 0 || (i !== option && i !== option + 1));
  const folder = kept === undefined ? temporaryFolder() : keptFolder(kept);
  const postgres = await storage.startEmbeddedPostgres({ dataDir: folder.path });
  const addressOf = (database: string) => {
    const url = new URL(postgres.connectionString);
    url.pathname = `/${database}`;
    return url.href;
  };
  return {
    rest,
    open: async (count, prints = false) => {
      const name = `statements_${count}`;
      const admin = new Client({ connectionString: postgres.connectionString });
      await admin.connect();
      try {
        const known = await admin.query('SELECT FROM pg_database WHERE datname = $1', [name]);
        if (known.rowCount === 0) {
          // Named when it is complete: what a run that was broken off has left is made anew.
          await admin.query(`DROP DATABASE IF EXISTS making_${count} WITH (FORCE)`);
          await admin.query(`CREATE DATABASE making_${count}`);
          await make(addressOf(`making_${count}`), count, prints || kept !== undefined);
          await admin.query(`ALTER DATABASE making_${count} RENAME TO ${name}`);
        }
      } finally {
        await admin.end();
      }
      const connectionString = addressOf(name);
      await storage.migrate(connectionString);
      return { connectionString, data: await describeStatements(connectionString) };
    },
    close: async () => {
      await postgres.stop();
      folder.remove();
    },
  };
}

async function make(connectionString: string, count: number, prints: boolean): Promise<void> {
  const began = performance.now();
  await storage.migrate(connectionString);
  const store = await storage.openStore({ connectionString });
  const fill = prints ? () => store.verification.fill(false) : undefined;
  await generateStatements(connectionString, count, 1, fill);
  await store.close();
  const seconds = Math.round((performance.now() - began) / 1000);
  console.log(`${count} statements generated in ${seconds} s`);
}

/** Postgres runs under an account of its own, which must be able to enter. */
function keptFolder(given: string): { path: string; remove: () => void } {
  const path = resolve(given);
  mkdirSync(path, { recursive: true });
  chmodSync(path, 0o755);
  return { path, remove: () => undefined };
}
