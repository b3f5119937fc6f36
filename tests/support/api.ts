// The service as a client sees it, for tests of any part: the real store, real workers, real HTTP on the loopback
// address, and every answer held against the contract.

import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

import request from 'supertest';

import type { Typesetter } from '../../src/citation';
import { createTypesetter } from '../../src/citation';
import { createApp } from '../../src/http/app';
import type { AppDeps } from '../../src/http/deps';
import { createAnalysisPool, createIngestion } from '../../src/ingestion';
import type { AnalysisPool } from '../../src/ingestion/types';
import { createLogger } from '../../src/log';
import type { Store } from '../../src/storage';
import { openStore } from '../../src/storage';
import { expectContract } from './contract';
import type { TestDatabase } from './database';
import { createTestDatabase } from './database';

const METHODS = ['get', 'head', 'post', 'put', 'patch', 'delete', 'options'] as const;
type Method = (typeof METHODS)[number];

export type Api = Readonly<Record<Method, (path: string) => request.Test>>;

/** A supertest client for an app, a server or a base URL; every answer must be one that openapi.yaml describes. */
export function api(target: Parameters<typeof request>[0]): Api {
  const send = (method: Method) => (path: string) =>
    request(target)
      [method](path)
      .expect((answer) => {
        expectContract(method, path, {
          status: answer.status,
          headers: answer.headers as Record<string, string>,
          body: bodyOf(answer),
        });
      });
  return Object.fromEntries(METHODS.map((method) => [method, send(method)])) as Api;
}

function bodyOf(answer: request.Response): string {
  if (typeof answer.text === 'string') return answer.text;
  // Where a test has read the bytes as text by itself.
  if (typeof answer.body === 'string') return answer.body;
  return Buffer.isBuffer(answer.body) ? answer.body.toString('latin1') : '';
}

export const SETTINGS: AppDeps['settings'] = {
  maxBodyBytes: 2_097_152,
  trustProxy: null,
  corsOrigins: ['*'],
  excerptLimits: new Map(),
};

export interface TestService {
  readonly api: Api;
  readonly store: Store;
  readonly url: string;
  readonly deps: AppDeps;
  readonly connectionString: string;
}

/** Starts the service on a database of its own before the tests of the calling file, and stops it after them. */
export function useService(settings: Partial<AppDeps['settings']> = {}): TestService {
  let database: TestDatabase;
  let pool: AnalysisPool;
  let typesetter: Typesetter;
  let deps: AppDeps;
  let server: Server;
  let url: string;
  beforeAll(async () => {
    database = await createTestDatabase();
    const store = await openStore({ connectionString: database.connectionString });
    pool = createAnalysisPool({
      workerFile: join(__dirname, '../../dist/ingestion/worker.js'),
      modelDir: join(__dirname, '../../models'),
      threads: 1,
    });
    typesetter = createTypesetter({
      workerFile: join(__dirname, '../../dist/citation/typesetting/worker.js'),
    });
    deps = {
      store,
      ingestion: createIngestion({ store, pool }),
      typesetter,
      log: createLogger('silent'),
      version: '0.0.0-test',
      settings: { ...SETTINGS, ...settings },
    };
    server = await serve(createApp(deps));
    url = urlOf(server);
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await pool.close();
    await typesetter.close();
    await deps.store.close();
    await database.drop();
  });
  return {
    get api() {
      return api(url);
    },
    get store() {
      return deps.store;
    },
    get url() {
      return url;
    },
    get deps() {
      return deps;
    },
    get connectionString() {
      return database.connectionString;
    },
  };
}

/** Serves an app on a free port of the loopback address. */
export async function serve(app: Parameters<typeof createServer>[1]): Promise<Server> {
  const server = createServer(app ?? (() => undefined));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

export function urlOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
