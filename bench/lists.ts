// How fast the three lists answer, by speaker, topic and article, on the first page and on one deep inside:
//   npm run bench:lists -- [STATEMENTS …]      (default 100000 1000000; the larger takes some minutes to generate)
// Beside each stands a bare Express and pg handler that sends the same rows, asked in turn in the same run, so that the
// ratio holds on any machine.

import { Agent, get } from 'node:http';

import { Client } from 'pg';

import { generateStatements } from './data/generate';
import { type Running, startProgram, storage, temporaryFolder } from './processes';

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

/** Asks both in turn, each question in the same order, so that a slow moment of the machine hits both. */
async function compare(
  service: Running,
  bare: Running,
  questions: readonly Question[],
): Promise<{ service: Times; bare: Times }> {
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < ROUNDS + WARM_UP; round++) {
    const { filter, cursor } = questions[round % questions.length] as Question;
    const rest = `${filter}&limit=${LIMIT}${cursor === null ? '' : `&cursor=${cursor}`}`;
    const a = await ask(`${service.url}/v1/statements?${rest}`);
    const b = await ask(`${bare.url}/statements?${rest}`);
    if (round < WARM_UP) continue;
    ours.push(a.ms);
    theirs.push(b.ms);
  }
  return { service: timesOf(ours), bare: timesOf(theirs) };
}

async function measure(connectionString: string, count: number): Promise<Map<string, Times>> {
  const began = performance.now();
  await storage.migrate(connectionString);
  const data = await generateStatements(connectionString, count);
  console.log(
    `\n${count} statements (generated in ${((performance.now() - began) / 1000).toFixed(0)} s), pages of ${LIMIT}, ` +
      `${ROUNDS} requests each`,
  );
  const env = { DATABASE_URL: connectionString };
  const service = await startProgram('dist/main.js', env);
  const bare = await startProgram('.data/bench/bench/bareServer.js', env);
  const table: Record<string, Record<string, number>> = {};
  const found = new Map<string, Times>();
  try {
    const filters = {
      speaker: data.speakers.map((id) => `speaker=${id}`),
      topic: data.topics.map((id) => `topic=${id}`),
      article: data.articles.map((id) => `article=${id}&sort=position`),
    };
    for (const [route, all] of Object.entries(filters)) {
      const first = all.map((filter) => ({ filter, cursor: null }));
      const deep: Question[] = [];
      for (const filter of all.slice(0, 10))
        deep.push(await deepQuestion(service.url, filter, DEEP));
      for (const [page, questions] of Object.entries({ first, deep })) {
        const times = await compare(service, bare, questions);
        found.set(`${route}, ${page}`, times.service);
        table[`${route}, ${page}`] = {
          'service p50': round(times.service.p50),
          'bare p50': round(times.bare.p50),
          'ratio p50': round(times.service.p50 / times.bare.p50),
          'service p95': round(times.service.p95),
          'bare p95': round(times.bare.p95),
        };
      }
    }
  } finally {
    await service.stop();
    await bare.stop();
  }
  console.table(table);
  return found;
}

const round = (value: number): number => Math.round(value * 100) / 100;

async function main(): Promise<void> {
  const asked = process.argv.slice(2).map(Number);
  const counts = asked.length > 0 ? asked : [100_000, 1_000_000];
  const folder = temporaryFolder();
  const postgres = await storage.startEmbeddedPostgres({ dataDir: folder.path });
  try {
    const all: Map<string, Times>[] = [];
    for (const count of counts) {
      const admin = new Client({ connectionString: postgres.connectionString });
      await admin.connect();
      await admin.query(`CREATE DATABASE lists_${count}`);
      await admin.end();
      const url = new URL(postgres.connectionString);
      url.pathname = `/lists_${count}`;
      all.push(await measure(url.href, count));
    }
    const [smallest, largest] = [all[0], all.at(-1)];
    if (smallest !== undefined && largest !== undefined && smallest !== largest) {
      console.log(`\np95 at ${counts.at(-1)} over p95 at ${counts[0]}`);
      console.table(
        Object.fromEntries(
          [...largest].map(([route, { p50, p95 }]) => [
            route,
            {
              p50: round(p50 / (smallest.get(route)?.p50 ?? NaN)),
              p95: round(p95 / (smallest.get(route)?.p95 ?? NaN)),
            },
          ]),
        ),
      );
    }
  } finally {
    await postgres.stop();
    folder.remove();
  }
}

void main();
