// /v1/extractions: the engine alone, for whoever wants to see what it makes of a text.

import { setImmediate as nextTurn } from 'node:timers/promises';

import { Router } from 'express';

import type { Preview } from '../../ingestion/types';
import type { Store } from '../../storage/store';
import { requireWriteAccess } from '../access';
import { sendUncached } from '../answer';
import { readBytes } from '../body';
import type { AppDeps } from '../deps';
import { presentExtraction } from '../present/extraction';
import { readSubmission } from '../submission';

export function extractionRoutes(deps: AppDeps): Router {
  const router = Router({ strict: true, caseSensitive: true });

  // Nothing is written, but a stranger could keep all cores busy: the same access as for writing.
  router.post('/v1/extractions', requireWriteAccess(deps), ...readBytes(deps), async (req, res) => {
    const preview = await deps.ingestion.preview(readSubmission(req));
    const answer = presentExtraction(preview, await labelsFor(deps.store, preview));
    await nextTurn(); // Presenting and serialising 1,500 statements take some 20 ms each.
    sendUncached<'extract'>(res, answer);
  });

  return router;
}

async function labelsFor(store: Store, { topics }: Preview): Promise<ReadonlyMap<string, string>> {
  const ids = new Set([topics.article, ...topics.statements].flat().map(({ id }) => id));
  const records = await Promise.all([...ids].map((id) => store.topics.get(id)));
  return new Map(records.map(({ id, label }) => [id, label]));
}
