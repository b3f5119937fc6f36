// The schema that Prisma knows and the migrations that are applied must say the same.

import { Client } from 'pg';

import { detectDrift } from '../../src/storage';
import type { TestDatabase } from '../support/database';
import { createTestDatabase } from '../support/database';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(() => database.drop());

test('a migrated database is what schema.prisma says', async () => {
  expect(await detectDrift(database.connectionString)).toBe('');
});

test.each([
  ['a missing index', 'DROP INDEX api_key_hash_key', /CREATE UNIQUE INDEX "api_key_hash_key"/],
  [
    'a column that the schema does not know',
    'ALTER TABLE topic ADD COLUMN extra int',
    /DROP COLUMN "extra"/,
  ],
  [
    'another type',
    'ALTER TABLE article ALTER COLUMN language TYPE varchar(5)',
    /"language" SET DATA TYPE TEXT/,
  ],
])('%s is reported', async (_title, sql, expected) => {
  const client = new Client({ connectionString: database.connectionString });
  await client.connect();
  await client.query(sql);
  await client.end();
  expect(await detectDrift(database.connectionString)).toMatch(expected);
});
