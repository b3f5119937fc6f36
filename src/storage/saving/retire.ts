// Taking statements out of the lists: retired when a later revision replaces theirs, erased with their article.

import type { PoolClient } from 'pg';

import { dropHeld } from '../held';
import type { Tombstone } from '../reading/articles';
import { gone, notFound } from '../reading/articles';
import type { Removal } from '../store';
import { contributionOf, moveCounts, NOTHING } from './counters';
import { subjectsOfArticle, withdrawSubjects } from './countSubjects';
import { identityOf } from './identity';
import { leaveLineages } from './linkLineages';
import { lockName, lockSpeakers } from './locks';
import { eraseUnnamed } from './subjects';
import { removePrints } from './writePrints';

/**
 * Takes the current revision and its statements out of all lists; they stay readable by id. With `unreviewed` the revision stays, and
 * so do statements on which an editor's word stands.
 */
export async function retireStatements(
  client: PoolClient,
  articleId: string,
  now: Date,
  which: 'all' | 'unreviewed' = 'all',
): Promise<void> {
  const all = which === 'all';
  const only = all ? '' : `AND s.review = 'machine'`;
  await removePrints(client, articleId, only);
  for (const table of ['statement_speaker', 'statement_topic', 'statement_subject']) {
    await client.query(
      `UPDATE ${table} l SET live = false FROM statement s
       WHERE s.article_id = $1 AND s.live AND l.statement_id = s.id ${only}`,
      [articleId],
    );
  }
  await client.query(
    `UPDATE statement s SET live = false, valid_to = $2 WHERE article_id = $1
     AND (live OR (review = 'rejected' AND version_of IS NULL AND valid_to IS NULL)) ${only}`,
    [articleId, now],
  );
  if (all) {
    await client.query('UPDATE revision SET current = false WHERE article_id = $1 AND current', [
      articleId,
    ]);
  }
  await forgetArticle(client, articleId);
}

/**
 * Erases an article's texts and statements, and the speakers that only it named; a bare tombstone stays. So do speakers that an
 * editor has changed: their old ids lead on for good. A correction that waits for the end of an embargo goes too.
 */
export async function eraseArticle(
  client: PoolClient,
  id: string,
  now: Date,
  why: Removal | null = null,
): Promise<void> {
  await lockSpeakers(client, 'to link');
  await dropCorrection(client, id);
  const article = await client.query<Tombstone & { date: Date }>(
    'SELECT deleted_at, removal_reason, removal_note, date FROM article WHERE id = $1 FOR UPDATE',
    [id],
  );
  const row = article.rows[0];
  if (row === undefined) throw notFound(id);
  if (row.deleted_at !== null) throw gone(id, row);

  const before = await contributionOf(client, id);
  const named = await client.query<{ speaker_id: string }>(
    `SELECT l.speaker_id FROM revision r JOIN statement s ON s.revision_id = r.id
     JOIN statement_speaker l ON l.statement_id = s.id WHERE r.article_id = $1
     UNION SELECT p.speaker_id FROM article_speaker p WHERE p.article_id = $1`,
    [id],
  );
  const speakerIds = named.rows.map(({ speaker_id }) => speaker_id);
  // Before anything of theirs is touched: whoever is just linking one of them finishes first, and is then seen below.
  await client.query('SELECT FROM speaker WHERE id = ANY($1) ORDER BY id FOR UPDATE', [speakerIds]);
  const subjects = await client.query<{ subject_id: string }>(
    `SELECT DISTINCT l.subject_id FROM revision r JOIN statement s ON s.revision_id = r.id
     JOIN statement_subject l ON l.statement_id = s.id WHERE r.article_id = $1`,
    [id],
  );
  const subjectIds = subjects.rows.map(({ subject_id }) => subject_id);
  // Also those that only lose their link to a speaker: all in one go and in order.
  await client.query(
    'SELECT FROM subject WHERE id = ANY($1) OR speaker_id = ANY($2) ORDER BY id FOR UPDATE',
    [subjectIds, speakerIds],
  );
  const subjectsBefore = await subjectsOfArticle(client, id);
  await forgetArticle(client, id);
  for (const table of ['article_topic_review', 'article_topics_past', 'topic_change'])
    await client.query(`DELETE FROM ${table} WHERE article_id = $1`, [id]);
  await moveCounts(client, before, NOTHING, { forms: new Map(), date: row.date, now });
  await withdrawSubjects(client, subjectsBefore, now);
  // Behind the lock of lineages, so that nobody who links a statement to one waits for its row.
  await leaveLineages(client, id, now);
  await client.query('DELETE FROM revision WHERE article_id = $1', [id]);
  await eraseUnnamed(client, subjectIds);
  await client.query(
    `DELETE FROM speaker k WHERE k.id = ANY($1)
     AND NOT EXISTS (SELECT FROM statement_speaker l WHERE l.speaker_id = k.id)
     AND NOT EXISTS (SELECT FROM speaker_change c WHERE k.id IN (c.speaker_id, c.other_id))`,
    [speakerIds],
  );
  await client.query(
    `UPDATE article SET identity = NULL, url = NULL, title = NULL, publication = NULL, publication_key = NULL,
       byline = NULL, published_at = NULL, statement_count = 0, date = created_at, updated_at = $2, deleted_at = $2,
       removal_reason = $3, removal_note = $4
     WHERE id = $1`,
    [id, now, why?.reason ?? null, why?.note ?? null],
  );
}

/** What its publisher takes back: the article with this address, if there is one, and what waits. Gives the article's id. */
export async function withdrawArticle(
  client: PoolClient,
  url: string,
  now: Date,
  why: Removal,
): Promise<string | null> {
  await lockSpeakers(client, 'to link');
  const identity = identityOf({ url, publication: null, text: '' });
  await lockName(client, 'identity', identity);
  await dropHeld(client, identity);
  const { rows } = await client.query<{ id: string }>(
    'SELECT id FROM article WHERE identity = $1 AND deleted_at IS NULL',
    [identity],
  );
  const id = rows[0]?.id ?? null;
  if (id !== null) await eraseArticle(client, id, now, why);
  return id;
}

async function dropCorrection(client: PoolClient, articleId: string): Promise<void> {
  const { rows } = await client.query<{ identity: Buffer | null }>(
    'SELECT identity FROM article WHERE id = $1',
    [articleId],
  );
  const identity = rows[0]?.identity ?? null;
  if (identity === null) return;
  await lockName(client, 'identity', identity);
  await dropHeld(client, identity);
}

async function forgetArticle(client: PoolClient, articleId: string): Promise<void> {
  await client.query('DELETE FROM article_speaker WHERE article_id = $1', [articleId]);
  await client.query('DELETE FROM article_topic WHERE article_id = $1', [articleId]);
  await client.query('DELETE FROM article_subject WHERE article_id = $1', [articleId]);
}
