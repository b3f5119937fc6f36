// What the contents of an article name: from its subjects to stored ones, their links to statements, names and counts.
// The same steps as for speakers: found by what identifies them, made otherwise, counted at the end in id order.

import type { PoolClient } from 'pg';

import type { ArticleSubject, Extraction, SubjectType } from '../../extraction/types';
import { newId } from '../ids';
import { insertRows, recordset } from './bulk';
import type { Copies, StatementInsert } from './writeStatements';

/** Longer "names" are clauses; they are kept, but identify nothing. */
const MAX_LINKED = 200;

/** What an article's current revision adds to a subject. */
export interface ArticleSubjectRow {
  readonly subject_id: string;
  /** Folded names. */
  readonly names: readonly string[];
  readonly statement_count: number;
}

interface FoldedSubject {
  readonly subject: ArticleSubject;
  readonly names: readonly { readonly name: string; readonly folded: string }[];
  /** Type and folded name where these alone say what is meant, else null: a surname may be anybody's. */
  readonly linkKey: string | null;
  /** The stored speaker that it is. */
  readonly speakerId: string | null;
}

/** Reads what the live statements of an article name at present. */
export async function subjectsOfArticle(
  client: PoolClient,
  articleId: string,
): Promise<readonly ArticleSubjectRow[]> {
  const { rows } = await client.query<ArticleSubjectRow>(
    'SELECT subject_id, names, statement_count FROM article_subject WHERE article_id = $1',
    [articleId],
  );
  return rows;
}

/**
 * Stores the subjects of a revision and links its statements to them. Gives back what moves all names and counts from
 * those that the article named `before`: to be called last, since it locks them.
 */
export async function saveSubjects(
  client: PoolClient,
  articleId: string,
  { subjects, statements }: Extraction,
  rows: readonly StatementInsert[],
  speakerIds: readonly string[],
  before: readonly ArticleSubjectRow[],
  now: Date,
): Promise<() => Promise<void>> {
  const folded = await foldSubjects(client, subjects, speakerIds);
  const ids = await linkSubjects(client, folded, before, now);
  const links = rows.flatMap((row, position) => linksOf(row, statements[position], ids));
  await insertRows(client, 'statement_subject', STATEMENT_SUBJECT, links);
  const after = articleSubjects(folded, ids, links);
  await insertRows(
    client,
    'article_subject',
    ARTICLE_SUBJECT,
    after.map((row) => ({ article_id: articleId, ...row })),
  );
  const printed = new Map(
    folded.flatMap(({ names }, i) =>
      names.map(({ folded: key, name }) => [`${ids[i]} ${key}`, name] as const),
    ),
  );
  const speakerOf = new Map(folded.map(({ speakerId }, i) => [ids[i] ?? '', speakerId]));
  return () => moveSubjects(client, before, after, { printed, speakerOf, now });
}

/** Takes an article's subjects out of all names and counts. */
export async function withdrawSubjects(
  client: PoolClient,
  before: readonly ArticleSubjectRow[],
  now: Date,
): Promise<void> {
  await moveSubjects(client, before, [], { printed: new Map(), speakerOf: new Map(), now });
}

/** Erases those subjects that no statement names any more. */
export async function eraseUnnamed(client: PoolClient, ids: readonly string[]): Promise<void> {
  await client.query(
    `DELETE FROM subject k WHERE k.id = ANY($1)
     AND NOT EXISTS (SELECT FROM statement_subject l WHERE l.subject_id = k.id)`,
    [ids],
  );
}

