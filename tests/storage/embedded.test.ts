// The embedded Postgres: quick to start, safe to kill, and on one data folder one service at a time.

import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { Client } from 'pg';

import type { EmbeddedPostgres } from '../../src/storage';
import { startEmbeddedPostgres } from '../../src/storage';

const folders: string[] = [];
const running: EmbeddedPostgres[] = [];
const services: ChildProcess[] = [];

async function folder(mode = 0o755): Promise<string> {
  const made = await mkdtemp(path.join(tmpdir(), 'verbatim-embedded-'));
  await chmod(made, mode);
  folders.push(made);
  return path.join(made, 'data');
}

async function start(
  dataDir: string,
  log: (line: string) => void = () => undefined,
): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres({ dataDir, log });
  running.push(postgres);
  return postgres;
}

afterEach(async () => {
  for (const service of services.splice(0)) service.kill('SIGKILL');
  for (const postgres of running.splice(0)) await postgres.stop();
});

afterAll(async () => {
  for (const made of folders) await rm(made, { recursive: true, force: true });
});

async function query<Row extends object>(
  { connectionString }: { connectionString: string },
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

/** A service of its own process that starts Postgres on the folder and then only lives. */
async function startService(
  dataDir: string,
): Promise<{ service: ChildProcess; connectionString: string }> {
  const service = spawn(process.execPath, [path.join(__dirname, 'embeddedService.cjs'), dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  services.push(service);
  const [line] = (await once(service.stdout as NodeJS.ReadableStream, 'data')) as [Buffer];
  return { service, ...(JSON.parse(line.toString()) as { connectionString: string }) };
}

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

test('data is there after a stop and a start, and the server is gone in between', async () => {
  const dataDir = await folder();
  const first = await start(dataDir);
  expect(first).toMatchObject({ created: true, adopted: false });
  await query(first, 'CREATE TABLE kept (word text)');
  await query(first, `INSERT INTO kept VALUES ('here')`);
  await first.stop();
  expect(isAlive(first.pid)).toBe(false);
  const second = await start(dataDir);
  expect(second).toMatchObject({ created: false, adopted: false });
  expect(await query(second, 'SELECT word FROM kept')).toEqual([{ word: 'here' }]);
});

test('it listens on the loopback interface only, and asks for the password', async () => {
  const postgres = await start(await folder());
  const [{ listen_addresses: addresses } = { listen_addresses: '' }] = await query<{
    listen_addresses: string;
  }>(postgres, 'SHOW listen_addresses');
  expect(addresses).toBe('127.0.0.1');
  const url = new URL(postgres.connectionString);
  expect(url.password.length).toBeGreaterThanOrEqual(24);
  url.password = 'guess';
  await expect(query({ connectionString: url.href }, 'SELECT 1')).rejects.toThrow(/password/);
});

test('a second service on the folder says so and stops', async () => {
  const dataDir = await folder();
  const first = await start(dataDir);
  await expect(start(dataDir)).rejects.toMatchObject({
    kind: 'conflict',
    message: expect.stringMatching(
      new RegExp(`pid ${process.pid}.*pid ${first.pid} on port ${first.port}`),
    ) as string,
  });
  expect(await query(first, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

test('of three services that start at once on a new folder one wins', async () => {
  const dataDir = await folder();
  const results = await Promise.allSettled([start(dataDir), start(dataDir), start(dataDir)]);
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
  for (const result of results) {
    if (result.status === 'rejected') expect(result.reason).toMatchObject({ kind: 'conflict' });
  }
});

test('after kill -9 of the service its server is taken over, with all data', async () => {
  const dataDir = await folder();
  const { service, connectionString } = await startService(dataDir);
  await query({ connectionString }, 'CREATE TABLE kept AS SELECT 1 AS one');
  await expect(start(dataDir)).rejects.toMatchObject({ kind: 'conflict' });
  service.kill('SIGKILL');
  await once(service, 'exit');
  const lines: string[] = [];
  const second = await start(dataDir, (line) => lines.push(line));
  expect(second.adopted).toBe(true);
  expect(lines.join()).toMatch(/took over/);
  expect(await query(second, 'SELECT one FROM kept')).toEqual([{ one: 1 }]);
  await second.stop();
  await expect(query(second, 'SELECT 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});

test('after kill -9 of service and server the stale lock file is no obstacle', async () => {
  const dataDir = await folder();
  const { service, connectionString } = await startService(dataDir);
  await query({ connectionString }, 'CREATE TABLE kept AS SELECT 1 AS one');
  const lock = path.join(dataDir, 'postgres', 'postmaster.pid');
  const pid = Number((await readFile(lock, 'utf8')).split('\n')[0]);
  service.kill('SIGKILL');
  process.kill(pid, 'SIGKILL');
  await once(service, 'exit');
  const second = await start(dataDir);
  expect(second.adopted).toBe(false);
  expect(await query(second, 'SELECT one FROM kept')).toEqual([{ one: 1 }]);
});

test('a lock file whose process id now belongs to something else is no obstacle', async () => {
  const dataDir = await folder();
  const first = await start(dataDir);
  await first.stop();
  const lock = path.join(dataDir, 'postgres', 'postmaster.pid');
  await writeFile(lock, `${process.pid}\n${dataDir}/postgres\n1\n5432\n\n127.0.0.1\n\nready\n`);
  expect(await start(dataDir)).toMatchObject({ adopted: false });
});

const onLinux = process.platform === 'linux' ? test : test.skip;

onLinux('Ctrl-C reaches the service, not the server', async () => {
  const dataDir = await folder();
  const { service } = await startService(dataDir);
  const lock = path.join(dataDir, 'postgres', 'postmaster.pid');
  const pid = Number((await readFile(lock, 'utf8')).split('\n')[0]);
  const { pgid } = await processGroup(pid);
  expect(pgid).toBe(pid);
  service.kill('SIGKILL');
  await once(service, 'exit');
  await start(dataDir);
});

async function processGroup(pid: number): Promise<{ pgid: number }> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  return { pgid: Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[2]) };
}

test('a folder that only its owner may enter will do', async () => {
  const postgres = await start(await folder(0o700));
  expect(await query(postgres, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

test('what an initialisation that was killed left behind is removed', async () => {
  const dataDir = await folder();
  const first = await start(dataDir);
  await first.stop();
  const abandoned = path.join(dataDir, 'postgres.init-999999999');
  await writeFile(abandoned, '');
  await start(dataDir);
  await expect(readFile(abandoned)).rejects.toMatchObject({ code: 'ENOENT' });
});
