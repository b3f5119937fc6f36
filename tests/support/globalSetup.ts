// Once before all tests: a real Postgres (TEST_DATABASE_URL, else an embedded one in a temporary folder) and in it the
// migrated database that every test file gets a copy of.

import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { escapeIdentifier } from 'pg';

import { migrate, startEmbeddedPostgres } from '../../src/storage';
import { ADMIN_URL, administer, TEMPLATE } from './database';
import { onTeardown } from './globalTeardown';

const FOLDER = 'verbatim-tests-';

// A crash loses nothing that matters here.
const FAST = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

async function globalSetup(): Promise<void> {
  process.env[ADMIN_URL] = process.env.TEST_DATABASE_URL ?? (await startTemporaryPostgres());
  const template = `verbatim_template_${process.pid}`;
  process.env[TEMPLATE] = template;
  await administer(`CREATE DATABASE ${escapeIdentifier(template)} TEMPLATE template0`);
  onTeardown(() =>
    administer(`DROP DATABASE IF EXISTS ${escapeIdentifier(template)} WITH (FORCE)`),
  );
  const url = new URL(process.env[ADMIN_URL]);
  url.pathname = `/${template}`;
  await migrate(url.href);
}

async function startTemporaryPostgres(): Promise<string> {
  await removeLeftOvers();
  const dataDir = await mkdtemp(path.join(tmpdir(), `${FOLDER}${process.pid}-`));
  await chmod(dataDir, 0o755);
  const postgres = await startEmbeddedPostgres({ dataDir, settings: FAST });
  // When jest is interrupted it runs no teardown; an exit handler can only signal.
  process.once('exit', () => endProcess(postgres.pid));
  onTeardown(async () => {
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  });
  return postgres.connectionString;
}

/** Ends servers of runs that were killed, and removes their folders. */
async function removeLeftOvers(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const owner = Number(/^verbatim-tests-(\d+)-/.exec(name)?.[1]);
    if (!Number.isInteger(owner) || isAlive(owner)) continue;
    const dataDir = path.join(tmpdir(), name);
    // Another run may clear the same folder at this moment; what is left will go next time.
    await startEmbeddedPostgres({ dataDir, settings: FAST })
      .then((postgres) => postgres.stop())
      .catch(() => undefined);
    await rm(dataDir, { recursive: true, force: true }).catch(() => undefined);
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function endProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGINT');
  } catch {
    // It has ended already.
  }
}

export = globalSetup;
