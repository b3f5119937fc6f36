// /v1/statements: who said what. Also the one way in which all routes answer lists of statements.

import type { Request, Response } from 'express';
import { Router } from 'express';

import type { Store } from '../../storage/store';
import { pageOf, sendRead } from '../answer';
import { asOfIn } from '../asOf';
import { sendCitation, sendCitations } from '../cite';
import type { AppDeps } from '../deps';
import { negotiate } from '../negotiate';
import { presentComparison } from '../present/comparison';
import { presentAdvice, presentFacets, withHighlights } from '../present/search';
import { presentSpeaker } from '../present/speaker';
import { presentStatement } from '../present/statement';
import { presentSubject } from '../present/subject';
import { compareQuery, statementListQuery, statementQuery } from '../schemas/lists';
import { datesOf, speakersMeant, statementRequest } from '../statementFilter';
import { readId, readQuery } from '../validate';

export function statementRoutes(deps: Pick<AppDeps, 'store' | 'typesetter'>): Router {
  const { store } = deps;
  const router = Router({ strict: true, caseSensitive: true });

  router.get('/v1/statements', async (req, res) => {
    await sendStatements(store, req, res, readQuery(statementListQuery, req));
  });

  router.get('/v1/statements/:statementId', async (req, res) => {
    const query = readQuery(statementQuery, req);
    const format = negotiate(req, res, query.format, 'statement');
    const { asOf } = asOfIn(query);
    const statement = await store.statements.get(readId(req.params.statementId, 'statement'), asOf);
    if (format === null) sendRead<'getStatement'>(res, presentStatement(statement));
    else await sendCitation(deps, req, res, format, statement);
  });

  router.get('/v1/compare', async (req, res) => {
    const query = readQuery(compareQuery, req);
    const { ids, named } = await speakersMeant(store, query.speaker);
    const speakers = named ?? [await store.speakers.get(query.speaker)];
    const { publications, topic } = query;
    const comparison = await store.statements.compare({
      speakerIds: ids ?? [],
      publications,
      ...(topic === undefined ? {} : { topicId: topic }),
      ...datesOf(query),
    });
    sendRead<'compareStatements'>(res, presentComparison(comparison, speakers, publications));
  });

  return router;
}

/**
 * Counting goes no further: it would take longer than the list itself. A part of the way where each statement has to be looked
 * at, for its words or for a second index.
 */
const COUNTED = 10_000;
const COUNTED_ONE_BY_ONE = 2_000;

/** Answers the statements that a query asks for, with whom it meant where it names a speaker. */
export async function sendStatements(
  store: Store,
  req: Request,
  res: Response,
  query: Parameters<typeof statementRequest>[1],
): Promise<void> {
  const format = negotiate(req, res, query.format, 'list');
  const { filter, sort, page, speakers, subjects } = await statementRequest(store, query);
  if (format !== null) {
    const found = await store.statements.list(filter, sort, page);
    return sendCitations(store, req, res, format, found);
  }
  const { q, speakerIds, subjectIds, topicId } = filter;
  const indexes = [speakerIds, subjectIds, topicId].filter((ids) => ids !== undefined).length;
  const oneByOne = q !== undefined || indexes > 1;
  const most = oneByOne ? COUNTED_ONE_BY_ONE : COUNTED;
  const [found, total, facets] = await Promise.all([
    store.statements.list(filter, sort, page),
    query.total ? store.statements.count(filter, most) : null,
    query.facets === undefined ? null : store.statements.facets(filter, query.facets),
  ]);
  const { highlights, rankedSince } = found;
  const inVain = found.items.length === 0 && page.cursor === null;
  const advice = inVain ? await store.statements.advise(filter) : null;
  const { items, nextCursor } = pageOf(req, res, found, presentStatement);
  sendRead<'listStatements'>(res, {
    items: items.map((item, i) => withHighlights(item, highlights?.[i])),
    nextCursor,
    ...(total === null ? {} : { total: Math.min(total, most), totalIsExact: total <= most }),
    ...(rankedSince === undefined ? {} : { rankedSince: rankedSince.toISOString() }),
    ...(facets === null ? {} : { facets: presentFacets(facets) }),
    ...(advice === null || advice.length === 0
      ? {}
      : { advice: advice.map((one) => presentAdvice(one, req.originalUrl)) }),
    ...(speakers === null ? {} : { speakers: speakers.map(presentSpeaker) }),
    ...(subjects === null ? {} : { subjects: subjects.map(presentSubject) }),
  });
}
