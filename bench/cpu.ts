// Processor time that a question takes, in the service and in its connections to Postgres: what it would take on a quiet machine
// from a warm cache, however busy this one is. Where the system does not tell (all but Linux) the columns stay empty.

import { readdirSync, readFileSync } from 'node:fs';

import type { Client } from 'pg';

import type { Running } from './processes';

/** Milliseconds of processor time that have gone into the service so far, or null where nobody knows. */
export type Clock = () => number | null;

/** Connections that are made later are not counted: ask once before. What a connection took stays counted when it has ended. */
export async function clockOf(service: Running, client: Client): Promise<Clock> {
  const { rows } = await client.query<{ pid: number }>(
    `SELECT pid FROM pg_stat_activity WHERE application_name = 'verbatim' AND datname = current_database()`,
  );
  const taken = new Map([service.pid, ...rows.map(({ pid }) => pid)].map((pid) => [pid, 0]));
  return () => {
    for (const pid of taken.keys()) taken.set(pid, timeOf(pid) ?? taken.get(pid) ?? 0);
    return taken.get(service.pid) === 0 ? null : [...taken.values()].reduce((a, b) => a + b, 0);
  };
}

/** Of all threads of a process; null where it has ended or the system does not tell. */
function timeOf(pid: number): number | null {
  try {
    return readdirSync(`/proc/${pid}/task`).reduce((sum, thread) => {
      const [run] = readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ');
      return sum + Number(run) / 1e6;
    }, 0);
  } catch {
    return null;
  }
}
