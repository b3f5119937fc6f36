// /v1/speakers: who is quoted, and what each of them said.

import { Router } from 'express';

import { pageOf, sendRead } from '../answer';
import type { AppDeps } from '../deps';
import { presentSpeaker } from '../present/speaker';
import { emptyQuery, speakerListQuery, speakerStatementsQuery } from '../schemas/lists';
import { pageRequest } from '../statementFilter';
import { readId, readQuery } from '../validate';
import { sendStatements } from './statements';

export function speakerRoutes({ store }: Pick<AppDeps, 'store'>): Router {
  const router = Router({ strict: true, caseSensitive: true });

  router.get('/v1/speakers', async (req, res) => {
    const { q, type, ...query } = readQuery(speakerListQuery, req);
    const filter = { ...(q === undefined ? {} : { q }), ...(type === undefined ? {} : { type }) };
    const [found, total] = await Promise.all([
      store.speakers.list(filter, pageRequest(query)),
      query.total ? store.speakers.count(filter) : null,
    ]);
    sendRead<'listSpeakers'>(res, {
      ...pageOf(req, res, found, presentSpeaker),
      ...(total === null ? {} : { total }),
    });
  });

  router.get('/v1/speakers/:speakerId', async (req, res) => {
    readQuery(emptyQuery, req);
    const speaker = await store.speakers.get(readId(req.params.speakerId, 'speaker'));
    sendRead<'getSpeaker'>(res, presentSpeaker(speaker));
  });

  router.get('/v1/speakers/:speakerId/statements', async (req, res) => {
    const query = readQuery(speakerStatementsQuery, req);
    const { id } = await store.speakers.get(readId(req.params.speakerId, 'speaker'));
    await sendStatements(store, req, res, { ...query, speaker: id });
  });

  return router;
}
