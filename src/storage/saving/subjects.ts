// What the contents of an article name: from its subjects to stored ones, their links to statements, names and counts.
// The same steps as for speakers: found by what identifies them, made otherwise, counted at the end in id order.

import type { PoolClient } from 'pg';

import type { ArticleSubject, Extraction } from '../../extraction/types';
import { insertRows } from './bulk';
import { type ArticleSubjectRow, moveSubjects, subjectsOfArticle } from './countSubjects';
import { type FoldedSubject, linkSubjects } from './linkSubjects';
import type { Copies, StatementInsert } from './writeStatements';

/** Longer "names" are clauses; they are kept, but identify nothing. */
const MAX_LINKED = 200;

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
): Promise<(again: boolean) => Promise<void>> {
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
  return async (again) => {
    const named = again ? await subjectsOfArticle(client, articleId) : after;
    await moveSubjects(client, before, named, { printed, speakerOf, now });
  };
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
