// The rows of newly linked speakers: the speakers themselves, the keys they are found by, their authority entries.

import type { PoolClient } from 'pg';

import type { Authority, Cluster } from '../linking/decide';
import { MONONYM } from '../linking/keys';
import { insertRows, recordset } from './bulk';

const SPEAKER = {
  id: 'uuid',
  name: 'text',
  type: 'speaker_type',
  canonical_id: 'uuid',
  created_at: 'timestamptz',
  updated_at: 'timestamptz',
};

interface Linked {
  readonly id: string;
  readonly cluster: Cluster;
}

/** Makes the speakers that were not there. */
export async function insertNewcomers(
  client: PoolClient,
  newcomers: readonly Linked[],
  now: Date,
): Promise<void> {
  const rows = newcomers.map(({ id, cluster: { name, type } }) => {
    return { id, name: name.name, type, canonical_id: id, created_at: now, updated_at: now };
  });
  await insertRows(client, 'speaker', SPEAKER, rows);
}

/** The keys under which a speaker is found by later articles: a single word is none, unless an editor says so. */
export function storedKeys({ keys }: Pick<Cluster, 'keys'>): readonly string[] {
  return keys.filter((key) => !key.startsWith(MONONYM));
}

/** Lets the speakers be found by every name that they have just been given. */
export async function noteKeys(client: PoolClient, linked: readonly Linked[]): Promise<void> {
  const rows = linked.flatMap(({ id, cluster }) =>
    storedKeys(cluster).map((key) => ({ key, speaker_id: id })),
  );
  if (rows.length === 0) return;
  await client.query(
    `INSERT INTO speaker_key (key, speaker_id)
     SELECT DISTINCT key, speaker_id FROM ${recordset({ key: 'text', speaker_id: 'uuid' })} ORDER BY key, speaker_id
     ON CONFLICT DO NOTHING`,
    [JSON.stringify(rows)],
  );
}

/** Gives speakers their authority entry, and its URIs unless an editor has set them. */
export async function noteAuthorities(
  client: PoolClient,
  found: readonly { readonly id: string; readonly authority: Authority }[],
): Promise<void> {
  if (found.length === 0) return;
  const rows = found.map(({ id, authority }) => ({ id, authority_id: authority.id }));
  await client.query(
    `WITH new AS (SELECT DISTINCT ON (id) id, authority_id FROM ${recordset({ id: 'uuid', authority_id: 'uuid' })} ORDER BY id),
       locked AS (SELECT k.id FROM speaker k JOIN new USING (id) WHERE k.authority_id IS NULL ORDER BY k.id FOR NO KEY UPDATE OF k)
     UPDATE speaker k SET authority_id = r.id,
       same_as = CASE WHEN 'sameAs' = ANY(k.edited) THEN k.same_as ELSE r.same_as END
     FROM locked JOIN new USING (id) JOIN authority_record r ON r.id = new.authority_id
     WHERE k.id = locked.id AND k.authority_id IS NULL`,
    [JSON.stringify(rows)],
  );
}
