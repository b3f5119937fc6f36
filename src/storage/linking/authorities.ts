// Which entry of the imported authority files an article's speaker is, if there is just one that it can be.

import type { PoolClient } from 'pg';

import type { SpeakerType } from '../../extraction/types';
import type { Authority, Cluster } from './decide';
import { bodyName } from './keys';
import { comparePersonNames, readPersonName } from './personName';
import { compareWithRoles } from './roles';

/** A key that more entries share says nothing. */
const MOST_ENTRIES = 50;

export interface AuthorityEntry {
  readonly id: string;
  readonly name: string;
  readonly type: SpeakerType;
  readonly roles: readonly string[];
  readonly same_as: readonly string[];
  /** Name and aliases with their folded forms. */
  readonly forms: readonly (readonly [name: string, folded: string])[];
}

/** The entries behind each key. */
export async function findAuthorities(
  client: PoolClient,
  keys: readonly string[],
): Promise<ReadonlyMap<string, readonly AuthorityEntry[]>> {
  const found = new Map<string, AuthorityEntry[]>();
  if (keys.length === 0) return found;
  const { rows } = await client.query<AuthorityEntry & { key: string }>(
    `SELECT k.key, r.id, r.name, r.type, r.roles, r.same_as,
       (SELECT json_agg(json_build_array(f, fold_name(f))) FROM unnest(r.name || r.aliases) AS f) AS forms
     FROM (SELECT key, record_id, row_number() OVER (PARTITION BY key ORDER BY record_id) AS place
           FROM authority_key WHERE key = ANY($1)) k JOIN authority_record r ON r.id = k.record_id
     WHERE k.place <= ${MOST_ENTRIES}`,
    [keys],
  );
  for (const { key, ...entry } of rows) found.set(key, [...(found.get(key) ?? []), entry]);
  return found;
}

/** The one entry that agrees in name and does not conflict in role; of several, the one whose role agrees. */
export function matchAuthority(
  cluster: Omit<Cluster, 'authority'>,
  entries: readonly AuthorityEntry[],
): Authority | null {
  const unique = [...new Map(entries.map((entry) => [entry.id, entry])).values()];
  const fitting = unique.flatMap((entry) => {
    const matched = entry.forms.find(([name, folded]) =>
      sameName(cluster, entry, { name, folded }),
    );
    const { match } = compareWithRoles(cluster.role, entry.roles);
    return matched === undefined || match === 'conflict'
      ? []
      : [{ entry, match, matched: matched[0] }];
  });
  const agreeing = fitting.filter(({ match }) => match === 'agree');
  const [one, ...others] = fitting.length > 1 ? agreeing : fitting;
  if (one === undefined || others.length > 0) return null;
  const { id, name, same_as } = one.entry;
  return { id, name, sameAs: same_as, matched: one.matched };
}

function sameName(
  cluster: Omit<Cluster, 'authority'>,
  { type }: AuthorityEntry,
  form: { readonly name: string; readonly folded: string },
): boolean {
  const person = cluster.type === 'person';
  if (person !== (type === 'person')) return false;
  if (!person) return bodyName(cluster.name.folded) === bodyName(form.folded);
  const [a, b] = [readPersonName(cluster.name.folded), readPersonName(form.folded)];
  const match = a === null || b === null ? null : comparePersonNames(a, b);
  return match === 'equal' || match === 'initial';
}
