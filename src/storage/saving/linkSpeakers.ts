// From an article's speakers to stored ones: found by name where that is safe, made otherwise.

import type { PoolClient } from 'pg';

import { newId } from '../ids';
import { insertRows, recordset } from './bulk';
import type { FoldedSpeaker } from './speakerNames';

const COLUMNS = {
  id: 'uuid',
  name: 'text',
  type: 'speaker_type',
  link_key: 'text',
  created_at: 'timestamptz',
  updated_at: 'timestamptz',
};

/**
 * The stored id of each speaker, in order. Two transactions that first meet the same name agree on one id. Until the
 * transaction ends nobody can erase these speakers, nor the `earlier` ones.
 */
export async function linkSpeakers(
  client: PoolClient,
  speakers: readonly FoldedSpeaker[],
  earlier: readonly string[],
  now: Date,
): Promise<string[]> {
  const rows = speakers.map(({ speaker, linkKey }) => ({
    id: newId(),
    name: speaker.name,
    type: speaker.type,
    link_key: linkKey,
    created_at: now,
    updated_at: now,
  }));
  await insertRows(
    client,
    'speaker',
    COLUMNS,
    rows.filter((row) => row.link_key === null),
  );

  const linked = new Map(
    rows.filter((row) => row.link_key !== null).map((row) => [row.link_key, row]),
  );
  if (linked.size > 0) {
    // Waits for a transaction that is just making the same speaker; ordered, so that two never wait for each other.
    await client.query(
      `INSERT INTO speaker (id, name, type, link_key, created_at, updated_at)
       SELECT id, name, type, link_key, created_at, updated_at FROM ${recordset(COLUMNS)} ORDER BY link_key
       ON CONFLICT (link_key) DO NOTHING`,
      [JSON.stringify([...linked.values()])],
    );
  }
  // Removing the last other article that names one must not erase it under our hands. All in one go and in order, also
  // those whose counts the article moves: held one after the other, they would make a circle with a removal.
  const stored = await client.query<{ id: string; link_key: string | null }>(
    'SELECT id, link_key FROM speaker WHERE link_key = ANY($1) OR id = ANY($2) ORDER BY id FOR KEY SHARE',
    [[...linked.keys()], earlier],
  );
  const idOf = new Map(stored.rows.map(({ id, link_key }) => [link_key, id]));
  return rows.map((row) => {
    const id = row.link_key === null ? row.id : idOf.get(row.link_key);
    if (id === undefined) throw new SpeakerVanished(row.name);
    return id;
  });
}

/** A speaker was erased between our two looks at it; the next attempt makes it anew. */
export class SpeakerVanished extends Error {
  readonly code = '40001';
  constructor(name: string) {
    super(`The speaker ${name} was erased while an article that names it was stored.`);
  }
}
