// An editor's word on a statement, written over what the machine said: its reading, its speakers, whether it is one at all. Counts,
// prints and lineages of the article follow. The machine's word is kept beside it.

import type { PoolClient } from 'pg';

import type { Reading, Span } from '../../extraction/types';
import { printContent } from '../../verification/printing';
import type { MachineReading, ReviewState, StatementRecord } from '../records';
import { insertRows } from './bulk';
import type { Contribution } from './counters';
import { contributionOf, moveCounts } from './counters';
import type { ArticleSubjectRow } from './countSubjects';
import { moveSubjects, subjectsOfArticle } from './countSubjects';
import { clipContext, exactOf, surroundings } from './storable';
import type { SpanInsert } from './writeStatements';

/** What stands in the column `editor`: all that is needed to say it again in the next revision. */
export interface StoredWord {
  readonly by: string;
  readonly at: string;
  readonly note: string | null;
  readonly reading: Reading | null;
  /** Ids; null where the machine's speakers stand. */
  readonly speakers: readonly string[] | null;
}

/** The statement that a word is about, as it is. */
export interface Spoken {
  readonly id: string;
  readonly articleId: string;
  readonly text: string;
}

/** Writes a word; to be called between `countingOf` and `countAgain`. */
export async function applyWord(
  client: PoolClient,
  { id, text }: Spoken,
  state: Exclude<ReviewState, 'machine'>,
  word: StoredWord,
  machine: MachineReading,
): Promise<void> {
  if (word.reading !== null) await writeReading(client, id, text, word.reading);
  if (word.speakers !== null) await writeSpeakers(client, id, word.speakers);
  await client.query(
    'UPDATE statement SET review = $2, editor = $3, machine = coalesce(machine, $4) WHERE id = $1',
    [id, state, JSON.stringify(word), JSON.stringify(machine)],
  );
}

/** What the machine said of a statement that nobody has touched. */
export function machineReadingOf(statement: StatementRecord): MachineReading {
  const { form, content, source, cue, speakers } = statement;
  return {
    form,
    content,
    source,
    cue,
    speakers: speakers.map(({ id, name, type, resolvedBy, confidence }) => {
      return { id, name, type, resolvedBy, confidence };
    }),
  };
}

interface Counting {
  readonly articleId: string;
  readonly counts: Contribution;
  readonly subjects: readonly ArticleSubjectRow[];
}

/** What an article adds to all counts before words on its statements are written. */
export async function countingOf(client: PoolClient, articleId: string): Promise<Counting> {
  return {
    articleId,
    counts: await contributionOf(client, articleId),
    subjects: await subjectsOfArticle(client, articleId),
  };
}

/** Brings everything that follows from the statements to what they are now. */
export async function countAgain(
  client: PoolClient,
  { articleId, counts, subjects }: Counting,
  touched: readonly Spoken[],
  { date, now }: { readonly date: Date; readonly now: Date },
): Promise<void> {
  await settleWords(client, articleId, touched, now);
  const after = await contributionOf(client, articleId);
  await moveCounts(client, counts, after, { forms: new Map(), date, now });
  const named = await subjectsOfArticle(client, articleId);
  await moveSubjects(client, subjects, named, { printed: new Map(), speakerOf: new Map(), now });
}

/** Brings the statements' links and prints, and the rows of their article, to what the statements say now. */
export async function settleWords(
  client: PoolClient,
  articleId: string,
  touched: readonly Spoken[],
  now: Date,
): Promise<void> {
  for (const { id, text } of touched) {
    await settleLinks(client, id);
    await printAgain(client, id, text);
  }
  await settleArticle(client, articleId, now);
}

async function writeReading(
  client: PoolClient,
  id: string,
  text: string,
  reading: Reading,
): Promise<void> {
  const { form, content, source, cue, negation, hedge, segments } = reading;
  const sentence = clipContext(text, reading.sentence, content);
  const { prefix, suffix } = surroundings(text, content);
  await client.query(
    `UPDATE statement s SET form = $2, content = $3, cue_lemma = $4, cue_class = $5, prefix = $6, suffix = $7, segments = $8,
       negated = $9, hedged = $10, alternatives = NULL,
       search_wide = search_wide($3, $11, (SELECT r.title FROM revision r WHERE r.id = s.revision_id))
     WHERE s.id = $1`,
    [
      id,
      form,
      content.map((span) => exactOf(text, span)).join(' '),
      cue?.lemma ?? null,
      cue?.class ?? null,
      prefix,
      suffix,
      JSON.stringify(segments.map(({ start, end, words }) => [start, end, words === 'speaker'])),
      negation !== null,
      hedge !== null,
      exactOf(text, sentence),
    ],
  );
  await client.query(
    `DELETE FROM span WHERE statement_id = $1
     AND role IN ('content', 'source', 'cue', 'negation', 'hedge', 'sentence')`,
    [id],
  );
  const span = (role: string, of: Span | null, ordinal = 0): SpanInsert[] =>
    of === null
      ? []
      : [
          {
            statement_id: id,
            role,
            link: 0,
            ordinal,
            starts: of.start,
            ends: of.end,
            exact: exactOf(text, of),
          },
        ];
  await insertRows(client, 'span', SPAN, [
    ...content.flatMap((part, ordinal) => span('content', part, ordinal)),
    ...span('source', source),
    ...span('cue', cue),
    ...span('negation', negation),
    ...span('hedge', hedge),
    ...span('sentence', sentence),
  ]);
  // What is no longer part of the content is no longer named in it.
  await client.query(
    `DELETE FROM span p WHERE p.statement_id = $1 AND p.role = 'subject' AND NOT EXISTS (
       SELECT FROM span c WHERE c.statement_id = $1 AND c.role = 'content' AND c.starts <= p.starts AND p.ends <= c.ends)`,
    [id],
  );
  await client.query(
    `DELETE FROM statement_subject l WHERE l.statement_id = $1 AND NOT EXISTS (
       SELECT FROM span p WHERE p.statement_id = $1 AND p.role = 'subject' AND p.link = l.ordinal)`,
    [id],
  );
}

