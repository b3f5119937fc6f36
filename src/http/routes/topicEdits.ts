// What editors do to the topics of statements and articles: set them, take that back, see what was done. Each on the state that they have seen.

import type { Request, Response } from 'express';
import { Router } from 'express';

import type { EditorsWord } from '../../storage/store';
import { requireWriteAccess, writerOf } from '../access';
import { pageOf, sendRead, sendUncached } from '../answer';
import { bytesOf, jsonOf, readJsonBytes } from '../body';
import type { AppDeps } from '../deps';
import { etagOf } from '../etag';
import { checkIfMatch, readIfMatch } from '../precondition';
import { presentArticle } from '../present/article';
import { presentStatement } from '../present/statement';
import { presentTopicsChange } from '../present/topic';
import { emptyQuery } from '../schemas/lists';
import { speakerPageQuery } from '../schemas/speakers';
import { topicsEdit } from '../schemas/topics';
import { pageRequest } from '../statementFilter';
import { readUndo } from '../undoing';
import { readBody, readId, readQuery } from '../validate';

type Operation =
  | 'setStatementTopics'
  | 'resetStatementTopics'
  | 'setArticleTopics'
  | 'resetArticleTopics'
  | 'undoArticleChange';

export function topicEditRoutes(deps: AppDeps): Router {
  const { store } = deps;
  const router = Router({ strict: true, caseSensitive: true });
  const mayWrite = requireWriteAccess(deps);
  const before = [mayWrite, ...readJsonBytes(deps)];

  const ofStatement = '/v1/statements/:statementId/topics';
  router.put(ofStatement, ...before, async (req, res) => {
    const id = readId(req.params['statementId'], 'statement');
    const { topics, word } = readSet(req, res, presentStatement);
    const statement = await store.statements.setTopics(id, topics, word);
    sendChanged<'setStatementTopics'>(res, presentStatement(statement));
  });
  router.delete(ofStatement, mayWrite, async (req, res) => {
    const id = readId(req.params['statementId'], 'statement');
    const word = readReset(req, res, presentStatement);
    const statement = await store.statements.setTopics(id, null, word);
    sendChanged<'resetStatementTopics'>(res, presentStatement(statement));
  });

  const ofArticle = '/v1/articles/:articleId/topics';
  router.put(ofArticle, ...before, async (req, res) => {
    const id = readId(req.params['articleId'], 'article');
    const { topics, word } = readSet(req, res, presentArticle);
    const article = await store.articles.setTopics(id, topics, word);
    sendChanged<'setArticleTopics'>(res, presentArticle(article));
  });
  router.delete(ofArticle, mayWrite, async (req, res) => {
    const id = readId(req.params['articleId'], 'article');
    const word = readReset(req, res, presentArticle);
    const article = await store.articles.setTopics(id, null, word);
    sendChanged<'resetArticleTopics'>(res, presentArticle(article));
  });

  router.get('/v1/articles/:articleId/history', async (req, res) => {
    const query = readQuery(speakerPageQuery, req);
    const id = readId(req.params['articleId'], 'article');
    const found = await store.articles.history(id, pageRequest(query));
    sendRead<'listArticleHistory'>(res, pageOf(req, res, found, presentTopicsChange));
  });
  router.post('/v1/articles/:articleId/history/:changeId/undo', ...before, async (req, res) => {
    const id = readId(req.params['articleId'], 'article');
    const word = readReset(req, res, presentArticle);
    const { by = word.by, note = null, changeId } = readUndo(req);
    const article = await store.articles.undo(id, changeId, { ...word, by, note });
    sendChanged<'undoArticleChange'>(res, presentArticle(article));
  });

  return router;
}

function readSet<Current>(
  req: Request,
  res: Response,
  present: (current: Current) => object,
): { topics: readonly string[]; word: EditorsWord<Current> } {
  const word = readReset(req, res, present);
  const { topics, by = word.by, note = null } = readBody(topicsEdit, jsonOf(bytesOf(req)));
  return { topics, word: { ...word, by, note } };
}

function readReset<Current>(
  req: Request,
  res: Response,
  present: (current: Current) => object,
): EditorsWord<Current> {
  readQuery(emptyQuery, req);
  const ifMatch = readIfMatch(req);
  return {
    by: writerOf(res),
    note: null,
    check: (current) => {
      checkIfMatch(ifMatch, JSON.stringify(present(current)));
    },
  };
}

function sendChanged<Changed extends Operation>(
  res: Response,
  body: Parameters<typeof sendUncached<Changed>>[1],
): void {
  res.set('ETag', etagOf(JSON.stringify(body)));
  sendUncached<Changed>(res, body);
}
