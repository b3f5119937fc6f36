// Migration in the process: once, also when several services start together, and refused where it would do harm.

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { Client } from 'pg';

import { migrate, openStore } from '../../src/storage';
import type { TestDatabase } from '../support/database';
import { createEmptyDatabase, createTestDatabase } from '../support/database';

const FOLDER = path.join(__dirname, '../../prisma/migrations');
const names = readdirSync(FOLDER).filter((name) => !name.endsWith('.toml'));

const databases: TestDatabase[] = [];

async function fresh(create = createTestDatabase): Promise<TestDatabase> {
  const database = await create();
  databases.push(database);
  return database;
}

afterAll(() => Promise.all(databases.map((database) => database.drop())));

async function query<Row extends object>(
  { connectionString }: TestDatabase,
  sql: string,
): Promise<Row[]> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

test('an empty database gets all migrations and topics, with the records that Prisma keeps', async () => {
  const database = await fresh(createEmptyDatabase);
  expect(await migrate(database.connectionString)).toEqual(names);
  const rows = await query<{ migration_name: string; checksum: string; done: boolean }>(
    database,
    'SELECT migration_name, checksum, finished_at IS NOT NULL AS done FROM _prisma_migrations ORDER BY 1',
  );
  const expected = names.map((name) => {
    const sql = readFileSync(path.join(FOLDER, name, 'migration.sql'));
    return {
      migration_name: name,
      checksum: createHash('sha256').update(sql).digest('hex'),
      done: true,
    };
  });
  expect(rows).toEqual(expected);
  const store = await openStore({ connectionString: database.connectionString });
  expect(await store.topics.count({})).toBe(1160);
  await store.close();
});

test('with nothing to do it takes moments and changes nothing', async () => {
  const database = await fresh();
  const started = performance.now();
  expect(await migrate(database.connectionString)).toEqual([]);
  expect(performance.now() - started).toBeLessThan(1000);
});

test('four services that start at once migrate once', async () => {
  const database = await fresh(createEmptyDatabase);
  const applied = await Promise.all(
    Array.from({ length: 4 }, () => migrate(database.connectionString)),
  );
  expect(applied.flat()).toEqual(names);
  expect(await query(database, 'SELECT id FROM _prisma_migrations')).toHaveLength(names.length);
});

test('labels that a new version changes are brought up to date', async () => {
  const database = await fresh();
  await query(database, `UPDATE topic SET label = 'Old words' WHERE id = '20000011'`);
  await migrate(database.connectionString);
  const rows = await query(database, `SELECT label FROM topic WHERE id = '20000011'`);
  expect(rows).toEqual([{ label: 'Fashion' }]);
});

test.each([
  [
    'of a newer version',
    `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count) VALUES ('x', 'x', '29990101000000_later', now(), 1)`,
    /newer version/,
  ],
  [
    'with a migration that broke off',
    'UPDATE _prisma_migrations SET finished_at = NULL',
    /not finished/,
  ],
  [
    'with a migration that was edited since',
    `UPDATE _prisma_migrations SET checksum = 'other'`,
    /was changed/,
  ],
])('a database %s is refused', async (_title, sql, message) => {
  const database = await fresh();
  await query(database, sql);
  await expect(migrate(database.connectionString)).rejects.toThrow(message);
});

test('a migration that fails is reported and leaves no half of itself', async () => {
  const database = await fresh(createEmptyDatabase);
  await query(
    database,
    `CREATE FUNCTION fold_name(name text) RETURNS text LANGUAGE sql RETURN name`,
  );
  await expect(migrate(database.connectionString)).rejects.toThrow(/fold_name.*already exists/s);
  const tables = await query(
    database,
    `SELECT relname FROM pg_class WHERE relname IN ('article', 'span')`,
  );
  expect(tables).toEqual([]);
});

test('the tables of another service are left alone', async () => {
  const database = await fresh(createEmptyDatabase);
  await query(database, 'CREATE TABLE invoices (id int)');
  await expect(migrate(database.connectionString)).rejects.toThrow(/something else \(invoices\)/);
});

test('a database that is not there is unavailable, with the cause', async () => {
  const url = 'postgresql://nobody:x@127.0.0.1:1/none';
  await expect(migrate(url)).rejects.toMatchObject({ kind: 'unavailable' });
  await expect(openStore({ connectionString: url })).rejects.toMatchObject({ kind: 'unavailable' });
});
