// What editors say of a speaker's names: given to it, or taken off it, whatever articles print.

import type { PoolClient } from 'pg';

import type { Form } from '../linking/keys';
import { recordset } from '../saving/bulk';
import { dropUnusedNames } from '../saving/counters';

/** A name's flags before a change; null where there was no row. */
export interface NameFlags {
  readonly speaker_id: string;
  readonly folded: string;
  readonly kept: boolean | null;
  readonly hidden: boolean | null;
}

/** Names with their folded forms, each folded form once; names of nothing but marks are left out. */
export async function fold(client: PoolClient, names: readonly string[]): Promise<Form[]> {
  const { rows } = await client.query<Form>(
    `SELECT DISTINCT ON (folded) name, folded FROM (SELECT name, fold_name(name) AS folded, place
       FROM unnest($1::text[]) WITH ORDINALITY AS n(name, place)) n WHERE folded <> '' ORDER BY folded, place`,
    [names],
  );
  return rows;
}

/** The flags of these names, of the speaker itself and of all that were merged into it. */
export async function readFlags(
  client: PoolClient,
  speakerId: string,
  folded: readonly string[],
): Promise<NameFlags[]> {
  const { rows } = await client.query<NameFlags>(
    `SELECT t.id AS speaker_id, f.folded, n.kept, n.hidden
     FROM speaker t CROSS JOIN unnest($2::text[]) AS f(folded)
     LEFT JOIN speaker_name n ON n.speaker_id = t.id AND n.folded = f.folded
     WHERE t.canonical_id = $1 AND (t.id = $1 OR n.folded IS NOT NULL)`,
    [speakerId, [...new Set(folded)]],
  );
  return rows;
}

/** Gives a name to a speaker or takes it off. A name that is given again is no longer hidden anywhere. */
export async function setFlags(
  client: PoolClient,
  speakerId: string,
  { name, folded }: Form,
  flags: { readonly kind: 'full' | 'alias'; readonly given: boolean; readonly hidden: boolean },
): Promise<void> {
  await client.query(
    `INSERT INTO speaker_name (speaker_id, folded, name, kind, uses, kept, hidden) VALUES ($1, $2, $3, $4, 0, $5, $6)
     ON CONFLICT (speaker_id, folded) DO UPDATE SET kept = excluded.kept, hidden = excluded.hidden`,
    [speakerId, folded, name, flags.kind, flags.given, flags.hidden],
  );
  if (flags.hidden) return;
  await client.query(
    `UPDATE speaker_name n SET hidden = false FROM speaker t
     WHERE t.canonical_id = $1 AND n.speaker_id = t.id AND n.folded = $2 AND n.hidden`,
    [speakerId, folded],
  );
}

/** Puts flags back as they were. */
export async function restoreFlags(client: PoolClient, flags: readonly NameFlags[]): Promise<void> {
  if (flags.length === 0) return;
  await client.query(
    `UPDATE speaker_name n SET kept = coalesce(new.kept, false), hidden = coalesce(new.hidden, false)
     FROM ${recordset({ speaker_id: 'uuid', folded: 'text', kept: 'boolean', hidden: 'boolean' })}
     WHERE n.speaker_id = new.speaker_id AND n.folded = new.folded`,
    [JSON.stringify(flags)],
  );
  // What was not there before goes, unless an article has printed it meanwhile.
  await client.query(
    `DELETE FROM speaker_name n USING ${recordset({ speaker_id: 'uuid', folded: 'text', kept: 'boolean' })}
     WHERE n.speaker_id = new.speaker_id AND n.folded = new.folded AND new.kept IS NULL AND n.uses <= 0`,
    [JSON.stringify(flags)],
  );
  await dropUnusedNames(client, [...new Set(flags.map(({ speaker_id }) => speaker_id))]);
}
