// /v1/subjects: whom and what statements name. The statements themselves are at /v1/statements?mentions=.

import { Router } from 'express';

import { pageOf, sendRead } from '../answer';
import { asOfIn } from '../asOf';
import type { AppDeps } from '../deps';
import { presentSubject } from '../present/subject';
import { asOfQuery, subjectListQuery } from '../schemas/lists';
import { pageRequest } from '../statementFilter';
import { readId, readQuery } from '../validate';

export function subjectRoutes({ store }: Pick<AppDeps, 'store'>): Router {
  const router = Router({ strict: true, caseSensitive: true });

  router.get('/v1/subjects', async (req, res) => {
    const { q, type, ...query } = readQuery(subjectListQuery, req);
    const filter = {
      ...(q === undefined ? {} : { q }),
      ...(type === undefined ? {} : { type }),
      ...asOfIn(query),
    };
    const [found, total] = await Promise.all([
      store.subjects.list(filter, pageRequest(query)),
      query.total ? store.subjects.count(filter) : null,
    ]);
    sendRead<'listSubjects'>(res, {
      ...pageOf(req, res, found, presentSubject),
      ...(total === null ? {} : { total }),
    });
  });

  router.get('/v1/subjects/:subjectId', async (req, res) => {
    const { asOf } = asOfIn(readQuery(asOfQuery, req));
    const subject = await store.subjects.get(readId(req.params.subjectId, 'subject'), asOf);
    sendRead<'getSubject'>(res, presentSubject(subject));
  });

  return router;
}
