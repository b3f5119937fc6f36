// Settings: defaults, and errors that name the variable and say what it may be.

import { resolve } from 'node:path';

import { readConfig } from '../src/config';

test('needs nothing: every setting has a default', () => {
  expect(readConfig({})).toMatchObject({
    port: 8080,
    host: '127.0.0.1',
    databaseUrl: null,
    dataDir: resolve('.data'),
    seeds: true,
    maxBodyBytes: 2_097_152,
    trustProxy: null,
    corsOrigins: ['*'],
  });
  expect(readConfig({}).workerThreads).toBeGreaterThanOrEqual(1);
});

test('an empty variable counts as one that is not set', () => {
  expect(readConfig({ PORT: '', DATABASE_URL: ' ', LOG_LEVEL: '' })).toEqual(readConfig({}));
});

test.each([
  ['a free port', { PORT: '0' }, { port: 0 }],
  ['an IPv6 address', { HOST: '::' }, { host: '::' }],
  ['no seeds', { SEEDS: 'off' }, { seeds: false }],
  [
    'a Postgres',
    { DATABASE_URL: 'postgresql://u:p@db:5432/v' },
    { databaseUrl: 'postgresql://u:p@db:5432/v' },
  ],
  [
    'a Postgres behind a socket',
    { DATABASE_URL: 'postgres:///v?host=/tmp' },
    { databaseUrl: 'postgres:///v?host=/tmp' },
  ],
  ['a number of proxies', { TRUST_PROXY: '1' }, { trustProxy: 1 }],
  ['named proxies', { TRUST_PROXY: '10.0.0.0/8, ::1' }, { trustProxy: ['10.0.0.0/8', '::1'] }],
  [
    'web origins',
    { CORS_ORIGINS: 'https://a.example, http://b.example:81' },
    { corsOrigins: ['https://a.example', 'http://b.example:81'] },
  ],
])('takes %s', (_title, env, expected) => {
  expect(readConfig(env)).toMatchObject(expected);
});

test.each([
  [{ PORT: 'http' }, 'PORT must be a whole number from 0 to 65535'],
  [{ PORT: '65536' }, 'PORT must be a whole number from 0 to 65535'],
  [{ PORT: '-1' }, 'PORT must be a whole number from 0 to 65535'],
  [{ DATABASE_URL: 'mysql://db/v' }, 'DATABASE_URL must look like postgresql://'],
  [{ DATABASE_URL: 'localhost' }, 'DATABASE_URL must look like postgresql://'],
  [{ SEEDS: 'no' }, 'SEEDS must be on or off'],
  [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be one of trace, debug, info'],
  [{ MAX_BODY_BYTES: '2MB' }, 'MAX_BODY_BYTES must be a whole number from 1024 to 67108864'],
  [{ WORKER_THREADS: '0' }, 'WORKER_THREADS must be a whole number from 1 to 64'],
  [{ TRUST_PROXY: 'yes please' }, 'TRUST_PROXY must be a number of proxies or'],
  [{ CORS_ORIGINS: 'desk.example' }, 'CORS_ORIGINS must be * or a comma-separated list of origins'],
  [{ CORS_ORIGINS: 'https://desk.example/page' }, 'CORS_ORIGINS must be *'],
])('refuses %j', (env, message) => {
  expect(() => readConfig(env)).toThrow(message);
});

test('names all settings that are wrong, not only the first, and never their values', () => {
  const read = () => readConfig({ PORT: 'x', SEEDS: 'y', DATABASE_URL: 'mysql://u:secret@db/v' });
  expect(read).toThrow(/PORT .*\n.*DATABASE_URL .*\n.*SEEDS /);
  expect(read).not.toThrow('secret');
});
