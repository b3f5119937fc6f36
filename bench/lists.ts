// How fast the three lists answer, by speaker, topic and article, on the first page and on one deep inside:
//   npm run bench:lists -- [--store DIR] [STATEMENTS …]      (default 100000 1000000; the larger takes some minutes to generate)
// Beside each stands a bare Express and pg handler that sends the same rows, asked in turn in the same run, so that the
// ratio holds on any machine.

import { Agent, get } from 'node:http';

import type { BenchStore } from './data/stores';
import { openStores } from './data/stores';
import { type Running, startProgram } from './processes';

const LIMIT = 20;
const ROUNDS = 600;
const WARM_UP = 60;
const DEEP = 50;

const agent = new Agent({ keepAlive: true, maxSockets: 1 });

/** Milliseconds from the question to the last byte of the answer, and the answer. */
function ask(url: string): Promise<{ ms: number; body: string }> {
  const asked = performance.now();
  return new Promise((resolve, reject) => {
    get(url, { agent }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => {
        const body = Buffer.concat(chunks).toString();
        if (answer.statusCode === 200) resolve({ ms: performance.now() - asked, body });
        else reject(new Error(`${url} answered ${answer.statusCode}: ${body}`));
      });
    }).on('error', reject);
  });
}

interface Question {
  readonly filter: string;
  readonly cursor: string | null;
}

/** The page that lies `pages` behind the first, or as deep as there are any. */
async function deepQuestion(service: string, filter: string, pages: number): Promise<Question> {
  let cursor: string | null = null;
  for (let page = 0; page < pages; page++) {
    const at: string = cursor === null ? '' : `&cursor=${cursor}`;
    const { body } = await ask(`${service}/v1/statements?${filter}&limit=${LIMIT}${at}`);
    const next = (JSON.parse(body) as { nextCursor: string | null }).nextCursor;
    if (next === null) break;
    cursor = next;
  }
  return { filter, cursor };
}

const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor(share * (values.length - 1))] ?? 0;

interface Times {
  readonly p50: number;
  readonly p95: number;
}
const timesOf = (values: readonly number[]): Times => {
  return { p50: quantile(values, 0.5), p95: quantile(values, 0.95) };
};

/** A store of one size with both programs on it, and what there is to ask. */
interface Contestant {
  readonly count: number;
  readonly service: Running;
  readonly bare: Running;
  /** Questions by list and page: "speaker, first", … */
  readonly questions: ReadonlyMap<string, readonly Question[]>;
}

async function prepare({ connectionString, data }: BenchStore, count: number): Promise<Contestant> {
  const env = { DATABASE_URL: connectionString };
  const service = await startProgram('dist/main.js', env);
  const bare = await startProgram('.data/bench/bench/bareServer.js', env);
  const filters = {
    speaker: data.speakers.map((id) => `speaker=${id}`),
    topic: data.topics.map((id) => `topic=${id}`),
    article: data.articles.map((id) => `article=${id}&sort=position`),
  };
  const questions = new Map<string, readonly Question[]>();
  for (const [list, all] of Object.entries(filters)) {
    const first = all.map((filter) => ({ filter, cursor: null }));
    const deep: Question[] = [];
    for (const filter of all.slice(0, 10)) deep.push(await deepQuestion(service.url, filter, DEEP));
    questions.set(`${list}, first`, first).set(`${list}, deep`, deep);
  }
  return { count, service, bare, questions };
}

/**
 * Asks everyone in turn, round after round, so that a slow moment of the machine hits all alike: what counts are the
 * ratios, between the programs and between the sizes.
 */
async function compare(
  contestants: readonly Contestant[],
  page: string,
): Promise<{ service: Times; bare: Times }[]> {
  const times = contestants.map(() => ({ service: [] as number[], bare: [] as number[] }));
  for (let round = 0; round < ROUNDS + WARM_UP; round++) {
    for (const [i, { service, bare, questions }] of contestants.entries()) {
      const all = questions.get(page) ?? [];
      const { filter, cursor } = all[round % all.length] as Question;
      const rest = `${filter}&limit=${LIMIT}${cursor === null ? '' : `&cursor=${cursor}`}`;
      const ours = await ask(`${service.url}/v1/statements?${rest}`);
      const theirs = await ask(`${bare.url}/statements?${rest}`);
      if (round < WARM_UP) continue;
      times[i]?.service.push(ours.ms);
      times[i]?.bare.push(theirs.ms);
    }
  }
  return times.map(({ service, bare }) => ({ service: timesOf(service), bare: timesOf(bare) }));
}

const round = (value: number): number => Math.round(value * 100) / 100;

async function main(): Promise<void> {
  const stores = await openStores(process.argv.slice(2));
  const asked = stores.rest.map(Number);
  const contestants: Contestant[] = [];
  try {
    for (const count of asked.length > 0 ? asked : [100_000, 1_000_000]) {
      contestants.push(await prepare(await stores.open(count), count));
    }
    await report(contestants);
  } finally {
    for (const { service, bare } of contestants) {
      await service.stop();
      await bare.stop();
    }
    await stores.close();
  }
}

async function report(contestants: readonly Contestant[]): Promise<void> {
  console.log(`Pages of ${LIMIT}, milliseconds, ${ROUNDS} requests each`);
  const rows: Record<string, Record<string, number>> = {};
  for (const page of contestants[0]?.questions.keys() ?? []) {
    const times = await compare(contestants, page);
    for (const [i, { service, bare }] of times.entries()) {
      const smallest = times[0];
      rows[`${page}, ${contestants[i]?.count}`] = {
        'service p50': round(service.p50),
        'bare p50': round(bare.p50),
        'p50 over bare': round(service.p50 / bare.p50),
        'service p95': round(service.p95),
        'bare p95': round(bare.p95),
        [`p95 over ${contestants[0]?.count}`]: round(service.p95 / (smallest?.service.p95 ?? NaN)),
      };
    }
  }
  console.table(rows);
}

void main();
