// The Dockerfile and compose.yaml, as far as they can be checked without a container engine.

import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { parse } from 'yaml';

interface Compose {
  readonly services: Record<
    string,
    {
      readonly image?: string;
      readonly environment: Record<string, string>;
      readonly volumes?: readonly string[];
      readonly healthcheck?: { readonly test: readonly string[] };
      readonly depends_on?: Record<string, { readonly condition: string }>;
    }
  >;
  readonly volumes: Record<string, unknown>;
}

const root = resolve(__dirname, '../..');
const read = (name: string): string => readFileSync(resolve(root, name), 'utf8');
const instructions = read('Dockerfile')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));
const stages = read('Dockerfile')
  .split(/^FROM /m)
  .slice(1);

/** The sources that are copied from the build context, not from another stage. */
const copied = instructions
  .filter((line) => line.startsWith('COPY ') && !line.includes('--from='))
  .flatMap((line) => line.split(/\s+/).slice(1, -1));

test('everything that the Dockerfile copies exists and passes .dockerignore', () => {
  const letIn = read('.dockerignore')
    .split('\n')
    .filter((line) => line.startsWith('!'))
    .map((line) => line.slice(1));
  expect(copied.length).toBeGreaterThan(8);
  expect(copied.filter((path) => !existsSync(resolve(root, path)))).toEqual([]);
  expect(copied.filter((path) => !letIn.includes(path.split('/')[0] ?? path))).toEqual([]);
});

test('the image has production dependencies only, runs no install script and not as root', () => {
  const production = stages.at(-1) ?? '';
  expect(production).toContain('npm ci --omit=dev --omit=optional --ignore-scripts');
  expect(production.indexOf('USER node')).toBeGreaterThan(production.lastIndexOf('COPY'));
  expect(production).toContain('HEALTHCHECK');
  expect(production).toMatch(/CMD \["node", .*"dist\/main\.js"\]/);
});

test('the image holds the weights of the learned engine', () => {
  expect(stages.at(-1)).toMatch(/^COPY models models$/m);
});

test('both stages run a Node that package.json supports', () => {
  const versions = stages.map((stage) => Number(/^node:(\d+)-slim/.exec(stage)?.[1]));
  expect(versions).toHaveLength(2);
  for (const version of versions) expect(version).toBeGreaterThanOrEqual(20);
});

test('the health check is valid JavaScript', () => {
  const command = /HEALTHCHECK .* CMD (\[.*\])$/m.exec(read('Dockerfile'))?.[1] ?? '[]';
  const [, , script = '('] = JSON.parse(command) as string[];
  expect(() => new Function(script)).not.toThrow();
});

test('compose starts the service once its Postgres 18, kept in a volume, is healthy', () => {
  const { services, volumes } = parse(read('compose.yaml')) as Compose;
  const { verbatim, postgres } = services;
  expect(verbatim?.depends_on?.['postgres']?.condition).toBe('service_healthy');
  expect(verbatim?.environment['DATABASE_URL']).toMatch(/^postgresql:.*@postgres:5432\/verbatim$/);
  expect(postgres?.image).toBe('postgres:18');
  expect(postgres?.healthcheck?.test.join(' ')).toContain('pg_isready');
  const volume = postgres?.volumes?.[0]?.split(':')[0] ?? '';
  expect(Object.keys(volumes)).toContain(volume);
});

test('compose sets only variables that the service knows', () => {
  const { services } = parse(read('compose.yaml')) as Compose;
  const known = new Set(
    [...read('src/config.ts').matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map((m) => m[1]),
  );
  const set = Object.keys(services['verbatim']?.environment ?? {});
  expect(set.filter((name) => !known.has(name))).toEqual([]);
});
