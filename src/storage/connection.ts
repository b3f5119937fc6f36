// The one pool of connections, which the Prisma client and the hand-written SQL share.

import { PrismaPg } from '@prisma/adapter-pg';
import type { PoolClient } from 'pg';
import { Pool } from 'pg';

import { PrismaClient } from './generated/client';

/** What the parts of the store work with. */
export interface Database {
  readonly pool: Pool;
  /** For questions whose cost the caller decides: Postgres ends them after `readTimeoutMs`. */
  readonly reads: Pool;
  readonly prisma: PrismaClient;
  readonly now: () => Date;
}

export interface ConnectionOptions {
  readonly connectionString: string;
  /** Most connections at a time. */
  readonly poolSize?: number;
  /** How long a list or a search may take in Postgres. */
  readonly readTimeoutMs?: number;
  readonly log?: (line: string) => void;
  readonly now?: () => Date;
}

/** Opens the pool; connections are made when they are first needed. */
export function connect(options: ConnectionOptions): Database {
  const log = options.log ?? (() => undefined);
  const open = (timeout: number, more = ''): Pool => {
    const made = new Pool({
      connectionString: options.connectionString,
      application_name: 'verbatim',
      max: options.poolSize ?? 10,
      connectionTimeoutMillis: 5_000,
      idleTimeoutMillis: 30_000,
      keepAlive: true,
      statement_timeout: timeout,
      // Compiling a query costs more than running it, for all queries here. Embedded servers have it off anyway.
      options: `-c jit=off${more}`,
    });
    // An idle connection that breaks is dropped by the pool and the next query makes a new one. Without a listener the
    // event would end the process.
    made.on('error', (error) => log(`a database connection was lost: ${error.message}`));
    return made;
  };
  // Nothing of this service takes a tenth of it; what does would otherwise hold a connection for ever.
  const pool = open(30_000);
  // A pool of their own for reads: setting the limit for one query would take two more round trips each.
  // One process each: others cost more to start than they save on a page, and take the cores from other requests.
  const reads = open(options.readTimeoutMs ?? 3_000, ' -c max_parallel_workers_per_gather=0');
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool), log: [], errorFormat: 'minimal' });
  return { pool, reads, prisma, now: options.now ?? (() => new Date()) };
}

/** Runs `work` in a transaction on one connection; rolls back whatever it throws. */
export async function inTransaction<Result>(
  pool: Pool,
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  // While a connection is out, its errors are nobody's: the query that waits on it fails as well.
  const ignore = () => undefined;
  client.on('error', ignore);
  let broken: Error | undefined;
  try {
    await client.query('BEGIN');
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch((failure: Error) => (broken = failure));
    throw error;
  } finally {
    client.off('error', ignore);
    client.release(broken);
  }
}
