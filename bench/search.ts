// How fast searches answer at a million statements, in every documented kind of question and in combinations at random:
//   npm run bench:search -- [--store DIR] [--only PART] [STATEMENTS]      (default 1000000, which takes a quarter of an hour to
//   generate, and is kept in DIR; with PART only the kinds whose name it is found in, a regular expression)
// Beside each kind stands the plain SQL that asks the same without HTTP: websearch_to_tsquery on the text, everything ranked,
// everything counted. What the service gains by its pairs, traits and bounds shows in the ratio, on any machine.

import { get } from 'node:http';
import { loadavg } from 'node:os';

import { Client } from 'pg';

import type { Clock } from './cpu';
import { clockOf } from './cpu';
import type { Generated } from './data/generate';
import type { BenchStore } from './data/stores';
import { openStores } from './data/stores';
import { type Running, startProgram } from './processes';
import type { Kind } from './questions';
import { kindsOf, wordsOf } from './questions';

const ROUNDS = 100;
const WARM_UP = 10;
/** The plain query is asked this often: it may take seconds. */
const PLAIN_ROUNDS = 10;
/** What 95 of 100 answers must keep within, in milliseconds. */
const BAR = 100;

/** Milliseconds to the last byte, and the status. */
function ask(url: string): Promise<{ ms: number; status: number }> {
  const asked = performance.now();
  return new Promise((resolve, reject) => {
    get(url, (answer) => {
      answer.resume();
      answer.on('end', () =>
        resolve({ ms: performance.now() - asked, status: answer.statusCode ?? 0 }),
      );
    }).on('error', reject);
  });
}

const at = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor(share * (values.length - 1))] ?? NaN;
const round = (value: number): number => Math.round(value * 10) / 10;

async function measure(
  service: Running,
  client: Client,
  { questions, plain = [] }: Kind,
  slow: string[],
) {
  const times: number[] = [];
  const work: number[] = [];
  let clock: Clock = () => null;
  const plainTimes: number[] = [];
  let refused = 0;
  const rounds = Math.max(ROUNDS, questions.length);
  for (let i = 0; i < rounds + WARM_UP; i++) {
    const question = questions[i % questions.length] ?? '';
    const path = question.startsWith('/') ? question : `/v1/statements?${question}`;
    // The warming up has opened the connections.
    if (i === WARM_UP) clock = await clockOf(service, client);
    const before = clock();
    const { ms, status } = await ask(`${service.url}${path}`);
    const after = clock();
    if (status !== 200 && status !== 503) throw new Error(`${path} answered ${status}.`);
    if (i < WARM_UP) continue;
    times.push(ms);
    const taken = before === null || after === null ? NaN : after - before;
    work.push(taken);
    if (!(taken < BAR) && ms > BAR)
      slow.push(`${Math.round(ms)} ms, ${Math.round(taken)} of them work: ${path}`);
    if (status === 503) refused++;
    const rival = plain[i % plain.length];
    if (rival !== undefined && (i - WARM_UP) % (rounds / PLAIN_ROUNDS) === 0) {
      const began = performance.now();
      await client.query(rival.text, [...rival.values]);
      plainTimes.push(performance.now() - began);
    }
  }
  return {
    p50: round(at(times, 0.5)),
    p95: round(at(times, 0.95)),
    max: round(at(times, 1)),
    'CPU p95': round(at(work, 0.95)),
    'CPU max': round(at(work, 1)),
    'given up': refused,
    ...(plainTimes.length === 0
      ? {}
      : { 'plain p50': round(at(plainTimes, 0.5)), 'plain max': round(at(plainTimes, 1)) }),
  };
}

async function main(): Promise<void> {
  const stores = await openStores(process.argv.slice(2));
  const only = stores.rest.indexOf('--only');
  const part = only < 0 ? '' : (stores.rest[only + 1] ?? '');
  const [count = '1000000'] = stores.rest.filter(
    (_, i) => only < 0 || (i !== only && i !== only + 1),
  );
  try {
    await report(await stores.open(Number(count)), part);
  } finally {
    await stores.close();
  }
}

async function report({ connectionString, data }: BenchStore, part: string): Promise<void> {
  const client = new Client({ connectionString, options: '-c jit=off' });
  await client.connect();
  const service = await startProgram('dist/main.js', { DATABASE_URL: connectionString });
  try {
    await tell(service, client, data, part);
  } finally {
    await service.stop();
    await client.end();
  }
}

async function tell(
  service: Running,
  client: Client,
  data: Generated,
  part: string,
): Promise<void> {
  const before = loadavg()[0] ?? 0;
  const table: Record<string, Record<string, number>> = {};
  const slow: string[] = [];
  for (const kind of kindsOf(data, await wordsOf(client))) {
    if (!new RegExp(part).test(kind.name)) continue;
    const measured = await measure(service, client, kind, slow);
    table[kind.name] = measured;
    console.error(
      `${kind.name}: p95 ${measured.p95} ms, slowest ${measured.max} ms, processor time ${measured['CPU p95']} and ${measured['CPU max']} ms`,
    );
  }
  const { rows } = await client.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM statement WHERE live',
  );
  console.log(`${rows[0]?.count} statements, milliseconds; at least ${ROUNDS} requests a line`);
  console.log(
    `load average of the machine ${round(before)} before, ${round(loadavg()[0] ?? 0)} after`,
  );
  console.table(table);
  console.log([`Longer than ${BAR} ms:`, ...slow].join('\n  '));
}

void main();
