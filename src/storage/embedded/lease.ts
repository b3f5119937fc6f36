// Which service a running server belongs to. A service holds one session lock for as long as it lives; Postgres frees it
// the moment the process is gone, however it went. So a server without a holder is an orphan.

import { Client } from 'pg';

const LEASE_KEY = 7_230_041;

/** The session that keeps other services off; `release` ends it. */
export interface Lease {
  release(): Promise<void>;
}

/** Takes the lease, or says which process has it. */
export async function takeLease(
  connectionString: string,
  log: (line: string) => void,
): Promise<Lease | { readonly heldBy: string }> {
  const client = new Client({
    connectionString,
    application_name: `verbatim pid ${process.pid}`,
    keepAlive: true,
  });
  client.on('error', (error) => log(`the lease on the data folder ended: ${error.message}`));
  await client.connect();
  const { rows } = await client.query<{ taken: boolean }>(
    'SELECT pg_try_advisory_lock($1) AS taken',
    [LEASE_KEY],
  );
  if (rows[0]?.taken === true) return { release: () => client.end().catch(() => undefined) };

  const holder = await client.query<{ name: string }>(
    `SELECT a.application_name AS name FROM pg_locks l JOIN pg_stat_activity a USING (pid)
     WHERE l.locktype = 'advisory' AND l.objid = $1 AND l.granted`,
    [LEASE_KEY],
  );
  await client.end();
  return { heldBy: holder.rows[0]?.name.replace(/^verbatim /, '') ?? 'a process that just ended' };
}
