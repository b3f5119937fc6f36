// Locks that end with the transaction, by name. The order of all waiting in this service: speakers as a whole (shared to store
// or erase an article, alone to edit a speaker), idempotency key, article identity, article row, names to be linked, speakers by
// id (shared to link them, alone to erase them), subjects in the same two ways, then names, roles, speakers' counts, topics'
// counts, names and counts of subjects by id, and at the very end lineages, all as one. Keeping it is what rules out deadlocks.

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

const SPEAKERS = 7_230_043;
const NAMES = 7_230_044;
/** Names share this many locks, since a server has room for some thousands of them in all. */
const SLOTS = 4096;

/**
 * Keeps editors and linking apart: an edit waits for the articles being stored, and the next ones wait for it. Edits are a
 * person's: a merge of 16,000 statements took a second (measured on two shared cores). First of all locks.
 */
export async function lockSpeakers(client: PoolClient, mode: 'to link' | 'to edit'): Promise<void> {
  const lock = mode === 'to link' ? 'pg_advisory_xact_lock_shared' : 'pg_advisory_xact_lock';
  await client.query(`SELECT ${lock}($1)`, [SPEAKERS]);
}

/** Waits until nobody else is linking any of these keys, so that two articles never make one newcomer twice. */
export async function lockKeys(client: PoolClient, keys: readonly string[]): Promise<void> {
  const slots = new Set(
    keys.map((key) => createHash('sha256').update(key).digest().readUInt32BE(0) % SLOTS),
  );
  const sorted = [...slots].sort((a, b) => a - b);
  await client.query('SELECT pg_advisory_xact_lock($1, slot) FROM unnest($2::int[]) AS slot', [
    NAMES,
    sorted,
  ]);
}
