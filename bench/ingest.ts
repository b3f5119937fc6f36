// How fast articles are taken in through HTTP, everything included: npm run bench:ingest -- [ARTICLES [FILE]]
// The texts are the samples', over and over under new addresses, or those of a file (JSON Lines with a text), where every article
// is new: copies are compared with each other and joined, which real articles seldom ask for. Beside it, the same texts through /v1/extractions: what the
// engine alone takes, with the same HTTP around it and nothing stored.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { startProgram, storage, temporaryFolder } from './processes';

interface Sample {
  readonly text: string;
}

const SEEDS = 'seeds/articles';
const file = process.argv[3];
const samples: readonly Sample[] =
  file === undefined
    ? readdirSync(SEEDS)
        .sort()
        .map((name) => JSON.parse(readFileSync(join(SEEDS, name), 'utf8')) as Sample)
    : readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => ({ text: (JSON.parse(line) as Sample).text }));

/** Posts `count` articles, `parallel` at a time; articles a second, and quantiles of one post in milliseconds. */
async function post(url: string, path: string, count: number, parallel: number) {
  const times: number[] = [];
  let next = 0;
  let statements = 0;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: parallel }, async () => {
      for (let n = next++; n < count; n = next++) {
        const asked = performance.now();
        const answer = await fetch(`${url}${path}`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({
            ...samples[n % samples.length],
            url: `https://bench.example/${parallel}/${n}`,
          }),
        });
        const body = (await answer.json()) as { statements: unknown[] };
        if (!answer.ok) throw new Error(`${path} answered ${answer.status}.`);
        statements += body.statements.length;
        times.push(performance.now() - asked);
      }
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  times.sort((a, b) => a - b);
  const at = (share: number) => Math.round(times[Math.floor(share * (times.length - 1))] ?? 0);
  return { rate: count / seconds, p50: at(0.5), p95: at(0.95), statements };
}

async function main(): Promise<void> {
  const count = Number(process.argv[2] ?? 200);
  const folder = temporaryFolder();
  const postgres = await storage.startEmbeddedPostgres({ dataDir: folder.path });
  const service = await startProgram('dist/main.js', { DATABASE_URL: postgres.connectionString });
  try {
    await post(service.url, '/v1/extractions', samples.length, 1);
    const table: Record<string, Record<string, number>> = {};
    for (const parallel of [1, 4]) {
      const alone = await post(service.url, '/v1/extractions', count, parallel);
      const stored = await post(service.url, '/v1/articles', count, parallel);
      table[`${parallel} at a time`] = {
        'articles/s': Math.round(stored.rate * 10) / 10,
        'p50 ms': stored.p50,
        'p95 ms': stored.p95,
        'extraction alone, articles/s': Math.round(alone.rate * 10) / 10,
        'time over extraction alone': Math.round((100 * alone.rate) / stored.rate) / 100,
        statements: stored.statements,
      };
    }
    console.log(`${count} articles of ${file ?? 'the samples'}, on a Postgres of their own`);
    console.table(table);
  } finally {
    await service.stop();
    await postgres.stop();
    folder.remove();
  }
}

void main();
