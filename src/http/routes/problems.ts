// /problems/{slug}: where the `type` of every problem leads.

import { Router } from 'express';

import { AppError } from '../../errors';
import { sendRead } from '../answer';
import { PROBLEMS } from '../problem';
import { emptyQuery } from '../schemas/lists';
import { readQuery } from '../validate';

export function problemRoutes(): Router {
  const router = Router({ strict: true, caseSensitive: true });

  router.get('/problems/:slug', (req, res) => {
    readQuery(emptyQuery, req);
    const { slug } = req.params;
    if (!isSlug(slug)) throw new AppError('not-found', 'There is no problem of this type.');
    sendRead<'getProblemType'>(res, { type: `/problems/${slug}`, slug, ...PROBLEMS[slug] });
  });

  return router;
}

function isSlug(slug: string): slug is keyof typeof PROBLEMS {
  return Object.hasOwn(PROBLEMS, slug);
}
