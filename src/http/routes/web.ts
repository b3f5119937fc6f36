// The reader's page: one document for the addresses that it has views for, and its assets, all from this machine.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { Router } from 'express';

import { AppError } from '../../errors';
import { sendCacheable } from '../answer';

/** Beside dist/http, and beside src/http where the sources run as they are (tests): dist/web. */
const ROOT = resolve(__dirname, '../../..');
const FOLDER = join(ROOT, 'dist', 'web');

/** The addresses of views. Every other one stays the service's to refuse. */
const VIEWS = [
  '/',
  '/check',
  '/review',
  '/ingest',
  '/articles/:id',
  '/statements/:id',
  '/speakers/:id',
];

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  // What text there is comes from articles: no string of it may ever be taken for markup.
  "require-trusted-types-for 'script'",
].join(';');

export function webRoutes(): Router {
  const router = Router({ strict: true, caseSensitive: true });
  const page = join(FOLDER, 'index.html');
  if (!existsSync(page)) return router;
  const html = readFileSync(page, 'utf8');
  const assets = readAssets(join(FOLDER, 'assets'));

  router.get(VIEWS, (_req, res) => {
    res.set('Content-Security-Policy', POLICY).set('Cross-Origin-Resource-Policy', 'same-origin');
    sendCacheable(res.type('html'), html);
  });

  router.get('/assets/:asset', (req, res) => {
    const file = assets.get(req.params.asset);
    if (file === undefined) throw new AppError('not-found', 'There is no such file.');
    sendCacheable(res.type(req.params.asset), file, 'public, max-age=31536000, immutable');
  });

  // Whoever gets the script gets the licences of what is in it.
  const notice = readFileSync(join(ROOT, 'NOTICE'), 'utf8');
  router.get('/notice', (_req, res) => sendCacheable(res.type('text/plain'), notice));

  return router;
}

/** In memory: they are few, and their names carry the hashes of their contents. */
function readAssets(folder: string): ReadonlyMap<string, Buffer> {
  return new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]));
}
