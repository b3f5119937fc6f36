// A question that takes too long is ended by Postgres and answered with advice; nothing is left running.

import { setTimeout as pause } from 'node:timers/promises';

import { Client } from 'pg';

import type { Store } from '../../src/storage';
import { openStore } from '../../src/storage';
import { piece, save } from './articleFixtures';
import { useTestStore } from './testStore';

const db = useTestStore();
let store: Store;
let article: string;
let speaker: string;

beforeAll(async () => {
  const said = piece('Ada Abel said so.', [{ content: 'so', by: 'Ada Abel' }]);
  ({
    article: { id: article },
  } = await save(db.store, said));
  const [one] = await db.store.speakers.called('Ada Abel');
  speaker = one!.id;
  store = await openStore({ connectionString: db.connectionString, readTimeoutMs: 300 });
});

afterAll(() => store.close());

test('within its time', async () => {
  // A lock on the table holds every reader up, as a heavy question would hold itself up.
  const holder = new Client({ connectionString: db.connectionString });
  await holder.connect();
  await holder.query('BEGIN; LOCK TABLE statement IN ACCESS EXCLUSIVE MODE');
  const began = performance.now();
  const questions = [
    () => store.statements.list({ q: 'so' }, '-relevance', { limit: 1, cursor: null }),
    () => store.statements.list({}, '-date', { limit: 1, cursor: null }),
    () => store.statements.count({}, 10),
    () => store.statements.facets({}, ['form']),
  ];
  await Promise.all(
    questions.map((ask) =>
      expect(ask()).rejects.toMatchObject({
        kind: 'unavailable',
        message: expect.stringMatching(/longer than .* Narrow it: by from and to/),
      }),
    ),
  );
  // So is what would have to be counted anew because it is asked for as of a moment.
  const asOf = new Date();
  const first = { limit: 1, cursor: null };
  const then = [
    () => store.articles.list({ asOf }, first),
    () => store.articles.count({ asOf, q: 'so' }),
    () => store.articles.get(article, asOf),
    () => store.speakers.list({ asOf }, first),
    () => store.speakers.get(speaker, asOf),
    () => store.subjects.list({ asOf }, first),
    () => store.topics.list({ asOf }, first),
    () => store.topics.get('01000000', asOf),
    () => store.statements.list({ asOf, q: 'so' }, '-date', first),
  ];
  await Promise.all(
    then.map((ask) => expect(ask()).rejects.toMatchObject({ kind: 'unavailable' })),
  );
  // Advice comes after an answer, which it must not spoil.
  expect(await store.statements.advise({ q: 'so' })).toEqual([]);
  expect(performance.now() - began).toBeLessThan(3_000);
  // What was given up ends a moment later in the server.
  const running = async () => {
    const { rows } = await holder.query(
      `SELECT query FROM pg_stat_activity WHERE datname = current_database() AND state = 'active' AND pid <> pg_backend_pid()`,
    );
    return rows as object[];
  };
  for (let n = 0; n < 40 && (await running()).length > 0; n += 1) await pause(50);
  expect(await running()).toEqual([]);
  await holder.query('ROLLBACK');
  await holder.end();
  // And the store goes on.
  expect(
    (await store.statements.list({ q: 'so' }, '-date', { limit: 1, cursor: null })).items,
  ).toHaveLength(1);
});
