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
import { lockSpeakers } from '../saving/locks';
import type { TopicTree } from '../saving/topicTree';
import type { EditorsWord } from '../store';
import { lastTopicChange, markUndone, noteTopicChange } from './topicChanges';
import type { GivenTopics } from './topicWords';
import { giveArticle, giveStatement } from './topicWords';

const ATTEMPTS = 5;

/** Topics to set, or null to take those back that were set. */
export interface TopicsEdit<Current> {
  readonly id: string;
  readonly topics: readonly string[] | null;
  readonly word: EditorsWord<Current>;
}

/** A change to take back. */
export interface TopicsUndo<Current> {
  readonly id: string;
  readonly changeId: string;
  readonly word: EditorsWord<Current>;
}

type ReadTree = () => Promise<TopicTree>;

/** Sets a statement's topics or takes them back; counters move with them while it is in the lists. */
export function setStatementTopics(
  database: Database,
  readTree: ReadTree,
  { id, topics, word }: TopicsEdit<StatementRecord>,
): Promise<StatementRecord> {
  return ofStatement(database, readTree, { id, topics, word }, async (client, tree, current) => {
    await replaceTopics(client, tree, current, topics, { ...word, at: database.now() });
  });
}

/** Makes a statement's topics what they were before a change; throws `conflict` where a later one builds on it. */
export function undoStatementTopics(
  database: Database,
  readTree: ReadTree,
  { id, changeId, word }: TopicsUndo<StatementRecord>,
): Promise<StatementRecord> {
  const asked = { id, topics: null, word };
  return ofStatement(database, readTree, asked, async (client, tree, current) => {
    const now = database.now();
    const before = await lastTopicChange(client, 'statement', id, changeId);
    await giveStatement(client, tree, current, before, now);
    await markUndone(client, changeId, { ...word, at: now });
  });
}

/** The same within a transaction that has locked the article, as setting does. */
export async function replaceTopics(
  client: PoolClient,
  tree: TopicTree,
  current: StatementRecord,
  topics: readonly string[] | null,
  word: Word,
): Promise<void> {
  if (topics === null && current.topicsReview === null) return;
  const given = givenBy(topics, word);
  const scores = await giveStatement(client, tree, current, given, word.at);
  const of = { articleId: current.article.id, statementId: current.id };
  await noteTopicChange(client, of, { current, scores, given, word });
}

/** Sets an article's topics or takes them back. */
export function setArticleTopics(
  database: Database,
  readTree: ReadTree,
  { id, topics, word }: TopicsEdit<ArticleRecord>,
): Promise<ArticleRecord> {
  return ofArticle(database, readTree, { id, topics, word }, async (client, current) => {
    if (topics === null && current.topicsReview === null) return;
    const said = { ...word, at: database.now() };
    const given = givenBy(topics, said);
    const scores: TopicScore[] = await giveArticle(client, current, given, said.at);
    const of = { articleId: id, statementId: null };
    await noteTopicChange(client, of, { current, scores, given, word: said });
  });
}

/** Makes an article's topics what they were before a change; throws `conflict` where a later one builds on it. */
export function undoArticleTopics(
  database: Database,
  readTree: ReadTree,
  { id, changeId, word }: TopicsUndo<ArticleRecord>,
): Promise<ArticleRecord> {
  return ofArticle(database, readTree, { id, topics: null, word }, async (client, current) => {
    const now = database.now();
    const before = await lastTopicChange(client, 'article', id, changeId);
    await giveArticle(client, current, before, now);
    await markUndone(client, changeId, { ...word, at: now });
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

const givenBy = (topics: readonly string[] | null, { by, note, at }: Word): GivenTopics | null =>
  topics === null ? null : { topics, by, note, at: at.toISOString() };

function ofStatement(
  database: Database,
  readTree: ReadTree,
  { id, topics, word }: TopicsEdit<StatementRecord>,
  work: (client: PoolClient, tree: TopicTree, current: StatementRecord) => Promise<void>,
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
    await work(client, tree, current);
    return readStatement(client, id);
  });
}

function ofArticle(
  database: Database,
  readTree: ReadTree,
  { id, topics, word }: TopicsEdit<ArticleRecord>,
  work: (client: PoolClient, current: ArticleRecord) => Promise<void>,
): Promise<ArticleRecord> {
  return edit(database, readTree, topics, async (client) => {
    if (!isId(id)) throw notFound(id);
    await client.query('SELECT FROM article WHERE id = $1 FOR UPDATE', [id]);
    const current = await readArticle(client, id);
    word.check?.(current);
    await work(client, current);
    return readArticle(client, id);
  });
}

/** All or nothing, and only with topics that there are. */
function edit<Result>(
  database: Database,
  readTree: ReadTree,
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
