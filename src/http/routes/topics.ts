// /v1/topics: the tree of topics, and what was said about each.

import { Router } from 'express';

import { pageOf, sendRead } from '../answer';
import { asOfIn } from '../asOf';
import type { AppDeps } from '../deps';
import { presentTopic } from '../present/topic';
import { asOfQuery, topicListQuery, topicStatementsQuery } from '../schemas/lists';
import { pageRequest } from '../statementFilter';
import { readQuery, readTopicId } from '../validate';
import { sendStatements } from './statements';

export function topicRoutes({ store }: Pick<AppDeps, 'store'>): Router {
  const router = Router({ strict: true, caseSensitive: true });

  router.get('/v1/topics', async (req, res) => {
    const { parent, q, used, ...query } = readQuery(topicListQuery, req);
    const filter = {
      ...(parent === undefined ? {} : { parent }),
      ...(q === undefined ? {} : { q }),
      ...(used === undefined ? {} : { used }),
      ...asOfIn(query),
    };
    const [found, total] = await Promise.all([
      store.topics.list(filter, pageRequest(query)),
      query.total ? store.topics.count(filter) : null,
    ]);
    sendRead<'listTopics'>(res, {
      ...pageOf(req, res, found, presentTopic),
      ...(total === null ? {} : { total }),
    });
  });

  router.get('/v1/topics/:topicId', async (req, res) => {
    const { asOf } = asOfIn(readQuery(asOfQuery, req));
    const topic = await store.topics.get(readTopicId(req.params.topicId), asOf);
    sendRead<'getTopic'>(res, presentTopic(topic));
  });

  router.get('/v1/topics/:topicId/statements', async (req, res) => {
    const query = readQuery(topicStatementsQuery, req);
    const { id } = await store.topics.get(readTopicId(req.params.topicId));
    await sendStatements(store, req, res, { ...query, topic: id });
  });

  return router;
}
