// Headers that keep browsers in bounds: nothing from other hosts, no framing, and reads (only) open to other sites.

import cors from 'cors';
import type { RequestHandler } from 'express';
import helmet from 'helmet';

import type { AppDeps } from './deps';
import type { ContractDocument } from './document';

/** Strict headers for data; a page that needs scripts or styles loosens its own Content-Security-Policy. */
export function securityHeaders(): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    crossOriginResourcePolicy: { policy: 'cross-origin' },
    xFrameOptions: { action: 'deny' },
    // TLS, if any, ends before this service, and whoever runs it there decides on HSTS.
    strictTransportSecurity: false,
  });
}

/** Lets pages of other sites read (GET and HEAD), never write. */
export function crossOriginReads(
  { settings }: Pick<AppDeps, 'settings'>,
  contract: ContractDocument,
): RequestHandler {
  const share = cors({
    origin: settings.corsOrigins.includes('*') ? '*' : [...settings.corsOrigins],
    methods: ['GET', 'HEAD'],
    allowedHeaders: ['Accept', 'If-None-Match', 'X-Request-Id'],
    exposedHeaders: ['ETag', 'Link', 'Retry-After', 'X-Request-Id'],
    maxAge: 86_400,
    preflightContinue: true,
  });
  return (req, res, next) => {
    const asksBeforehand = req.method === 'OPTIONS' && contract.methodsAt(req.path).length > 0;
    if (req.method === 'GET' || req.method === 'HEAD' || asksBeforehand) share(req, res, next);
    else next();
  };
}
