// Brings a database to the schema that this version of the service needs, inside the process. It keeps Prisma's own
// records (_prisma_migrations), so that `prisma migrate deploy` elsewhere agrees with it.

import { createHash } from 'node:crypto';

import { Client } from 'pg';

import { translate } from '../failures';
import { runSchemaEngine } from './schemaEngine';
import type { Migration } from './schemaFiles';
import { readMigrationLock, readMigrations, readSchema, readTopics } from './schemaFiles';

const MIGRATION_LOCK = 7_230_042; // not Prisma's own (72707369), which its engine takes while this one is held

/** Applies the migrations that are missing and loads the topics; gives the names of those applied. Safe at any time. */
export async function migrate(connectionString: string): Promise<readonly string[]> {
  const client = new Client({ connectionString, application_name: 'verbatim migrate' });
  // A lost connection also fails the query that waits on it; without a listener it would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    const migrations = await readMigrations();
    // Looked at before the lock and again under it: a start with nothing to do takes some milliseconds.
    let applied: readonly string[] = [];
    if ((await missing(client, migrations)).length > 0) {
      await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
      if ((await missing(client, migrations)).length > 0) {
        await requireUtf8(client);
        applied = await apply(connectionString, migrations);
      }
    }
    await loadTopics(client);
    return applied;
  } catch (error) {
    throw translate(error);
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function apply(
  connectionString: string,
  migrations: readonly Migration[],
): Promise<readonly string[]> {
  const { appliedMigrationNames } = await runSchemaEngine<{ appliedMigrationNames: string[] }>({
    command: 'apply',
    connectionString,
    schema: await readSchema(),
    migrations,
    lockfile: await readMigrationLock(),
  });
  return appliedMigrationNames;
}

interface AppliedMigration {
  readonly name: string;
  readonly checksum: string;
  readonly finished: boolean;
}

async function missing(client: Client, migrations: readonly Migration[]): Promise<Migration[]> {
  const table = await client.query<{ there: boolean }>(
    `SELECT to_regclass('public._prisma_migrations') IS NOT NULL AS there`,
  );
  if (table.rows[0]?.there !== true) {
    await requireEmpty(client);
    return [...migrations];
  }
  const { rows } = await client.query<AppliedMigration>(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
     FROM public._prisma_migrations WHERE rolled_back_at IS NULL`,
  );
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const row of rows) checkApplied(row, known.get(row.name));
  const names = new Set(rows.map((row) => row.name));
  return migrations.filter((migration) => !names.has(migration.name));
}

function checkApplied(row: AppliedMigration, migration: Migration | undefined): void {
  if (!row.finished) {
    throw new Error(
      `Migration ${row.name} was begun and not finished. Look at _prisma_migrations.logs, mend the database, and ` +
        'delete that row (or mark it with `prisma migrate resolve`) before the next start.',
    );
  }
  if (migration === undefined) {
    throw new Error(
      `The database holds migration ${row.name}, which this version does not know: a newer version has used it. ` +
        'Start that version, or give this one a database of its own.',
    );
  }
  if (createHash('sha256').update(migration.sql).digest('hex') !== row.checksum) {
    throw new Error(
      `Migration ${row.name} was changed after it had been applied. Restore the file; changes go into a new migration.`,
    );
  }
}

async function requireEmpty(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class
     WHERE relkind IN ('r', 'p') AND relnamespace = to_regnamespace('public') LIMIT 3`,
  );
  if (rows.length === 0) return;
  throw new Error(
    `The database already holds tables of something else (${rows.map(({ name }) => name).join(', ')}). ` +
      'Give Verbatim a database of its own.',
  );
}

async function requireUtf8(client: Client): Promise<void> {
  const { rows } = await client.query<{ server_encoding: string }>('SHOW server_encoding');
  const encoding = rows[0]?.server_encoding;
  if (encoding !== 'UTF8') {
    throw new Error(
      `The database is encoded in ${encoding}; texts need UTF8. Create it with ENCODING 'UTF8' TEMPLATE template0.`,
    );
  }
}

// At every start rather than in a migration: the file is the one truth, also for src/topics, and may gain topics.
async function loadTopics(client: Client): Promise<void> {
  await client.query(
    `INSERT INTO topic (id, parent_id, depth, label)
     SELECT id, parent_id, depth, label
     FROM jsonb_to_recordset($1) AS new(id text, parent_id text, depth int, label text)
     WHERE NOT EXISTS (
       SELECT FROM topic t
       WHERE t.id = new.id AND (t.parent_id, t.depth, t.label) IS NOT DISTINCT FROM (new.parent_id, new.depth, new.label))
     ORDER BY id
     ON CONFLICT (id) DO UPDATE
       SET parent_id = excluded.parent_id, depth = excluded.depth, label = excluded.label`,
    [JSON.stringify(await readTopics())],
  );
}
