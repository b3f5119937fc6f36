// Opens storage: one pool, the Prisma client over it, and the parts of the Store port on top.

import type { PoolClient } from 'pg';

import { importEntries } from './authority/importEntries';
import type { ConnectionOptions, Database } from './connection';
import { connect, inTransaction } from './connection';
import { editSpeaker } from './editing/edit';
import { mergeSpeakers } from './editing/merge';
import { splitSpeaker } from './editing/split';
import { editStatement, undoStatementChange } from './editing/statements';
import { setArticleTopics, setStatementTopics, undoArticleTopics } from './editing/topics';
import { undoChange } from './editing/undo';
import { guarded, isRetryable } from './failures';
import { heldStore } from './held';
import { isId } from './ids';
import { keyStore } from './keys';
import { articleReads, toArticle } from './reading/articles';
import { ARTICLE_COLUMNS, type ArticleRow } from './reading/articles';
import { notFound } from './reading/articles';
import { articleHistory, statementHistory } from './reading/editHistory';
import { lineageReads } from './reading/lineages';
import { outdatedTexts } from './reading/outdated';
import { speakerPageReads } from './reading/speakerPages';
import { speakerReads } from './reading/speakers';
import { statementReads } from './reading/statements';
import { subjectReads } from './reading/subjects';
import { topicReads } from './reading/topics';
import { verificationReads } from './reading/verification';
import { fillPrints } from './saving/fillPrints';
import { checkClaim, checkSameRequest } from './saving/idempotency';
import { identityOf, textHashOf } from './saving/identity';
import { eraseArticle, withdrawArticle } from './saving/retire';
import { saveAgain } from './saving/saveAgain';
import { saveArticle } from './saving/saveArticle';
import { checkDraft } from './saving/storable';
import { topicTreeReader } from './saving/topicTree';
import type { Store } from './store';

/** Opens the store on a migrated database; throws `unavailable` where none answers. */
export async function openStore(options: ConnectionOptions): Promise<Store> {
  const database = connect(options);
  const store = storeOf(database);
  try {
    await store.ping();
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}

function storeOf(database: Database): Store {
  const { pool, prisma } = database;
  const articles = articleReads(database);
  const topicTree = topicTreeReader(pool);
  const removing = async <Done>(act: (client: PoolClient) => Promise<Done>): Promise<Done> => {
    for (let attempt = 1; ; attempt++) {
      try {
        return await inTransaction(pool, act);
      } catch (error) {
        if (attempt >= 5 || !isRetryable(error)) throw error;
      }
    }
  };
  return {
    articles: {
      ...articles,
      findUnchanged: (draft) =>
        guarded(async () => {
          checkDraft(draft);
          const { rows } = await pool.query<ArticleRow>(
            `SELECT ${ARTICLE_COLUMNS} FROM article a JOIN revision r ON r.article_id = a.id AND r.current
             WHERE a.identity = $1 AND a.deleted_at IS NULL AND r.text_hash = $2`,
            [identityOf(draft), textHashOf(draft.text)],
          );
          return rows[0] === undefined ? null : toArticle(rows[0]);
        }),
      save: (draft, extraction, topics, claim) =>
        guarded(async () =>
          saveArticle(database, await topicTree(), { draft, extraction, topics, claim }),
        ),
      findByIdempotencyKey: (claim) =>
        guarded(async () => {
          checkClaim(claim);
          const known = await prisma.idempotencyKey.findUnique({
            where: { key: claim.key },
          });
          if (known === null) return null;
          checkSameRequest(known.requestHash, claim);
          // Throws for a tombstone.
          return articles.get(known.articleId);
        }),
      setTopics: (id, topics, word) => setArticleTopics(database, topicTree, { id, topics, word }),
      history: async (id, page) => {
        await guarded(() => articles.requireLive(id));
        return articleHistory(database, id, page);
      },
      undo: (id, changeId, word) => undoArticleTopics(database, topicTree, { id, changeId, word }),
      remove: (id, why) =>
        guarded(async () => {
          if (!isId(id)) throw notFound(id);
          return removing((client) => eraseArticle(client, id, database.now(), why));
        }),
      withdraw: (url, why) =>
        guarded(() => removing((client) => withdrawArticle(client, url, database.now(), why))),
    },
    held: {
      ...heldStore(database),
      release: ({ id, draft, claim }, extraction, topics) =>
        guarded(async () => {
          const saving = { draft, extraction, topics, claim, heldId: id };
          return saveArticle(database, await topicTree(), saving);
        }),
    },
    rereading: {
      ...outdatedTexts(database),
      readAgain: (revisionId, extraction, topics) =>
        guarded(async () =>
          saveAgain(database, await topicTree(), revisionId, { extraction, topics }),
        ),
    },
    statements: {
      ...statementReads(database, articles),
      edit: (id, edit, word) => editStatement(database, topicTree, id, edit, word),
      undo: (id, changeId, word) => undoStatementChange(database, topicTree, id, changeId, word),
      history: (id, page) => statementHistory(database, id, page),
      setTopics: (id, topics, word) =>
        setStatementTopics(database, topicTree, { id, topics, word }),
    },
    speakers: {
      ...speakerReads(database),
      ...speakerPageReads(database),
      edit: (id, values, word) => editSpeaker(database, id, values, word),
      merge: (id, parts, word) => mergeSpeakers(database, id, parts, word),
      split: (id, parts, word) => splitSpeaker(database, id, parts, word),
      undo: (id, changeId, word) => undoChange(database, id, changeId, word),
    },
    authority: { importEntries: (entries) => importEntries(database, entries) },
    subjects: subjectReads(database),
    topics: topicReads(database),
    lineages: lineageReads(database),
    verification: {
      ...verificationReads(database),
      fill: (lineages) => guarded(() => fillPrints(database, lineages)),
    },
    keys: keyStore(database),
    ping: () =>
      guarded(async () => {
        await pool.query('SELECT 1');
      }),
    counts: () =>
      guarded(async () => {
        const { rows } = await pool.query<{
          articles: number;
          statements: number;
          speakers: number;
        }>(
          `SELECT count(*)::int AS articles, coalesce(sum(statement_count), 0)::int AS statements,
             (SELECT count(*)::int FROM speaker WHERE statement_count > 0) AS speakers
           FROM article WHERE deleted_at IS NULL`,
        );
        return rows[0] ?? { articles: 0, statements: 0, speakers: 0 };
      }),
    async close() {
      await prisma.$disconnect();
      for (const one of [database.reads, pool]) if (!one.ended) await one.end();
    },
  };
}
