// Names every request, in the answer and in the log.

import { randomUUID } from 'node:crypto';

import type { RequestHandler } from 'express';

import type { AppDeps } from './deps';

// What may go into a header and a log line unescaped.
const USABLE = /^[A-Za-z0-9._-]{1,128}$/;

/** Sets `X-Request-Id` to the caller's, if it is usable, and else to a new one. */
export function requestId(): RequestHandler {
  return (req, res, next) => {
    const given = req.get('X-Request-Id');
    res.set('X-Request-Id', given !== undefined && USABLE.test(given) ? given : randomUUID());
    next();
  };
}

/** Logs every answer with its status and time; no query, since names of people are searched for there. */
export function requestLog({ log }: Pick<AppDeps, 'log'>): RequestHandler {
  return (req, res, next) => {
    const startedAt = performance.now();
    res.on('finish', () => {
      log.info(
        {
          requestId: res.getHeader('X-Request-Id'),
          method: req.method,
          path: req.originalUrl.replace(/\?.*$/s, ''),
          status: res.statusCode,
          ms: Math.round(performance.now() - startedAt),
        },
        'request',
      );
    });
    next();
  };
}
