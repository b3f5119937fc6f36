// The topics of an article as a whole: the machine's, or an editor's, which outlast the revision that they were given to.

import type { PoolClient } from 'pg';

import type { TopicScore } from '../../topics/types';
import { insertRows } from './bulk';

/** Topics as an editor gives them. */
export const byEditor = (ids: readonly string[]): TopicScore[] =>
  [...new Set(ids)].map((id) => ({ id, confidence: 1 }));

/** Writes what the machine found in a new revision: beside an editor's topics, where there are any, else as the topics. */
export async function saveArticleTopics(
  client: PoolClient,
  articleId: string,
  machine: readonly TopicScore[],
): Promise<void> {
  const { rows } = await client.query<{ topics: string[] }>(
    'UPDATE article_topic_review SET machine = $2 WHERE article_id = $1 RETURNING topics',
    [articleId, JSON.stringify(machine)],
  );
  const given = rows[0]?.topics;
  await insertArticleTopics(client, articleId, given === undefined ? machine : byEditor(given));
}

/** Keeps what the topics of an article have been until now; of several states within a millisecond the first. */
export async function keepArticleTopics(
  client: PoolClient,
  articleId: string,
  now: Date,
): Promise<void> {
  await client.query(
    `INSERT INTO article_topics_past (article_id, valid_to, topics, review)
     SELECT $1, $2,
       coalesce((SELECT jsonb_agg(jsonb_build_object('id', l.topic_id, 'confidence', l.confidence))
         FROM article_topic l WHERE l.article_id = $1), '[]'),
       (SELECT jsonb_build_object('by', w.by, 'note', w.note, 'at', w.at, 'machine', w.machine)
        FROM article_topic_review w WHERE w.article_id = $1)
     ON CONFLICT DO NOTHING`,
    [articleId, now],
  );
}

/** Writes the topics of an article that has none. */
export async function insertArticleTopics(
  client: PoolClient,
  article_id: string,
  scores: readonly TopicScore[],
): Promise<void> {
  await insertRows(
    client,
    'article_topic',
    { article_id: 'uuid', topic_id: 'text', confidence: 'float8' },
    scores.map(({ id, confidence }) => ({ article_id, topic_id: id, confidence })),
  );
}
