// The database goes away under the store and comes back: clear failures meanwhile, no restart afterwards.

import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { Client } from 'pg';

import type { EmbeddedPostgres, Store } from '../../src/storage';
import { migrate, openStore, startEmbeddedPostgres } from '../../src/storage';
import { piece, save } from './articleFixtures';

let dataDir: string;
let postgres: EmbeddedPostgres;
let store: Store;

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'verbatim-outage-'));
  await chmod(dataDir, 0o755);
  postgres = await startEmbeddedPostgres({ dataDir });
  await migrate(postgres.connectionString);
  store = await openStore({ connectionString: postgres.connectionString });
});

afterAll(async () => {
  await store.close();
  await postgres.stop();
  await rm(dataDir, { recursive: true, force: true });
});

const said = (what: string) =>
  piece(`Ann Lee said ${what}.`, [{ content: what, by: 'Ann Lee' }], {
    draft: { url: `https://example.org/${what}` },
  });

const operations = (): Record<string, () => Promise<unknown>> => ({
  ping: () => store.ping(),
  save: () => save(store, said('meanwhile')),
  findUnchanged: () => store.articles.findUnchanged(said('before').draft),
  'article by id': () => store.articles.get('00000000-0000-7000-8000-000000000000'),
  'article text': () => store.articles.text('00000000-0000-7000-8000-000000000000'),
  remove: () => store.articles.remove('00000000-0000-7000-8000-000000000000'),
  statements: () => store.statements.list({}, '-date', { limit: 5, cursor: null }),
  speakers: () => store.speakers.list({}, { limit: 5, cursor: null }),
  topics: () => store.topics.list({}, { limit: 5, cursor: null }),
  'a key': () => store.keys.verify(`vb_${'A'.repeat(43)}`),
  'an idempotency key': () => store.articles.findByIdempotencyKey({ key: 'k', requestHash: 'h' }),
  counts: () => store.counts(),
});

test('sessions that the server ends are replaced', async () => {
  await save(store, said('before'));
  for (let round = 0; round < 3; round++) {
    await Promise.all(Array.from({ length: 8 }, () => store.counts()));
    const client = new Client({ connectionString: postgres.connectionString });
    await client.connect();
    await client.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'verbatim'`,
    );
    await client.end();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect((await store.counts()).articles).toBe(1);
  }
});

test('sessions that end in the middle of a transaction fail it as unavailable, whole', async () => {
  const client = new Client({ connectionString: postgres.connectionString });
  await client.connect();
  // Holds what a save needs at its end, so that it is surely under way when its session ends.
  await client.query('BEGIN; LOCK TABLE article_speaker IN ACCESS EXCLUSIVE MODE');
  const saving = expect(save(store, said('broken off'))).rejects.toMatchObject({
    kind: 'unavailable',
  });
  await new Promise((resolve) => setTimeout(resolve, 300));
  await client.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'verbatim'`,
  );
  await saving;
  await client.query('ROLLBACK');
  await client.end();
  expect(await store.articles.findUnchanged(said('broken off').draft)).toBeNull();
  expect(await save(store, said('broken off'))).toMatchObject({ outcome: 'created' });
});

test('while the server is down everything is unavailable; when it is back everything works', async () => {
  const { port } = postgres;
  await postgres.stop();
  for (const [name, operation] of Object.entries(operations())) {
    await expect(
      operation().catch((error: { kind?: string }) => [name, error.kind]),
    ).resolves.toEqual([name, 'unavailable']);
  }
  postgres = await startEmbeddedPostgres({ dataDir, port });
  expect(await store.ping()).toBeUndefined();
  expect(await store.counts()).toMatchObject({ articles: 2 });
  expect(await save(store, said('afterwards'))).toMatchObject({ outcome: 'created' });
  expect(await store.keys.list()).toEqual([]);
});
