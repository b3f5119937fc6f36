// Processor time that a question takes, in the service and in its connections to Postgres: what it would take on a quiet machine
// from a warm cache, however busy this one is. Where the system does not tell (all but Linux) the columns stay empty.

import { readdirSync, readFileSync } from 'node:fs';

import type { Client } from 'pg';

import type { Running } from './processes';

/** Milliseconds of processor time that have gone into the service so far, or null where nobody knows. */
export type Clock = () => number | null;

/** Connections that are made later are not counted: ask once before. */
export async function clockOf(service: Running, client: Client): Promise<Clock> {
  const { rows } = await client.query<{ pid: number }>(
    `SELECT pid FROM pg_stat_activity WHERE application_name = 'verbatim' AND datname = current_database()`,
  );
  const processes = [service.pid, ...rows.map(({ pid }) => pid)];
  return () => {
    try {
      return processes.reduce((sum, pid) => sum + timeOf(pid), 0);
    } catch {
      return null;
    }
  };
}

/** Of all threads of a process. */
function timeOf(pid: number): number {
  return readdirSync(`/proc/${pid}/task`).reduce((sum, thread) => {
    const [run] = readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ');
    return sum + Number(run) / 1e6;
  }, 0);
}
