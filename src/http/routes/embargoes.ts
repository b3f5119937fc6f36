// /v1/embargoes: what waits for its time, for those who may write. Nothing else shows anything of it.

import { Router } from 'express';

import { AppError } from '../../errors';
import { requireWriteAccess } from '../access';
import { sendUncached } from '../answer';
import type { AppDeps } from '../deps';
import { presentEmbargo, presentEmbargoWithText } from '../present/embargo';
import { emptyQuery } from '../schemas/lists';
import { readId, readQuery } from '../validate';

export function embargoRoutes(deps: AppDeps): Router {
  const { held } = deps.store;
  const router = Router({ strict: true, caseSensitive: true });

  router.get('/v1/embargoes', requireWriteAccess(deps), async (req, res) => {
    readQuery(emptyQuery, req);
    sendUncached<'listEmbargoes'>(res, { items: (await held.list()).map(presentEmbargo) });
  });

  router.get('/v1/embargoes/:embargoId', requireWriteAccess(deps), async (req, res) => {
    readQuery(emptyQuery, req);
    const found = await held.get(readId(req.params['embargoId'], 'embargo'));
    if (found === null) throw waitsNoLonger();
    sendUncached<'getEmbargo'>(res, presentEmbargoWithText(found));
  });

  router.delete('/v1/embargoes/:embargoId', requireWriteAccess(deps), async (req, res) => {
    readQuery(emptyQuery, req);
    if (!(await held.drop(readId(req.params['embargoId'], 'embargo')))) throw waitsNoLonger();
    res.status(204).end();
  });

  return router;
}

function waitsNoLonger(): AppError {
  return new AppError(
    'not-found',
    'Nothing waits under this id: its time has come, it was sent again (the answer then gave a new id), or it was taken back.',
  );
}
