// Databases for tests: each is a copy of one that globalSetup.ts has migrated, made in some tens of milliseconds.

import { randomBytes } from 'node:crypto';

import { Client, escapeIdentifier } from 'pg';

export const ADMIN_URL = 'VERBATIM_TEST_ADMIN_URL';
export const TEMPLATE = 'VERBATIM_TEST_TEMPLATE';

export interface TestDatabase {
  readonly connectionString: string;
  /** Ends whatever sessions are left and removes the database. */
  drop(): Promise<void>;
}

/** A migrated database with topics and nothing else, for one test file. */
export function createTestDatabase(): Promise<TestDatabase> {
  return createDatabase(`TEMPLATE ${escapeIdentifier(setting(TEMPLATE))}`);
}

/** A database without any tables, for tests of migration. */
export function createEmptyDatabase(): Promise<TestDatabase> {
  return createDatabase('TEMPLATE template0');
}

async function createDatabase(options: string): Promise<TestDatabase> {
  const name = `verbatim_test_${process.pid}_${randomBytes(4).toString('hex')}`;
  await administer(`CREATE DATABASE ${escapeIdentifier(name)} ${options}`);
  const url = new URL(setting(ADMIN_URL));
  url.pathname = `/${name}`;
  return {
    connectionString: url.href,
    drop: () => administer(`DROP DATABASE IF EXISTS ${escapeIdentifier(name)} WITH (FORCE)`),
  };
}

/** Runs one statement as the owner of the test server. */
export async function administer(sql: string): Promise<void> {
  const client = new Client({ connectionString: setting(ADMIN_URL) });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

function setting(name: string): string {
  const value = process.env[name];
  if (value === undefined) {
    throw new Error(
      `${name} is not set: run tests through jest, whose globalSetup starts Postgres.`,
    );
  }
  return value;
}