async function foldSubjects(
  client: PoolClient,
  subjects: readonly ArticleSubject[],
  speakerIds: readonly string[],
): Promise<FoldedSubject[]> {
  const all = [...new Set(subjects.flatMap(({ name, aliases }) => [name, ...aliases]))];
  if (all.length === 0) return [];
  const { rows } = await client.query<{ name: string; folded: string }>(
    'SELECT name, fold_name(name) AS folded FROM unnest($1::text[]) AS name',
    [all],
  );
  const foldedOf = new Map(rows.map(({ name, folded }) => [name, folded]));
  return subjects.map((subject) => {
    const own = foldedOf.get(subject.name) ?? '';
    const names = new Map<string, string>();
    for (const name of [subject.name, ...subject.aliases]) {
      const key = foldedOf.get(name) ?? '';
      if (key !== '' && name.length <= MAX_LINKED && !names.has(key)) names.set(key, name);
    }
    const identifies =
      own !== '' &&
      subject.name.length <= MAX_LINKED &&
      (subject.type !== 'person' || own.includes(' '));
    return {
      subject,
      names: [...names].map(([key, name]) => ({ folded: key, name })),
      linkKey: identifies ? `${subject.type}:${own}` : null,
      speakerId: subject.speaker === null ? null : speakerIds[subject.speaker] || null,
    };
  });
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
async function linkSubjects(
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

function linksOf(
  row: StatementInsert,
  statement: Extraction['statements'][number] | undefined,
  ids: readonly string[],
): (Copies & { statement_id: string; subject_id: string; ordinal: number })[] {
  const seen = new Set<string>();
  const { article_id, date, publication_key, form, cue_lemma, cue_class, live } = row;
  return (statement?.subjects ?? []).flatMap(({ subject }, ordinal) => {
    const id = ids[subject] ?? '';
    // Two names of the article that turned out to be one subject
    if (seen.has(id)) return [];
    seen.add(id);
    const copies = { article_id, date, publication_key, form, cue_lemma, cue_class, live };
    return [{ statement_id: row.id, subject_id: id, ordinal, ...copies }];
  });
}

function articleSubjects(
  folded: readonly FoldedSubject[],
  ids: readonly string[],
  links: readonly { readonly subject_id: string }[],
): ArticleSubjectRow[] {
  const counts = new Map<string, number>();
  for (const { subject_id } of links) counts.set(subject_id, (counts.get(subject_id) ?? 0) + 1);
  const names = new Map<string, Set<string>>();
  folded.forEach((one, i) => {
    const id = ids[i] ?? '';
    const own = names.get(id) ?? new Set<string>();
    for (const { folded: key } of one.names) own.add(key);
    names.set(id, own);
  });
  return [...names].map(([subject_id, own]) => ({
    subject_id,
    names: [...own],
    statement_count: counts.get(subject_id) ?? 0,
  }));
}

async function moveSubjects(
  client: PoolClient,
  before: readonly ArticleSubjectRow[],
  after: readonly ArticleSubjectRow[],
  details: {
    readonly printed: ReadonlyMap<string, string>;
    readonly speakerOf: ReadonlyMap<string, string | null>;
    readonly now: Date;
  },
): Promise<void> {
  const uses = new Map<string, { subject_id: string; folded: string; uses: number }>();
  const counts = new Map<string, { statements: number; articles: number }>();
  const add = (rows: readonly ArticleSubjectRow[], by: number): void => {
    for (const { subject_id, names, statement_count } of rows) {
      const count = counts.get(subject_id) ?? { statements: 0, articles: 0 };
      count.statements += by * statement_count;
      count.articles += by;
      counts.set(subject_id, count);
      for (const folded of names) {
        const key = `${subject_id} ${folded}`;
        uses.set(key, { subject_id, folded, uses: (uses.get(key)?.uses ?? 0) + by });
      }
    }
  };
  add(before, -1);
  add(after, 1);
  const names = [...uses].filter(([, move]) => move.uses !== 0);
  if (names.length > 0) {
    await client.query(
      `INSERT INTO subject_name (subject_id, folded, name, uses)
       SELECT subject_id, folded, coalesce(name, folded), uses
       FROM ${recordset({ subject_id: 'uuid', folded: 'text', name: 'text', uses: 'int' })}
       ORDER BY subject_id, folded
       ON CONFLICT (subject_id, folded) DO UPDATE SET uses = subject_name.uses + excluded.uses`,
      [JSON.stringify(names.map(([key, move]) => ({ ...move, name: details.printed.get(key) })))],
    );
    const losers = names.filter(([, move]) => move.uses < 0).map(([, move]) => move.subject_id);
    await client.query('DELETE FROM subject_name WHERE subject_id = ANY($1) AND uses <= 0', [
      losers,
    ]);
  }
  const moved = [...counts].map(([id, count]) => ({
    id,
    ...count,
    speaker: details.speakerOf.get(id) ?? null,
  }));
  if (moved.length === 0) return;
  const columns = { id: 'uuid', statements: 'int', articles: 'int', speaker: 'uuid' };
  await client.query(
    `WITH new AS (SELECT * FROM ${recordset(columns)}),
       locked AS (SELECT k.id FROM subject k JOIN new USING (id) ORDER BY k.id FOR NO KEY UPDATE OF k)
     UPDATE subject k SET statement_count = k.statement_count + new.statements,
       article_count = k.article_count + new.articles, speaker_id = coalesce(k.speaker_id, new.speaker), updated_at = $2
     FROM locked JOIN new USING (id) WHERE k.id = locked.id`,
    [JSON.stringify(moved), details.now],
  );
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
const STATEMENT_SUBJECT = {
  statement_id: 'uuid',
  subject_id: 'uuid',
  ordinal: 'int',
  article_id: 'uuid',
  date: 'timestamptz',
  publication_key: 'text',
  form: 'form',
  cue_lemma: 'text',
  cue_class: 'cue_class',
  live: 'boolean',
} as const;
const ARTICLE_SUBJECT = {
  article_id: 'uuid',
  subject_id: 'uuid',
  names: 'text[]',
  statement_count: 'int',
};
