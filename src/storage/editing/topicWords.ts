// What topics hold: the machine's, or an editor's in their place. Written for a statement or an article that is locked.

import type { PoolClient } from 'pg';

import type { TopicScore } from '../../topics/types';
import type { ArticleRecord, StatementRecord } from '../records';
import { byEditor, insertArticleTopics, keepArticleTopics } from '../saving/articleTopics';
import { withBroader } from '../saving/buildStatements';
import { recordset } from '../saving/bulk';
import { countTopics } from '../saving/contribution';
import { moveTopics } from '../saving/counters';
import type { TopicTree } from '../saving/topicTree';
import { keepVersion } from '../saving/versions';

/** An editor's word on topics. */
export interface GivenTopics {
  readonly topics: readonly string[];
  readonly by: string;
  readonly note: string | null;
  readonly at: string;
}

/** Gives a statement an editor's topics, or the machine's (null); counters move along, and what there was stays as a version. */
export async function giveStatement(
  client: PoolClient,
  tree: TopicTree,
  current: StatementRecord,
  given: GivenTopics | null,
  now: Date,
): Promise<TopicScore[]> {
  const { id } = current;
  await keepVersion(client, id, now);
  const scores = await putWord(client, 'statement', current, given);
  const before = await client.query<{ topic_id: string; live: boolean }>(
    'DELETE FROM statement_topic WHERE statement_id = $1 RETURNING topic_id, live',
    [id],
  );
  const after = withBroader(scores, tree);
  const inserted = await client.query<{ topic_id: string; live: boolean }>(
    `INSERT INTO statement_topic (statement_id, topic_id, direct, confidence,
       article_id, date, publication_key, form, cue_lemma, cue_class, live)
     SELECT s.id, new.topic_id, new.direct, new.confidence,
       s.article_id, s.date, s.publication_key, s.form, s.cue_lemma, s.cue_class, s.live
     FROM statement s CROSS JOIN ${recordset({ topic_id: 'text', direct: 'boolean', confidence: 'float8' }, '$2')}
     WHERE s.id = $1 RETURNING topic_id, live`,
    [id, JSON.stringify(after)],
  );
  const counting = (rows: readonly { topic_id: string; live: boolean }[]) => ({
    topics: countTopics(rows.filter(({ live }) => live)),
  });
  await moveTopics(client, counting(before.rows), counting(inserted.rows));
  return scores;
}

/** The same for an article as a whole. */
export async function giveArticle(
  client: PoolClient,
  current: ArticleRecord,
  given: GivenTopics | null,
  now: Date,
): Promise<TopicScore[]> {
  const { id } = current;
  await keepArticleTopics(client, id, now);
  const scores = await putWord(client, 'article', current, given);
  await client.query('DELETE FROM article_topic WHERE article_id = $1', [id]);
  await insertArticleTopics(client, id, scores);
  await client.query('UPDATE article SET updated_at = $2 WHERE id = $1', [id, now]);
  return scores;
}

/** Writes the word down or strikes it out; gives the topics that hold from now on. */
async function putWord(
  client: PoolClient,
  what: 'statement' | 'article',
  { id, topics, topicsReview }: Pick<StatementRecord, 'id' | 'topics' | 'topicsReview'>,
  given: GivenTopics | null,
): Promise<TopicScore[]> {
  const machine = (topicsReview?.machine ?? topics).map((topic) => {
    return { id: topic.id, confidence: topic.confidence };
  });
  if (given === null) {
    await client.query(`DELETE FROM ${what}_topic_review WHERE ${what}_id = $1`, [id]);
    return machine;
  }
  const scores = byEditor(given.topics);
  await client.query(
    `INSERT INTO ${what}_topic_review (${what}_id, topics, machine, by, note, at) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (${what}_id) DO UPDATE SET
       topics = excluded.topics, by = excluded.by, note = excluded.note, at = excluded.at`,
    [id, scores.map((topic) => topic.id), JSON.stringify(machine), given.by, given.note, given.at],
  );
  return scores;
}
