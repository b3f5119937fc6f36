// Probes: /healthz says that the process is alive, /readyz that it can serve.

import { Router } from 'express';

import { sendUncached } from '../answer';
import type { AppDeps } from '../deps';
import { emptyQuery } from '../schemas/lists';
import { readQuery } from '../validate';

export function operationRoutes({ store, version }: Pick<AppDeps, 'store' | 'version'>): Router {
  const router = Router({ strict: true, caseSensitive: true });

  // Never the store: a restart of the process would not mend a database that is down.
  router.get('/healthz', (req, res) => {
    readQuery(emptyQuery, req);
    sendUncached<'getHealth'>(res, { status: 'ok', version });
  });

  router.get('/readyz', async (req, res) => {
    readQuery(emptyQuery, req);
    await store.ping();
    sendUncached<'getReadiness'>(res, { status: 'ready' });
  });

  return router;
}
