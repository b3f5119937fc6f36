// The service's HTTP side, top to bottom in the order that a request passes through it.

import compression from 'compression';
import type { Express } from 'express';
import express from 'express';

import type { AppDeps } from './deps';
import { readContract } from './document';
import { etagPerCoding } from './etag';
import { excerptingStore } from './excerpts';
import { crossOriginReads, securityHeaders } from './headers';
import { problemHandler } from './problem';
import { requestId, requestLog } from './requestId';
import { articleRoutes } from './routes/articles';
import { docsRoutes } from './routes/docs';
import { embargoRoutes } from './routes/embargoes';
import { extractionRoutes } from './routes/extractions';
import { lineageRoutes } from './routes/lineages';
import { operationRoutes } from './routes/operation';
import { problemRoutes } from './routes/problems';
import { speakerEditRoutes } from './routes/speakerEdits';
import { speakerRoutes } from './routes/speakers';
import { statementEditRoutes } from './routes/statementEdits';
import { statementRoutes } from './routes/statements';
import { subjectRoutes } from './routes/subjects';
import { topicEditRoutes } from './routes/topicEdits';
import { topicRoutes } from './routes/topics';
import { verifyRoutes } from './routes/verify';
import { webRoutes } from './routes/web';
import { options, unmatched } from './unmatched';

/** The application, ready to listen; opens and closes nothing of what it is given. */
export function createApp(given: AppDeps): Express {
  const { settings } = given;
  const deps = { ...given, store: excerptingStore(given.store, settings.excerptLimits) };
  const contract = readContract();
  const app = express();
  configure(app, deps);

  app.use(requestId());
  app.use(requestLog(deps));
  app.use(securityHeaders());
  app.use(crossOriginReads(deps, contract));
  app.use(options(contract));
  app.use(etagPerCoding());
  app.use(compression());

  app.use(articleRoutes(deps));
  app.use(extractionRoutes(deps));
  app.use(statementRoutes(deps));
  app.use(speakerRoutes(deps));
  app.use(subjectRoutes(deps));
  app.use(embargoRoutes(deps));
  app.use(speakerEditRoutes(deps));
  app.use(topicRoutes(deps));
  // What editors mark is counted in the whole text.
  app.use(statementEditRoutes(deps, given.store));
  app.use(topicEditRoutes(deps));
  app.use(verifyRoutes(deps));
  app.use(lineageRoutes(deps));
  app.use(operationRoutes(deps));
  app.use(docsRoutes(contract));
  app.use(problemRoutes());
  app.use(webRoutes());

  app.use(unmatched(contract));
  app.use(problemHandler(deps));
  return app;
}

function configure(app: Express, { settings }: Pick<AppDeps, 'settings'>): void {
  app.disable('x-powered-by');
  // answer.ts sets ETags: Express would also put them on errors and on answers to POST.
  app.disable('etag');
  app.enable('strict routing');
  app.enable('case sensitive routing');
  app.set('query parser', 'simple');
  const { trustProxy } = settings;
  app.set(
    'trust proxy',
    trustProxy === null || typeof trustProxy === 'number' ? (trustProxy ?? false) : [...trustProxy],
  );
}
