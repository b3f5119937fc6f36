// Lineages: where else a statement's words were printed, and what was repeated most.

import { Router } from 'express';

import type { LineageFilter, Store } from '../../storage/store';
import { pageOf, sendRead } from '../answer';
import type { AppDeps } from '../deps';
import { presentLineage, presentLineageSummary } from '../present/lineage';
import { presentSpeaker } from '../present/speaker';
import { emptyQuery, lineageListQuery } from '../schemas/lists';
import { isId } from '../schemas/values';
import { datesOf, pageRequest } from '../statementFilter';
import { readId, readQuery } from '../validate';

export function lineageRoutes({ store }: Pick<AppDeps, 'store'>): Router {
  const router = Router({ strict: true, caseSensitive: true });

  router.get('/v1/statements/:statementId/lineage', async (req, res) => {
    readQuery(emptyQuery, req);
    const lineage = await store.lineages.ofStatement(readId(req.params.statementId, 'statement'));
    sendRead<'getLineage'>(res, presentLineage(lineage));
  });

  router.get('/v1/lineages', async (req, res) => {
    const { speaker, topic, minPublications, ...query } = readQuery(lineageListQuery, req);
    const meant = await speakersMeant(store, speaker);
    const filter: LineageFilter = {
      ...meant.filter,
      ...(topic === undefined ? {} : { topicId: topic }),
      ...(minPublications === undefined ? {} : { minPublications }),
      ...datesOf(query),
    };
    const [found, total] = await Promise.all([
      store.lineages.list(filter, pageRequest(query)),
      query.total ? store.lineages.count(filter) : null,
    ]);
    sendRead<'listLineages'>(res, {
      ...pageOf(req, res, found, presentLineageSummary),
      ...(total === null ? {} : { total }),
      ...(meant.speakers === null ? {} : { speakers: meant.speakers.map(presentSpeaker) }),
    });
  });

  return router;
}

/** An id means one speaker, a name everyone so called. */
async function speakersMeant(store: Store, speaker: string | undefined) {
  if (speaker === undefined) return { filter: {}, speakers: null };
  if (isId(speaker)) return { filter: { speakerIds: [speaker] }, speakers: null };
  const speakers = await store.speakers.called(speaker);
  const speakerIds = speakers.map(({ id }) => id);
  return { filter: { speakerIds, speakerName: speaker }, speakers };
}
