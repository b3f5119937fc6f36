// Locks that end with the transaction, by name. The order of all waiting in this service: idempotency key, article
// identity, article row, new speakers by name, speakers by id (shared to link them, alone to erase them), subjects in the same
// two ways, then names, roles, speakers' counts, topics' counts, and names and counts of subjects by id. Keeping it is what
// rules out deadlocks.
// identity, article row, new speakers by name, speakers by id (shared to link them, alone to erase them), then names, roles,
// speakers' counts and topics' counts by id, and at the very end lineages, all as one. Keeping it is what rules out deadlocks.

import { createHash } from 'node:crypto';

import type { PoolClient } from 'pg';

/** Waits until no other transaction holds this name. */
export async function lockName(
  client: PoolClient,
  kind: 'key' | 'identity' | 'lineages',
  name: string | Buffer,
): Promise<void> {
  const digest = createHash('sha256').update(kind).update('\0').update(name).digest();
  await client.query('SELECT pg_advisory_xact_lock($1)', [digest.readBigInt64BE(0).toString()]);
}
