// /v1/articles: hand in, find, read, delete.

import { setImmediate as nextTurn } from 'node:timers/promises';

import type { Response } from 'express';
import { Router } from 'express';

import { AppError } from '../../errors';
import type { StatementRecord } from '../../storage/records';
import type { SavedArticle, Store } from '../../storage/store';
import { requireWriteAccess } from '../access';
import type { Body } from '../answer';
import { pageOf, sendCacheable, sendRead, sendUncachedJson } from '../answer';
import { asOfIn } from '../asOf';
import { readBytes } from '../body';
import type { AppDeps } from '../deps';
import { excerptOf, excerptStatement, limitOf } from '../excerpts';
import { presentArticle, presentRevision, presentText } from '../present/article';
import { presentHeld } from '../present/embargo';
import { presentRevisionDiff } from '../present/revisionDiff';
import { presentStatement } from '../present/statement';
import {
  articleListQuery,
  articleRevisionsQuery,
  articleStatementsQuery,
  articleTextQuery,
  asOfQuery,
  removalQuery,
  revisionDiffQuery,
} from '../schemas/lists';
import { datesOf, pageRequest } from '../statementFilter';
import { readClaim, readSubmission } from '../submission';
import { readId, readQuery } from '../validate';
import { sendStatements } from './statements';

type Ingested = Body<'createArticle', 201>;

export function articleRoutes(deps: AppDeps): Router {
  const { store, ingestion } = deps;
  const limits = deps.settings.excerptLimits;
  const limitFor = async (id: string): Promise<number | null> =>
    limits.size === 0 ? null : limitOf(limits, (await store.articles.get(id)).publication);
  const router = Router({ strict: true, caseSensitive: true });

  router.post('/v1/articles', requireWriteAccess(deps), ...readBytes(deps), async (req, res) => {
    const claim = readClaim(req);
    const replayed = claim && (await store.articles.findByIdempotencyKey(claim));
    if (replayed !== null) {
      res.set('Idempotent-Replayed', 'true');
      return sendIngested(store, res, { outcome: 'unchanged', article: replayed });
    }
    const ingested = await ingestion.ingest(readSubmission(req), claim);
    if (ingested.outcome === 'withdrawn') return void res.status(204).end();
    if (ingested.outcome !== 'embargoed') return sendIngested(store, res, ingested);
    if (ingested.replayed) res.set('Idempotent-Replayed', 'true');
    res.status(202);
    sendUncachedJson(res, JSON.stringify(presentHeld(ingested)));
  });

  router.get('/v1/articles', async (req, res) => {
    const { publication, q, ...query } = readQuery(articleListQuery, req);
    const filter = {
      ...(publication === undefined ? {} : { publication }),
      ...(q === undefined ? {} : { q }),
      ...datesOf(query),
      ...asOfIn(query),
    };
    const [found, total] = await Promise.all([
      store.articles.list(filter, pageRequest(query)),
      query.total ? store.articles.count(filter) : null,
    ]);
    sendRead<'listArticles'>(res, {
      ...pageOf(req, res, found, presentArticle),
      ...(total === null ? {} : { total }),
    });
  });

  router.get('/v1/articles/:articleId', async (req, res) => {
    const { asOf } = asOfIn(readQuery(asOfQuery, req));
    const article = await store.articles.get(readId(req.params.articleId, 'article'), asOf);
    sendRead<'getArticle'>(res, presentArticle(article));
  });

  router.delete('/v1/articles/:articleId', requireWriteAccess(deps), async (req, res) => {
    const { reason = 'other', note = null } = readQuery(removalQuery, req);
    await store.articles.remove(readId(req.params.articleId, 'article'), { reason, note });
    res.status(204).end();
  });

  router.get('/v1/articles/:articleId/text', async (req, res) => {
    const { revision, ...query } = readQuery(articleTextQuery, req);
    res.vary('Accept');
    const type = req.accepts(['text/plain', 'application/json']);
    if (type === false) {
      throw new AppError(
        'not-acceptable',
        'The text is to be had as text/plain and application/json.',
      );
    }
    const id = readId(req.params.articleId, 'article');
    const stored = await store.articles.text(id, {
      ...(revision === undefined ? {} : { revision }),
      ...asOfIn(query),
    });
    const limit = await limitFor(id);
    const shown = limit === null ? stored.text : excerptOf(stored.text, limit);
    if (shown.length < stored.text.length) res.set('Excerpted', 'true');
    if (type === 'application/json') sendRead<'getArticleText'>(res, presentText(stored, shown));
    else sendCacheable(res.type('text/plain'), shown);
  });

  router.get('/v1/articles/:articleId/statements', async (req, res) => {
    const query = readQuery(articleStatementsQuery, req);
    // Storage tells a missing or deleted article from one without statements.
    const article = readId(req.params.articleId, 'article');
    await sendStatements(store, req, res, { ...query, article, sort: 'position' });
  });

  router.get('/v1/articles/:articleId/revisions', async (req, res) => {
    const query = readQuery(articleRevisionsQuery, req);
    const { asOf } = asOfIn(query);
    const article = await store.articles.get(readId(req.params.articleId, 'article'), asOf);
    const found = await store.articles.revisions(article.id, pageRequest(query), asOf);
    sendRead<'listArticleRevisions'>(
      res,
      pageOf(req, res, found, (revision) => presentRevision(article, revision)),
    );
  });

  router.get('/v1/articles/:articleId/diff', async (req, res) => {
    const query = readQuery(revisionDiffQuery, req);
    const article = await store.articles.get(readId(req.params.articleId, 'article'));
    const to = query.to ?? article.revision;
    const from = query.from ?? Math.max(1, to - 1);
    const compared = await store.articles.compareRevisions(article.id, from, to);
    const shown = (statement: StatementRecord | null) =>
      statement && excerptStatement(limits, statement);
    const statements = compared.statements.map(({ fate, before, after }) => {
      return { fate, before: shown(before), after: shown(after) };
    });
    const excerpted = limitOf(limits, article.publication) !== null;
    const diff = await presentRevisionDiff({ ...compared, statements }, excerpted);
    sendRead<'diffArticleRevisions'>(res, diff);
  });

  return router;
}

async function sendIngested(
  store: Store,
  res: Response,
  { outcome, article }: SavedArticle,
): Promise<void> {
  if (outcome !== 'unchanged') res.status(201).location(`/v1/articles/${article.id}`);
  const head = { outcome, article: presentArticle(article) } satisfies Partial<Ingested>;
  const statements = await allStatements(store, article.id);
  sendUncachedJson(res, `${JSON.stringify(head).slice(0, -1)},"statements":[${statements}]}`);
}

/**
 * All of them as JSON, since the answer to an article is what was found in it. Page by page with a turn of the event
 * loop after each: 1,488 statements in one go held up every other request for 54 ms.
 */
async function allStatements(store: Store, articleId: string): Promise<string> {
  const pages: string[] = [];
  let cursor: string | null = null;
  do {
    const page = await store.statements.list({ articleId }, 'position', { limit: 200, cursor });
    const statements: Ingested['statements'] = page.items.map(presentStatement);
    if (statements.length > 0) pages.push(JSON.stringify(statements).slice(1, -1));
    cursor = page.nextCursor;
    await nextTurn();
  } while (cursor !== null);
  return pages.join(',');
}
