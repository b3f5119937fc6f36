// The database goes away under the running service and comes back: problems meanwhile, and no restart needed.

import type { AddressInfo, Server, Socket } from 'node:net';
import { connect, createServer } from 'node:net';

import type { EmbeddedPostgres } from '../../src/storage';
import { startEmbeddedPostgres } from '../../src/storage';
import type { Service } from './service';
import { eventually, postText, removeFolder, startService, temporaryFolder } from './service';

jest.setTimeout(60_000);

const TEXT = 'The bridge will open in May, the mayor, Ana Ruiz, told reporters on Monday.';

let folder: string;
let postgres: EmbeddedPostgres;
let address: Server;
let service: Service;

/** One address for a server that gets another port each time it starts; refuses when there is none, as a host does. */
function fixedAddress(): Server {
  return createServer((client: Socket) => {
    const server = connect(postgres.port, '127.0.0.1');
    client.on('error', () => server.destroy()).on('close', () => server.destroy());
    server.on('error', () => client.destroy()).on('close', () => client.destroy());
    client.pipe(server).pipe(client);
  });
}

beforeAll(async () => {
  folder = temporaryFolder();
  postgres = await startEmbeddedPostgres({ dataDir: folder });
  address = fixedAddress().listen(0, '127.0.0.1');
  await new Promise((resolve) => address.once('listening', resolve));
  const url = new URL(postgres.connectionString);
  url.port = String((address.address() as AddressInfo).port);
  service = await startService({ DATABASE_URL: url.href, DATA_DIR: `${folder}/unused` });
});
afterAll(async () => {
  await service.end('SIGTERM');
  await new Promise((resolve) => address.close(resolve));
  await postgres.stop();
  await removeFolder(folder);
});

const status = async (path: string): Promise<number> => (await fetch(service.url + path)).status;

test('the given Postgres is used and nothing is embedded', () => {
  expect(service.greeting).toContain('DATABASE_URL');
  expect(() => process.kill(postgres.pid, 0)).not.toThrow();
});

test('a database that stops and starts again costs answers meanwhile and nothing else', async () => {
  const before = await postText(service.url, TEXT);
  expect(before.status).toBe(201);
  const { article } = (await before.json()) as { article: { id: string } };

  await postgres.stop();
  const read = await fetch(`${service.url}/v1/statements`);
  expect(read.status).toBe(503);
  expect(read.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(Number(read.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await read.json()).toMatchObject({ status: 503, type: '/problems/unavailable' });
  expect((await postText(service.url, `${TEXT} Again.`)).status).toBe(503);
  expect(await status('/readyz')).toBe(503);
  // Alive, though not ready: a restart would not help, so nobody should be told to restart it.
  expect(await status('/healthz')).toBe(200);

  postgres = await startEmbeddedPostgres({ dataDir: folder });
  await eventually(async () => (await status('/readyz')) === 200);
  expect(await status(`/v1/articles/${article.id}/statements`)).toBe(200);
  expect((await postText(service.url, `${TEXT} Again.`)).status).toBe(201);
});

test('sessions that the server ends, as on a failover, are replaced without a failed request to follow', async () => {
  const { Client } = await import('pg');
  const admin = new Client({ connectionString: postgres.connectionString });
  await admin.connect();
  await admin.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'verbatim'`,
  );
  await admin.end();
  await eventually(async () => (await status('/readyz')) === 200, 2_000);
  for (let i = 0; i < 10; i++) expect(await status('/v1/statements?limit=1')).toBe(200);
});