const SPAN = {
  statement_id: 'uuid',
  role: 'span_role',
  link: 'int',
  ordinal: 'int',
  starts: 'int',
  ends: 'int',
  exact: 'text',
} as const;

async function writeSpeakers(
  client: PoolClient,
  id: string,
  speakers: readonly string[],
): Promise<void> {
  await client.query(`DELETE FROM span WHERE statement_id = $1 AND role = 'mention'`, [id]);
  await client.query('DELETE FROM statement_speaker WHERE statement_id = $1', [id]);
  // Where merges have made one of two, it speaks once.
  await client.query(
    `INSERT INTO statement_speaker (statement_id, speaker_id, linked_id, ordinal, resolved_by, confidence, article_id, date,
       publication_key, form, cue_lemma, cue_class, live)
     SELECT s.id, t.canonical_id, t.canonical_id, t.ordinal - 1, 'editor', 1, s.article_id, s.date, s.publication_key, s.form,
       s.cue_lemma, s.cue_class, s.live
     FROM statement s CROSS JOIN (SELECT k.canonical_id, min(g.ordinal) AS ordinal
       FROM unnest($2::uuid[]) WITH ORDINALITY AS g(id, ordinal) JOIN speaker k ON k.id = g.id GROUP BY 1) t
     WHERE s.id = $1`,
    [id, speakers],
  );
  await client.query(`UPDATE statement SET candidates = '[]' WHERE id = $1`, [id]);
}

/** The statement's links carry its form, its cue, and whether it is in the lists. */
async function settleLinks(client: PoolClient, id: string): Promise<void> {
  await client.query(`UPDATE statement SET live = review <> 'rejected' WHERE id = $1`, [id]);
  for (const table of ['statement_speaker', 'statement_topic', 'statement_subject']) {
    await client.query(
      `UPDATE ${table} l SET form = s.form, cue_lemma = s.cue_lemma, cue_class = s.cue_class, live = s.live,
         date = s.date, publication_key = s.publication_key
       FROM statement s WHERE s.id = $1 AND l.statement_id = s.id`,
      [id],
    );
  }
}

async function printAgain(client: PoolClient, id: string, text: string): Promise<void> {
  await client.query('DELETE FROM statement_print WHERE statement_id = $1', [id]);
  const { rows } = await client.query<Span>(
    `SELECT p.starts AS start, p.ends AS end FROM span p JOIN statement s ON s.id = p.statement_id
     WHERE s.id = $1 AND s.live AND p.role = 'content' ORDER BY p.ordinal`,
    [id],
  );
  if (rows.length === 0) return;
  await client.query('INSERT INTO statement_print (statement_id, hashes) VALUES ($1, $2)', [
    id,
    printContent(text, rows),
  ]);
}

/** What the article counts of its statements, and of whom and what they name. */
async function settleArticle(client: PoolClient, articleId: string, now: Date): Promise<void> {
  await client.query(
    `UPDATE article a SET updated_at = $2,
       statement_count = (SELECT count(*) FROM statement s WHERE s.article_id = a.id AND s.live) WHERE a.id = $1`,
    [articleId, now],
  );
  await client.query(
    `INSERT INTO article_speaker (article_id, speaker_id, names, roles, statement_count, name, evidence)
     SELECT $1, k.id, '{}', '{}', 0, k.name, jsonb_build_array(jsonb_build_object('kind', 'editor', 'printed', NULL, 'stored', k.name))
     FROM speaker k WHERE k.id IN (SELECT l.linked_id FROM statement_speaker l WHERE l.article_id = $1 AND l.live)
     ON CONFLICT DO NOTHING`,
    [articleId],
  );
  await client.query(
    `UPDATE article_speaker p SET statement_count = (SELECT count(*) FROM statement_speaker l
       WHERE l.article_id = p.article_id AND l.linked_id = p.speaker_id AND l.live)
     WHERE p.article_id = $1`,
    [articleId],
  );
  await client.query(
    `INSERT INTO article_subject (article_id, subject_id, names, statement_count)
     SELECT DISTINCT $1::uuid, l.subject_id, '{}'::text[], 0 FROM statement_subject l WHERE l.article_id = $1 AND l.live
     ON CONFLICT DO NOTHING`,
    [articleId],
  );
  await client.query(
    `UPDATE article_subject p SET statement_count = (SELECT count(*) FROM statement_subject l
       WHERE l.article_id = p.article_id AND l.subject_id = p.subject_id AND l.live)
     WHERE p.article_id = $1`,
    [articleId],
  );
}
