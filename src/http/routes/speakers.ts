// /v1/speakers: who is quoted, and what each of them said.

import type { Request, Response } from 'express';
import { Router } from 'express';

import { AppError } from '../../errors';
import type { Store } from '../../storage/store';
import { pageOf, sendCacheable, sendRead } from '../answer';
import { asOfIn } from '../asOf';
import type { AppDeps } from '../deps';
import { etagOfState } from '../etag';
import {
  presentChange,
  presentSpeaker,
  presentSpeakerArticle,
  stateOfSpeaker,
} from '../present/speaker';
import { presentTimelineEntry } from '../present/timeline';
import {
  asOfQuery,
  speakerListQuery,
  speakerStatementsQuery,
  timelineQuery,
} from '../schemas/lists';
import { speakerPageQuery } from '../schemas/speakers';
import { datesOf, pageRequest } from '../statementFilter';
import { readId, readQuery } from '../validate';
import { sendStatements } from './statements';

export function speakerRoutes({ store }: Pick<AppDeps, 'store'>): Router {
  const router = Router({ strict: true, caseSensitive: true });

  router.get('/v1/speakers', async (req, res) => {
    const { q, type, ...query } = readQuery(speakerListQuery, req);
    const filter = {
      ...(q === undefined ? {} : { q }),
      ...(type === undefined ? {} : { type }),
      ...asOfIn(query),
    };
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
    const { asOf } = asOfIn(readQuery(asOfQuery, req));
    const id = readId(req.params.speakerId, 'speaker');
    const speaker = await store.speakers.get(id, asOf);
    if (speaker.id !== id) return redirect(req, res, id, speaker.id);
    const body = JSON.stringify(presentSpeaker(speaker));
    sendCacheable(res.type('json'), body, undefined, etagOfState(stateOfSpeaker(speaker), body));
  });

  router.get('/v1/speakers/:speakerId/statements', async (req, res) => {
    const query = readQuery(speakerStatementsQuery, req);
    const id = await speakerOrRedirect(store, req, res);
    if (id === null) return;
    await sendStatements(store, req, res, { ...query, speaker: id });
  });

  router.get('/v1/speakers/:speakerId/articles', async (req, res) => {
    const query = readQuery(speakerPageQuery, req);
    const id = await speakerOrRedirect(store, req, res);
    if (id === null) return;
    const found = await store.speakers.articles(id, pageRequest(query));
    sendRead<'listSpeakerArticles'>(res, pageOf(req, res, found, presentSpeakerArticle));
  });

  router.get('/v1/speakers/:speakerId/history', async (req, res) => {
    const query = readQuery(speakerPageQuery, req);
    const id = await speakerOrRedirect(store, req, res);
    if (id === null) return;
    const found = await store.speakers.history(id, pageRequest(query));
    sendRead<'listSpeakerHistory'>(
      res,
      pageOf(req, res, found, (change) => presentChange(change, id)),
    );
  });

  router.get('/v1/speakers/:speakerId/timeline', async (req, res) => {
    const query = readQuery(timelineQuery, req);
    const id = await speakerOrRedirect(store, req, res);
    if (id === null) return;
    const speaker = await store.speakers.get(id);
    const { topic, interval } = query;
    const found = await store.statements.timeline(
      {
        speakerId: speaker.id,
        ...(topic === undefined ? {} : { topicId: topic }),
        ...datesOf(query),
      },
      interval,
      pageRequest(query),
    );
    sendRead<'getSpeakerTimeline'>(res, {
      speaker: presentSpeaker(speaker),
      interval,
      ...pageOf(req, res, found, (entry) => presentTimelineEntry(entry, speaker.id, topic)),
    });
  });

  return router;
}

/** The speaker's id from the path; of a merged one null, and the answer is sent: its survivor's address. */
export async function speakerOrRedirect(
  store: Pick<Store, 'speakers'>,
  req: Request,
  res: Response,
): Promise<string | null> {
  const id = readId(req.params['speakerId'], 'speaker');
  const canonicalId = await store.speakers.canonicalId(id);
  if (canonicalId === null) throw new AppError('not-found', `There is no speaker ${id}.`);
  if (canonicalId === id) return id;
  redirect(req, res, id, canonicalId);
  return null;
}

/** 308: method, body and query go along. Not to be kept for ever, since a merge can be undone. */
function redirect(req: Request, res: Response, from: string, to: string): void {
  const rest = req.originalUrl.slice(`/v1/speakers/${from}`.length);
  res.status(308).set('Cache-Control', 'no-cache').location(`/v1/speakers/${to}${rest}`).end();
}
