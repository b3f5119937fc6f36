// Authority files into the store: entries by what makes them the same at the next import, and the keys that linking looks up.

import { createHash } from 'node:crypto';

import type { PoolClient } from 'pg';

import type { Database } from '../connection';
import { inTransaction } from '../connection';
import { guarded } from '../failures';
import { newId } from '../ids';
import { keysOf } from '../linking/keys';
import { recordset } from '../saving/bulk';
import type { AuthorityEntry, AuthorityTally } from '../store';

const RECORD = {
  id: 'uuid',
  identity: 'text',
  name: 'text',
  type: 'speaker_type',
  aliases: 'text[]',
  roles: 'text[]',
  same_as: 'text[]',
};

/** Adds what is new and changes what differs, all or nothing. Of two entries with one identity the later stands. */
export function importEntries(
  database: Database,
  entries: readonly AuthorityEntry[],
): Promise<AuthorityTally> {
  return guarded(() =>
    inTransaction(database.pool, async (client) => {
      const folded = await foldAll(client, entries);
      const rows = new Map(entries.map((entry) => [identityOf(entry, folded), entry]));
      const written = await client.query<{ id: string; identity: string; added: boolean }>(
        `INSERT INTO authority_record AS r (id, identity, name, type, aliases, roles, same_as, created_at, updated_at)
         SELECT id, identity, name, type, aliases, roles, same_as, $2, $2 FROM ${recordset(RECORD)} ORDER BY identity
         ON CONFLICT (identity) DO UPDATE SET name = excluded.name, type = excluded.type, aliases = excluded.aliases,
           roles = excluded.roles, same_as = excluded.same_as, updated_at = excluded.updated_at
         WHERE (r.name, r.type, r.aliases, r.roles, r.same_as) IS DISTINCT FROM
           (excluded.name, excluded.type, excluded.aliases, excluded.roles, excluded.same_as)
         RETURNING id, identity, xmax = 0 AS added`,
        [
          JSON.stringify([...rows].map(([identity, entry]) => toRow(identity, entry))),
          database.now(),
        ],
      );
      await writeKeys(client, written.rows, rows, folded);
      const added = written.rows.filter((row) => row.added).length;
      const changed = written.rows.length - added;
      return { added, changed, unchanged: entries.length - added - changed };
    }),
  );
}

function toRow(identity: string, { name, type, aliases, roles, sameAs }: AuthorityEntry) {
  return { id: newId(), identity, name, type, aliases, roles, same_as: sameAs };
}

/** The first URI names the entry, whatever else about it changes; without one, type, name and roles do. */
function identityOf(
  { name, type, sameAs, roles }: AuthorityEntry,
  folded: ReadonlyMap<string, string>,
): string {
  const [uri] = sameAs;
  const of = uri === undefined ? [type, folded.get(name) ?? '', ...roles] : ['uri', uri];
  return createHash('sha256').update(of.join('\0')).digest('base64url');
}

async function foldAll(
  client: PoolClient,
  entries: readonly AuthorityEntry[],
): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; folded: string }>(
    'SELECT name, fold_name(name) AS folded FROM unnest($1::text[]) AS name',
    [[...new Set(entries.flatMap(({ name, aliases }) => [name, ...aliases]))]],
  );
  return new Map(rows.map(({ name, folded }) => [name, folded]));
}

async function writeKeys(
  client: PoolClient,
  written: readonly { readonly id: string; readonly identity: string; readonly added: boolean }[],
  entries: ReadonlyMap<string, AuthorityEntry>,
  folded: ReadonlyMap<string, string>,
): Promise<void> {
  const changed = written.filter(({ added }) => !added).map(({ id }) => id);
  if (changed.length > 0) {
    await client.query('DELETE FROM authority_key WHERE record_id = ANY($1)', [changed]);
  }
  const keys = written.flatMap(({ id, identity }) => {
    const entry = entries.get(identity);
    if (entry === undefined) return [];
    const forms = [entry.name, ...entry.aliases].map((name) => ({
      name,
      folded: folded.get(name) ?? '',
    }));
    const own = new Set(forms.flatMap((form) => keysOf(entry.type, form)));
    return [...own].map((key) => ({ key, record_id: id }));
  });
  if (keys.length === 0) return;
  await client.query(
    `INSERT INTO authority_key (key, record_id) SELECT key, record_id
     FROM ${recordset({ key: 'text', record_id: 'uuid' })} ON CONFLICT DO NOTHING`,
    [JSON.stringify(keys)],
  );
}
