// Starting and stopping the service, as a person or a supervisor does: what it says, what it leaves behind.

import { execFileSync } from 'node:child_process';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';

import { verbatim } from '../cli/verbatim';
import type { Service } from './service';
import {
  eventually,
  postText,
  processesOn,
  removeFolder,
  runService,
  startService,
  temporaryFolder,
} from './service';

jest.setTimeout(60_000);

let folder: string;
beforeAll(() => {
  folder = temporaryFolder();
});
afterAll(() => removeFolder(folder));

const getJson = async (url: string): Promise<Record<string, unknown>> => {
  const response = await fetch(url);
  expect(response.status).toBe(200);
  return (await response.json()) as Record<string, unknown>;
};

describe('the first start', () => {
  let service: Service;
  beforeAll(async () => {
    service = await startService({ DATA_DIR: folder, SEEDS: 'on' });
  });

  test('takes all that the contract lets a query hold, in any script', async () => {
    const long = (length: number): string => '語'.repeat(length);
    const query = new URLSearchParams({
      title: long(1000),
      byline: long(500),
      publication: long(200),
      url: `https://sample.example/${long(150)}`,
    });
    expect(query.toString().length).toBeGreaterThan(16_384);
    const response = await fetch(`${service.url}/v1/extractions?${query.toString()}`, {
      method: 'POST',
      headers: { 'Content-Type': 'text/plain' },
      body: 'The bridge is safe, Ana Terrell said.',
    });
    expect(await response.json()).toMatchObject({ article: { title: long(1000) } });
  });

  test('says where it listens and what it has loaded', () => {
    expect(service.greeting).toMatch(/^Verbatim \d+\.\d+\.\d+ is ready\.$/m);
    expect(service.greeting).toMatch(/loaded +1\d articles, \d+ statements, \d+ speakers/);
    expect(service.greeting).toContain('/docs');
  });

  test('suggests a first request that works as it stands', () => {
    const curl = /curl '([^']+)'$/m.exec(service.greeting);
    const answer = execFileSync('curl', ['--silent', '--fail', curl?.[1] ?? ''], {
      encoding: 'utf8',
    });
    const { items } = JSON.parse(answer) as { items: unknown[] };
    expect(items.length).toBeGreaterThan(0);
  });

  test('a second service on the same folder says so and stops; the first goes on', async () => {
    const second = await runService({ DATA_DIR: folder });
    expect(second.code).toBe(1);
    expect(second.stderr).toContain('is in use by another Verbatim');
    expect(second.stderr).toContain(`pid ${service.pid}`);
    await getJson(`${service.url}/readyz`);
  });

  test('the terminal program works beside it, on the same store', async () => {
    const { code, stdout } = await verbatim(['keys', 'create', 'beside'], {
      env: { DATA_DIR: folder },
    });
    expect(code).toBe(0);
    const refused = await fetch(`${service.url}/v1/extractions`, {
      method: 'POST',
      headers: { authorization: 'Bearer wrong', 'content-type': 'text/plain' },
      body: 'He said it rained.',
    });
    expect(refused.status).toBe(401);
    const taken = await fetch(`${service.url}/v1/extractions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${stdout.trim()}`, 'content-type': 'text/plain' },
      body: 'The mayor, Ana Ruiz, said that it rained all day on Monday.',
    });
    expect(taken.status).toBe(200);
  });

  test('Ctrl-C ends it with exit code 0 and leaves no process', async () => {
    const { code, stderr } = await service.end('SIGINT');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(processesOn(folder)).toEqual([]);
  });
});

test('the next start finds everything and loads the samples no second time', async () => {
  const service = await startService({ DATA_DIR: folder, SEEDS: 'on' });
  const { total } = await getJson(`${service.url}/v1/articles?total=true`);
  expect(service.greeting).toContain(`loaded    ${String(total)} articles`);
  await service.end('SIGTERM');
});

test('after kill -9 the next start takes over the Postgres that was left running', async () => {
  const first = await startService({ DATA_DIR: folder });
  await first.end('SIGKILL');
  const orphans = processesOn(folder);
  expect(orphans.length).toBeGreaterThan(0);
  const second = await startService({ DATA_DIR: folder });
  expect(processesOn(folder)).toEqual(orphans);
  const { code } = await second.end('SIGTERM');
  expect(code).toBe(0);
  expect(processesOn(folder)).toEqual([]);
});

test('after kill -9 of Postgres too, its stale lock file does not keep the next start from working', async () => {
  const first = await startService({ DATA_DIR: folder });
  await first.end('SIGKILL');
  for (const pid of processesOn(folder)) process.kill(pid, 'SIGKILL');
  await eventually(() => processesOn(folder).length === 0);
  const second = await startService({ DATA_DIR: folder });
  await getJson(`${second.url}/v1/statements?limit=1`);
  await second.end('SIGTERM');
});

test('a signal during the start ends it, and nothing is left running', async () => {
  const fresh = temporaryFolder();
  const starting = startService({ DATA_DIR: fresh, SEEDS: 'on' }).catch((error: Error) => error);
  await eventually(() => processesOn(fresh).length > 0);
  const node = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' })
    .split('\n')
    .find((line) => line.includes('dist/main.js') && line.includes(` ${process.pid} `));
  process.kill(Number.parseInt(node ?? '', 10), 'SIGINT');
  expect(String(await starting)).toContain('"code":0');
  expect(processesOn(fresh)).toEqual([]);
  await removeFolder(fresh);
});

test('a request under way is answered before a stop', async () => {
  const service = await startService({ DATA_DIR: folder });
  const text = 'The mayor, Ana Ruiz, said on Monday that the bridge would open in May. '.repeat(
    700,
  );
  const answer = postText(service.url, text);
  await new Promise((resolve) => setTimeout(resolve, 150));
  const ended = service.end('SIGTERM');
  expect((await answer).status).toBe(201);
  expect((await ended).code).toBe(0);
});

test('a port that is taken is named, with a way out, before anything is started', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  const { port } = other.address() as AddressInfo;
  const { code, stderr } = await runService({ DATA_DIR: folder, PORT: String(port) });
  other.close();
  expect(code).toBe(1);
  expect(stderr).toContain(`Port ${port} is taken by another program.`);
  expect(stderr).toContain(`PORT=${port + 1}`);
  expect(processesOn(folder)).toEqual([]);
});

test.each([
  [{ PORT: 'http' }, 'PORT must be a whole number'],
  [
    { DATABASE_URL: 'postgresql://nobody@127.0.0.1:9/none' },
    /does not answer \(.*ECONNREFUSED 127\.0\.0\.1:9\)/,
  ],
  [{ DATA_DIR: __filename }, /start\.test\.ts/],
])('%j is refused in a sentence, not with a stack', async (settings, message) => {
  const { code, stderr } = await runService({ DATA_DIR: folder, ...settings });
  expect(code).toBe(1);
  expect(stderr).toMatch(message);
  expect(stderr).not.toMatch(/^\s+at /m);
});
