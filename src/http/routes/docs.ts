// The contract for programs (/openapi.yaml, /openapi.json) and for people (/docs), all from this machine.

import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { Router } from 'express';

import { AppError } from '../../errors';
import { sendCacheable } from '../answer';
import type { ContractDocument } from '../document';
import { emptyQuery } from '../schemas/lists';
import { readQuery } from '../validate';

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Verbatim API</title>
    <link rel="icon" href="/docs/favicon-32x32.png" />
    <link rel="stylesheet" href="/docs/swagger-ui.css" />
  </head>
  <body>
    <div id="swagger-ui"></div>
    <script src="/docs/swagger-ui-bundle.js"></script>
    <script src="/docs/docs.js"></script>
  </body>
</html>
`;

// A file of its own, since the page's policy forbids inline scripts. validatorUrl: by default Swagger UI sends the
// contract's address to a validator on another host.
const SCRIPT = `SwaggerUIBundle({
  url: '/openapi.yaml',
  dom_id: '#swagger-ui',
  deepLinking: true,
  displayRequestDuration: true,
  tryItOutEnabled: true,
  queryConfigEnabled: false,
  validatorUrl: null,
});
`;

// Swagger UI sets style attributes and uses data: pictures in its style sheet; everything else is from here.
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join(';');

export function docsRoutes(contract: ContractDocument): Router {
  const router = Router({ strict: true, caseSensitive: true });
  const assets = readAssets();

  router.get('/openapi.yaml', (req, res) => {
    readQuery(emptyQuery, req);
    sendCacheable(res.type('application/yaml; charset=utf-8'), contract.yaml);
  });

  router.get('/openapi.json', (req, res) => {
    readQuery(emptyQuery, req);
    sendCacheable(res.type('json'), contract.json);
  });

  router.get('/docs', (req, res) => {
    readQuery(emptyQuery, req);
    sendCacheable(res.set('Content-Security-Policy', POLICY).type('html'), PAGE);
  });

  router.get('/docs/:asset', (req, res) => {
    readQuery(emptyQuery, req);
    const file = assets.get(req.params.asset);
    if (file === undefined) throw new AppError('not-found', 'There is no such file.');
    sendCacheable(res.type(req.params.asset), file, 'public, max-age=3600');
  });

  return router;
}

/** In memory (2 MB), so that a bundle's ETag is strong like all others. */
function readAssets(): ReadonlyMap<string, Buffer> {
  const folder = dirname(require.resolve('swagger-ui-dist/package.json'));
  const names = ['swagger-ui-bundle.js', 'swagger-ui.css', 'favicon-32x32.png'];
  return new Map([
    ...names.map((name) => [name, readFileSync(join(folder, name))] as const),
    ['docs.js', Buffer.from(SCRIPT)],
  ]);
}
