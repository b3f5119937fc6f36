// Changes of topics as they are written down, and what undoing one of them gives back.

import type { PoolClient } from 'pg';

import { AppError } from '../../errors';
import type { TopicScore } from '../../topics/types';
import { isId, newId } from '../ids';
import type { StatementRecord } from '../records';
import type { EditorsWord } from '../store';
import type { GivenTopics } from './topicWords';

/** Topics before or after a change, as the column has them; without a word they are the machine's. */
export interface TopicsHeld {
  readonly topics: readonly TopicScore[];
  readonly review: Omit<GivenTopics, 'topics'> | null;
}

type Word = Pick<EditorsWord, 'by' | 'note'> & { readonly at: Date };

/** Writes down what a word on topics replaced, and what it set. */
export async function noteTopicChange(
  client: PoolClient,
  of: { readonly articleId: string; readonly statementId: string | null },
  change: {
    readonly current: Pick<StatementRecord, 'topics' | 'topicsReview'>;
    readonly scores: readonly TopicScore[];
    readonly given: GivenTopics | null;
    readonly word: Word;
  },
): Promise<void> {
  const { current, scores, given, word } = change;
  const review = current.topicsReview;
  const before: TopicsHeld = {
    topics: current.topics.map(({ id, confidence }) => ({ id, confidence })),
    review: review && { by: review.by, note: review.note, at: review.at.toISOString() },
  };
  const after: TopicsHeld = {
    topics: scores,
    review: given && { by: given.by, note: given.note, at: given.at },
  };
  await client.query(
    `INSERT INTO topic_change (id, article_id, statement_id, by, note, at, before, after) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      newId(),
      of.articleId,
      of.statementId,
      word.by,
      word.note,
      word.at,
      JSON.stringify(before),
      JSON.stringify(after),
    ],
  );
}

/** The word that held before a change, null for the machine's; throws `conflict` where the change is not the latest that stands. */
export async function lastTopicChange(
  client: PoolClient,
  what: 'statement' | 'article',
  id: string,
  changeId: string,
): Promise<GivenTopics | null> {
  const owner = what === 'statement' ? 'c.statement_id' : 'c.statement_id IS NULL AND c.article_id';
  const { rows } = await client.query<{ id: string; before: TopicsHeld; undone_at: Date | null }>(
    `SELECT c.id, c.before, c.undone_at FROM topic_change c WHERE ${owner} = $1 AND c.id >= $2 ORDER BY c.id`,
    [id, isId(changeId) ? changeId : null],
  );
  const [change, ...later] = rows;
  if (change?.id !== changeId.toLowerCase())
    throw new AppError('not-found', `The ${what} has no change ${changeId}.`);
  if (change.undone_at !== null)
    throw new AppError('conflict', 'This change has been undone already.');
  const standing = later.findLast(({ undone_at }) => undone_at === null);
  if (standing !== undefined)
    throw new AppError('conflict', `A later change builds on it: undo ${standing.id} first.`);
  const { topics, review } = change.before;
  return review && { ...review, topics: topics.map((topic) => topic.id) };
}

/** Notes who took a change back. */
export async function markUndone(
  client: PoolClient,
  changeId: string,
  { by, note, at }: Word,
): Promise<void> {
  await client.query(
    'UPDATE topic_change SET undone_by = $2, undone_note = $3, undone_at = $4 WHERE id = $1',
    [changeId, by, note, at],
  );
}

/** Whether a change of a statement is one of its topics. */
export async function isTopicChange(
  client: Pick<PoolClient, 'query'>,
  statementId: string,
  changeId: string,
): Promise<boolean> {
  if (!isId(statementId) || !isId(changeId)) return false;
  const { rowCount } = await client.query(
    'SELECT FROM topic_change WHERE id = $1 AND statement_id = $2',
    [changeId, statementId],
  );
  return rowCount === 1;
}
