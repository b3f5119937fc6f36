// /v1/statements: who said what. Also the one way in which all routes answer lists of statements.

import type { Request, Response } from 'express';
import { Router } from 'express';

import type { Store } from '../../storage/store';
import { pageOf, sendRead } from '../answer';
import { sendCitation, sendCitations } from '../cite';
import type { AppDeps } from '../deps';
import { negotiate } from '../negotiate';
import { presentSpeaker } from '../present/speaker';
import { presentStatement } from '../present/statement';
import { presentSubject } from '../present/subject';
import { statementListQuery, statementQuery } from '../schemas/lists';
import { statementRequest } from '../statementFilter';
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
    const statement = await store.statements.get(readId(req.params.statementId, 'statement'));
    if (format === null) sendRead<'getStatement'>(res, presentStatement(statement));
    else await sendCitation(deps, req, res, format, statement);
  });

  return router;
}

/** Answers the statements that a query asks for, with whom it meant where it names a speaker. */
export async function sendStatements(
  store: Store,
  req: Request,
  res: Response,
  query: Parameters<typeof statementRequest>[1],
): Promise<void> {
  const format = negotiate(req, res, query.format, 'list');
  const { filter, sort, page, speakers, subjects } = await statementRequest(store, query);
  const [found, total] = await Promise.all([
    store.statements.list(filter, sort, page),
    query.total && format === null ? store.statements.count(filter) : null,
  ]);
  if (format !== null) return sendCitations(store, req, res, format, found);
  sendRead<'listStatements'>(res, {
    ...pageOf(req, res, found, presentStatement),
    ...(total === null ? {} : { total }),
    ...(speakers === null ? {} : { speakers: speakers.map(presentSpeaker) }),
    ...(subjects === null ? {} : { subjects: subjects.map(presentSubject) }),
  });
}
