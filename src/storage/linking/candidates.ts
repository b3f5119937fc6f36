// Stored speakers that an article's speakers may be: found by shared keys or by authority entry, with all that linking weighs.

import type { PoolClient } from 'pg';

import type { Candidate } from './decide';

/** Most candidates a key has; of a name that more speakers bear, those most quoted. */
const MOST_NAMESAKES = 40;
/** Roles compared of one speaker, those that most articles print. */
const MOST_ROLES = 30;
/** Links looked through for the publication, newest first; a prolific speaker's are too many to read. */
const MOST_LINKS = 1000;

/** What candidates are looked for by, for all speakers of an article at once. */
export interface Wanted {
  readonly keys: readonly string[];
  readonly authorityIds: readonly string[];
  readonly publicationKey: string | null;
}

export interface Candidates {
  /** Ids of stored speakers, where merges end. */
  readonly byKey: ReadonlyMap<string, readonly string[]>;
  readonly byAuthority: ReadonlyMap<string, readonly string[]>;
  readonly byId: ReadonlyMap<string, Candidate>;
}

/** Reads all candidates in a few round trips. */
export async function findCandidates(client: PoolClient, wanted: Wanted): Promise<Candidates> {
  const byKey = await grouped(
    client,
    `SELECT key AS by, id FROM (
       SELECT s.key, k.canonical_id AS id, row_number() OVER (PARTITION BY s.key ORDER BY c.article_count DESC, c.id) AS place
       FROM speaker_key s JOIN speaker k ON k.id = s.speaker_id JOIN speaker c ON c.id = k.canonical_id
       WHERE s.key = ANY($1)) found
     WHERE place <= ${MOST_NAMESAKES}`,
    wanted.keys,
  );
  const byAuthority = await grouped(
    client,
    `SELECT authority_id AS by, canonical_id AS id FROM speaker
     WHERE authority_id = ANY($1::uuid[]) ORDER BY id LIMIT ${MOST_NAMESAKES}`,
    wanted.authorityIds,
  );
  const ids = [...new Set([...byKey.values(), ...byAuthority.values()].flat())];
  return { byKey, byAuthority, byId: await readCandidates(client, ids, wanted.publicationKey) };
}

async function grouped(
  client: PoolClient,
  sql: string,
  values: readonly string[],
): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  if (values.length === 0) return found;
  const { rows } = await client.query<{ by: string; id: string }>(sql, [values]);
  for (const { by, id } of rows) found.set(by, [...new Set([...(found.get(by) ?? []), id])]);
  return found;
}

interface Row {
  readonly id: string;
  readonly article_count: number;
  readonly authority_id: string | null;
  readonly same_publication: boolean;
  readonly names: readonly (readonly [string, string, string, boolean, boolean, boolean])[] | null;
  readonly roles: readonly string[] | null;
}

async function readCandidates(
  client: PoolClient,
  ids: readonly string[],
  publicationKey: string | null,
): Promise<Map<string, Candidate>> {
  if (ids.length === 0) return new Map();
  const { rows } = await client.query<Row>(
    `SELECT k.id, k.article_count,
       (SELECT coalesce(k.authority_id, min(t.authority_id::text)::uuid) FROM speaker t WHERE t.canonical_id = k.id) AS authority_id,
       EXISTS (SELECT FROM (SELECT l.publication_key FROM statement_speaker l WHERE l.speaker_id = k.id AND l.live
         ORDER BY l.date DESC LIMIT ${MOST_LINKS}) recent WHERE recent.publication_key = $2) AS same_publication,
       (SELECT json_agg(json_build_array(n.speaker_id, n.name, n.folded, n.kind = 'full', n.kept, n.hidden) ORDER BY n.speaker_id, n.folded)
        FROM speaker t JOIN speaker_name n ON n.speaker_id = t.id WHERE t.canonical_id = k.id) AS names,
       (SELECT json_agg(o.role ORDER BY o.role) FROM (
          SELECT o.role FROM speaker t JOIN speaker_role o ON o.speaker_id = t.id WHERE t.canonical_id = k.id
          ORDER BY o.uses DESC, o.role LIMIT ${MOST_ROLES}) o) AS roles
     FROM speaker k WHERE k.id = ANY($1)`,
    [ids, publicationKey],
  );
  return new Map(rows.map((row) => [row.id, toCandidate(row)]));
}

function toCandidate(row: Row): Candidate {
  return {
    id: row.id,
    names: (row.names ?? []).map(([speakerId, name, folded, full, given, hidden]) => {
      return { speakerId, name, folded, full, given, hidden };
    }),
    roles: row.roles ?? [],
    articleCount: row.article_count,
    authorityId: row.authority_id,
    samePublication: row.same_publication,
  };
}
