// Probes, faults and the pages about problems: what the service says of itself when things go wrong.

import type { AddressInfo, Server, Socket } from 'node:net';
import { connect, createServer } from 'node:net';

import { createApp } from '../../src/http/app';
import { PROBLEMS } from '../../src/http/problem';
import { openStore } from '../../src/storage';
import { api, serve, urlOf, useService } from '../support/api';
import type { TestDatabase } from '../support/database';
import { createTestDatabase } from '../support/database';

const service = useService();

test('/healthz and /readyz answer, and nobody keeps the answer', async () => {
  const health = await service.api.get('/healthz').expect(200);
  expect(health.body).toEqual({ status: 'ok', version: '0.0.0-test' });
  const ready = await service.api.get('/readyz').expect(200);
  expect(ready.body).toEqual({ status: 'ready' });
  for (const { headers } of [health, ready]) expect(headers['cache-control']).toBe('no-store');
});

describe('while the database is away', () => {
  let database: TestDatabase;
  let gate: Server;
  const through = new Set<Socket>();

  /** An address for the database that can be closed. */
  beforeAll(async () => {
    database = await createTestDatabase();
    const { hostname, port } = new URL(database.connectionString);
    gate = createServer((client) => {
      const server = connect(Number(port), hostname);
      for (const socket of [client, server]) {
        through.add(socket);
        socket
          .on('error', () => undefined)
          .on('close', () => [client, server].map((s) => s.destroy()));
      }
      client.pipe(server).pipe(client);
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => gate.once('listening', resolve));
  });
  afterAll(() => database.drop());

  test('every route that needs it answers 503 and says when to try again; the others go on', async () => {
    const url = new URL(database.connectionString);
    url.hostname = '127.0.0.1';
    url.port = String((gate.address() as AddressInfo).port);
    const store = await openStore({ connectionString: url.href });
    const server = await serve(createApp({ ...service.deps, store }));
    const client = api(urlOf(server));
    await client.get('/readyz').expect(200);

    gate.close();
    through.forEach((socket) => socket.destroy());
    const id = '00000000-0000-7000-8000-000000000000';
    const reads = [
      '/readyz',
      ...['/v1/articles', '/v1/statements', '/v1/speakers', '/v1/topics'],
      ...[`/v1/articles/${id}`, `/v1/articles/${id}/text`, `/v1/articles/${id}/statements`],
      ...[`/v1/articles/${id}/revisions`, `/v1/statements/${id}`, `/v1/speakers/${id}`],
      ...[`/v1/speakers/${id}/statements`, '/v1/topics/20000639', '/v1/topics/20000639/statements'],
      ...['/v1/statements?speaker=Ana%20Ruiz&total=true'],
    ];
    for (const path of reads) {
      const { body, headers } = await client.get(path).expect(503);
      expect(body.type).toBe('/problems/unavailable');
      expect(headers['retry-after']).toBe('5');
    }
    await client.delete(`/v1/articles/${id}`).expect(503);
    await client
      .post('/v1/articles')
      .set('X-API-Key', `vb_${'A'.repeat(43)}`)
      .send({})
      .expect(503);
    for (const path of ['/healthz', '/docs', '/openapi.json', '/problems/unavailable']) {
      await client.get(path).expect(200);
    }
    server.close();
    await store.close();
  });
});

test('a fault of ours is a 500 that gives nothing away; the log has the cause under the same id', async () => {
  const lines: unknown[] = [];
  const { deps } = service;
  const log = Object.create(deps.log, {
    error: { value: (details: unknown) => lines.push(details) },
  }) as typeof deps.log;
  const store = {
    ...deps.store,
    topics: {
      ...deps.store.topics,
      get: () => Promise.reject(new TypeError('secret at /etc/passwd')),
    },
  };
  const server = await serve(createApp({ ...deps, log, store }));
  const { body, text, headers } = await api(urlOf(server)).get('/v1/topics/20000639').expect(500);
  server.close();
  expect(body.type).toBe('/problems/internal');
  expect(text).not.toContain('secret');
  expect(lines).toMatchObject([
    { requestId: headers['x-request-id'], err: { message: 'secret at /etc/passwd' } },
  ]);
});

describe('/problems', () => {
  test.each(Object.keys(PROBLEMS))('%s is explained where its type leads', async (slug) => {
    const { body } = await service.api.get(`/problems/${slug}`).expect(200);
    expect(body).toMatchObject({ type: `/problems/${slug}`, slug });
    expect(body.description.length).toBeGreaterThan(40);
  });

  test.each(['nothing', 'toString', '__proto__', 'constructor'])('%s is none', async (slug) => {
    await service.api.get(`/problems/${slug}`).expect(404);
  });
});
