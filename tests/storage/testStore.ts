// A store on a database of its own, opened before and dropped after the tests of a file.

import { Client } from 'pg';

import type { Store } from '../../src/storage';
import { openStore } from '../../src/storage';
import type { TestDatabase } from '../support/database';
import { createTestDatabase } from '../support/database';

export interface TestStore {
  readonly store: Store;
  readonly connectionString: string;
  /** Rows of a query, past the store. */
  query<Row extends object>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
}

/** Opens it for all tests of the calling file. */
export function useTestStore(now?: () => Date): TestStore {
  let database: TestDatabase;
  let store: Store;
  let client: Client;
  beforeAll(async () => {
    database = await createTestDatabase();
    const { connectionString } = database;
    store = await openStore({ connectionString, ...(now === undefined ? {} : { now }) });
    client = new Client({ connectionString });
    await client.connect();
  });
  afterAll(async () => {
    await store.close();
    await client.end();
    await database.drop();
  });
  return {
    get store() {
      return store;
    },
    get connectionString() {
      return database.connectionString;
    },
    query: async <Row extends object>(sql: string, values: readonly unknown[] = []) =>
      (await client.query<Row>(sql, [...values])).rows,
  };
}
