// /v1/subjects: whom and what statements name. The statements themselves are at /v1/statements?mentions=.

import { Router } from 'express';

import { pageOf, sendRead } from '../answer';
import type { AppDeps } from '../deps';
import { presentSubject } from '../present/subject';
import { emptyQuery, subjectListQuery } from '../schemas/lists';
import { pageRequest } from '../statementFilter';
import { readId, readQuery } from '../validate';

export function subjectRoutes({ store }: Pick<AppDeps, 'store'>): Router {
  const router = Router({ strict: true, caseSensitive: true });

  router.get('/v1/subjects', async (req, res) => {
    const { q, type, ...query } = readQuery(subjectListQuery, req);
    const filter = { ...(q === undefined ? {} : { q }), ...(type === undefined ? {} : { type }) };
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
    readQuery(emptyQuery, req);
    const subject = await store.subjects.get(readId(req.params.subjectId, 'subject'));
    sendRead<'getSubject'>(res, presentSubject(subject));
  });

  return router;
}
