// From an article's subjects to stored ones: found by their speaker or by name where that is safe, made otherwise.

import type { PoolClient } from 'pg';

import type { ArticleSubject, SubjectType } from '../../extraction/types';
import { newId } from '../ids';
import { insertRows, recordset } from './bulk';
import type { ArticleSubjectRow } from './countSubjects';

/** A subject with the names of it as they are compared. */
export interface FoldedSubject {
  readonly subject: ArticleSubject;
  readonly names: readonly { readonly name: string; readonly folded: string }[];
  /** Type and folded name where these alone say what is meant, else null: a surname may be anybody's. */
  readonly linkKey: string | null;
  /** The stored speaker that it is. */
  readonly speakerId: string | null;
}

interface SubjectInsert {
  readonly id: string;
  readonly name: string;
  readonly type: SubjectType;
  readonly link_key: string | null;
  readonly speaker_id: string | null;
  readonly created_at: Date;
  readonly updated_at: Date;
}

interface StoredSubject {
  readonly id: string;
  readonly link_key: string | null;
  readonly speaker_id: string | null;
}

/**
 * The stored id of each subject, in order: the one that is the same speaker, else the one of the same type and full name,
 * unless that is known to be another speaker; else a new one. Nobody can erase them until the transaction ends.
 */
export async function linkSubjects(
  client: PoolClient,
  folded: readonly FoldedSubject[],
  before: readonly ArticleSubjectRow[],
  now: Date,
): Promise<string[]> {
  if (folded.length === 0 && before.length === 0) return [];
  const keys = folded.flatMap(({ linkKey }) => linkKey ?? []);
  const speakers = folded.flatMap(({ speakerId }) => speakerId ?? []);
  const known = await storedSubjects(client, keys, speakers, []);
  const found = folded.map((one) => match(one, known));
  const made = folded.map(({ subject, linkKey, speakerId }, i): SubjectInsert | null => {
    if (found[i] !== undefined) return null;
    // Another speaker of the same name has the key: this one is found by its speaker only.
    const taken = known.some(({ link_key }) => link_key === linkKey);
    const { name, type } = subject;
    return {
      id: newId(),
      name,
      type,
      link_key: taken ? null : linkKey,
      speaker_id: speakerId,
      created_at: now,
      updated_at: now,
    };
  });
  const rows = made.filter((row) => row !== null);
  const withKey = new Map(
    rows.filter(({ link_key }) => link_key !== null).map((row) => [row.link_key, row]),
  );
  await insertRows(
    client,
    'subject',
    SUBJECT,
    rows.filter(({ link_key }) => link_key === null),
  );
  if (withKey.size > 0) {
    // Waits for a transaction that is just making the same subject; ordered, so that two never wait for each other.
    await client.query(
      `INSERT INTO subject (id, name, type, link_key, speaker_id, created_at, updated_at)
       SELECT id, name, type, link_key, speaker_id, created_at, updated_at FROM ${recordset(SUBJECT)} ORDER BY link_key
       ON CONFLICT (link_key) DO NOTHING`,
      [JSON.stringify([...withKey.values()])],
    );
  }
  const held = [...before.map(({ subject_id }) => subject_id), ...known.map(({ id }) => id)];
  const stored = await storedSubjects(client, keys, speakers, [
    ...held,
    ...rows.map(({ id }) => id),
  ]);
  return folded.map((one, i) => {
    const row = made[i];
    const byKey = (): string | undefined =>
      stored.find(({ link_key }) => link_key === one.linkKey)?.id;
    const id = found[i] ?? (row?.link_key === null ? row.id : byKey());
    if (id === undefined || !stored.some((subject) => subject.id === id))
      throw new SubjectVanished(one.subject.name);
    return id;
  });
}

async function storedSubjects(
  client: PoolClient,
  keys: readonly string[],
  speakers: readonly string[],
  ids: readonly string[],
): Promise<readonly StoredSubject[]> {
  const hold = ids.length > 0 ? 'FOR KEY SHARE' : '';
  const { rows } = await client.query<StoredSubject>(
    `SELECT id, link_key, speaker_id FROM subject
     WHERE link_key = ANY($1) OR speaker_id = ANY($2) OR id = ANY($3) ORDER BY id ${hold}`,
    [keys, speakers, ids],
  );
  return rows;
}

function match(
  { linkKey, speakerId, subject }: FoldedSubject,
  known: readonly StoredSubject[],
): string | undefined {
  const sameSpeaker = known.find(
    ({ speaker_id, link_key }) =>
      speakerId !== null &&
      speaker_id === speakerId &&
      (link_key === null || link_key.startsWith(`${subject.type}:`)),
  );
  const sameName = known.find(
    ({ link_key, speaker_id }) =>
      linkKey !== null &&
      link_key === linkKey &&
      (speakerId === null || speaker_id === null || speaker_id === speakerId),
  );
  return (sameSpeaker ?? sameName)?.id;
}

/** A subject was erased between our two looks at it; the next attempt makes it anew. */
class SubjectVanished extends Error {
  readonly code = '40001';
  constructor(name: string) {
    super(`The subject ${name} was erased while an article that names it was stored.`);
  }
}

const SUBJECT = {
  id: 'uuid',
  name: 'text',
  type: 'subject_type',
  link_key: 'text',
  speaker_id: 'uuid',
  created_at: 'timestamptz',
  updated_at: 'timestamptz',
};
