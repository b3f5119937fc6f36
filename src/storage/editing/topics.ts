// An editor's word on topics: in place of the machine's, which are kept beside it and come back when the word is taken back.
// The article's row is locked first, as storing and erasing do, so that these never see each other half done.

import type { PoolClient } from 'pg';

import { AppError } from '../../errors';
import type { TopicScore } from '../../topics/types';
import type { Database } from '../connection';
import { inTransaction } from '../connection';
import { guarded, isRetryable } from '../failures';
import { isId } from '../ids';
import type { ArticleRow } from '../reading/articles';
import { ARTICLE_COLUMNS, gone, notFound, toArticle } from '../reading/articles';
import type { StatementRow } from '../reading/statementRows';
import { SELECT_STATEMENT, toStatement } from '../reading/statementRows';
import { noStatement } from '../reading/statements';
import type { ArticleRecord, StatementRecord } from '../records';
import { byEditor, insertArticleTopics } from '../saving/articleTopics';
import { withBroader } from '../saving/buildStatements';
import { recordset } from '../saving/bulk';
import { countTopics } from '../saving/contribution';
import { moveTopics } from '../saving/counters';
import { lockSpeakers } from '../saving/locks';
import type { TopicTree } from '../saving/topicTree';
import { keepVersion } from '../saving/versions';
import type { EditorsWord } from '../store';

const ATTEMPTS = 5;

/** Topics to set, or null to take those back that were set. */
export interface TopicsEdit<Current> {
  readonly id: string;
  readonly topics: readonly string[] | null;
  readonly word: EditorsWord<Current>;
}

/** Sets a statement's topics or takes them back; counters move with them while it is in the lists. */
export function setStatementTopics(
  database: Database,
  readTree: () => Promise<TopicTree>,
  { id, topics, word }: TopicsEdit<StatementRecord>,
): Promise<StatementRecord> {
  return edit(database, readTree, topics, async (client, tree) => {
    // Alone: the version that is kept names speakers, in no order that erasing keeps.
    await lockSpeakers(client, 'to edit');
    const home = isId(id)
      ? await client.query<{ article_id: string }>(
          'SELECT article_id FROM statement WHERE id = $1',
          [id],
        )
      : { rows: [] };
    await client.query('SELECT FROM article WHERE id = $1 FOR UPDATE', [
      home.rows[0]?.article_id ?? null,
    ]);
    const current = await readStatement(client, id);
    word.check?.(current);
    await replaceTopics(client, tree, current, topics, { ...word, at: database.now() });
    return readStatement(client, id);
  });
}

/** The same within a transaction that has locked the article: what there was stays as a version. */
export async function replaceTopics(
  client: PoolClient,
  tree: TopicTree,
  current: StatementRecord,
  topics: readonly string[] | null,
  word: Word,
): Promise<void> {
  const { id } = current;
  if (topics !== null || current.topicsReview !== null) await keepVersion(client, id, word.at);
  const scores = await noteWord(client, 'statement', current, topics, word);
  if (scores === null) return;
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
}

/** Sets an article's topics or takes them back. */
export function setArticleTopics(
  database: Database,
  readTree: () => Promise<TopicTree>,
  { id, topics, word }: TopicsEdit<ArticleRecord>,
): Promise<ArticleRecord> {
  return edit(database, readTree, topics, async (client) => {
    if (!isId(id)) throw notFound(id);
    await client.query('SELECT FROM article WHERE id = $1 FOR UPDATE', [id]);
    const current = await readArticle(client, id);
    word.check?.(current);
    const scores = await noteWord(client, 'article', current, topics, {
      ...word,
      at: database.now(),
    });
    if (scores === null) return current;
    await client.query('DELETE FROM article_topic WHERE article_id = $1', [id]);
    await insertArticleTopics(client, id, scores);
    await client.query('UPDATE article SET updated_at = $2 WHERE id = $1', [id, database.now()]);
    return readArticle(client, id);
  });
}

/** Throws `invalid-input` for topics that there are not. */
export function checkTopics(tree: TopicTree, topics: readonly string[]): void {
  const unknown = topics.flatMap((id, index) => (tree.has(id) ? [] : [{ id, index }]));
  if (unknown.length === 0) return;
  const names = unknown.map(({ id }) => id).join(', ');
  throw new AppError('invalid-input', `There is no topic ${names}. /v1/topics lists them all.`, {
    fields: unknown.map(({ index }) => ({
      pointer: `/topics/${index}`,
      message: 'is not a topic of the tree',
    })),
  });
}

/** Who says so, why and when. */
type Word = Pick<EditorsWord, 'by' | 'note'> & { readonly at: Date };

/** All or nothing, and only with topics that there are. */
function edit<Result>(
  database: Database,
  readTree: () => Promise<TopicTree>,
  topics: readonly string[] | null,
  work: (client: PoolClient, tree: TopicTree) => Promise<Result>,
): Promise<Result> {
  return guarded(async () => {
    const tree = await readTree();
    checkTopics(tree, topics ?? []);
    for (let attempt = 1; ; attempt++) {
      try {
        return await inTransaction(database.pool, (client) => work(client, tree));
      } catch (error) {
        if (attempt >= ATTEMPTS || !isRetryable(error)) throw error;
      }
    }
  });
}

/** Writes the word down or strikes it out; gives the topics that hold from now on, null where nothing changes. */
async function noteWord(
  client: PoolClient,
  what: 'statement' | 'article',
  {
    id,
    topics: shown,
    topicsReview: review,
  }: Pick<StatementRecord, 'id' | 'topics' | 'topicsReview'>,
  topics: readonly string[] | null,
  word: Word,
): Promise<TopicScore[] | null> {
  const machine = (review?.machine ?? shown).map(({ id, confidence }) => ({ id, confidence }));
  if (topics === null) {
    if (review === null) return null;
    await client.query(`DELETE FROM ${what}_topic_review WHERE ${what}_id = $1`, [id]);
    return machine;
  }
  const given = byEditor(topics);
  await client.query(
    `INSERT INTO ${what}_topic_review (${what}_id, topics, machine, by, note, at) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (${what}_id) DO UPDATE SET
       topics = excluded.topics, by = excluded.by, note = excluded.note, at = excluded.at`,
    [id, given.map((topic) => topic.id), JSON.stringify(machine), word.by, word.note, word.at],
  );
  return given;
}

async function readStatement(client: PoolClient, id: string): Promise<StatementRecord> {
  const { rows } = isId(id)
    ? await client.query<StatementRow>(SELECT_STATEMENT, [id])
    : { rows: [] };
  if (rows[0] === undefined) throw noStatement(id);
  return toStatement(rows[0]);
}

async function readArticle(client: PoolClient, id: string): Promise<ArticleRecord> {
  const { rows } = await client.query<ArticleRow>(
    `SELECT ${ARTICLE_COLUMNS} FROM article a WHERE a.id = $1`,
    [id],
  );
  const [row] = rows;
  if (row === undefined) throw notFound(id);
  if (row.deleted_at !== null) throw gone(id, row);
  return toArticle(row);
}
