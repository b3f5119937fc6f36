// How fast a quotation is checked, through HTTP, everything included:
//   npm run bench:verify -- [--store DIR] [STATEMENTS …]      (default 100000 1000000; the larger takes some minutes to generate)
// Quotations are those of the generated statements: exact copies, copies with a word dropped, and words that nobody
// said. The draft has 5,000 words with 40 quotations among the samples' prose.

import { readdirSync, readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';

import { Client } from 'pg';

import { clockOf } from './cpu';
import { openStores } from './data/stores';
import { type Running, startProgram } from './processes';

const CHECKS = 300;
const DRAFTS = 10;
const DRAFT_WORDS = 5_000;
const DRAFT_QUOTATIONS = 40;

interface Quotation {
  readonly content: string;
  readonly name: string;
}

interface Answer {
  readonly quotations: readonly { readonly verdict: string }[];
}

async function ask(url: string, body: object): Promise<{ ms: number; verdicts: string[] }> {
  const asked = performance.now();
  const answer = await fetch(`${url}/v1/verify`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  const { quotations } = (await answer.json()) as Answer;
  if (!answer.ok) throw new Error(`/v1/verify answered ${answer.status}.`);
  return { ms: performance.now() - asked, verdicts: quotations.map(({ verdict }) => verdict) };
}

/** Direct statements from all over the store. */
async function quotationsOf(connectionString: string, count: number): Promise<Quotation[]> {
  const client = new Client({ connectionString });
  await client.connect();
  const { rows } = await client.query<Quotation>(
    `SELECT s.content, k.name FROM statement s JOIN statement_speaker l ON l.statement_id = s.id AND l.ordinal = 0
     JOIN speaker k ON k.id = l.speaker_id WHERE s.live AND s.form = 'direct' ORDER BY md5(s.id::text) LIMIT $1`,
    [count],
  );
  await client.end();
  return rows;
}

const KINDS: Record<string, (quotation: Quotation, i: number) => object> = {
  'exact, with speaker': ({ content, name }) => ({ quotation: content, speaker: name }),
  'a word dropped': ({ content }, i) => {
    const words = content.split(' ');
    words.splice(1 + (i % (words.length - 2)), 1);
    return { quotation: words.join(' ') };
  },
  'nobody said it': ({ content }) => ({ quotation: content.split(' ').reverse().join(' ') }),
};

function draftOf(quotations: readonly Quotation[]): string {
  const prose = readdirSync('seeds/articles')
    .sort()
    .flatMap((name) => {
      const { text } = JSON.parse(readFileSync(join('seeds/articles', name), 'utf8')) as {
        text: string;
      };
      return text.split(/\n+/).filter((paragraph) => !/["“”]/.test(paragraph));
    });
  const paragraphs = quotations.map(({ content, name }) => `“${content},” ${name} said.`);
  let words = paragraphs.join(' ').split(/\s+/).length;
  for (let i = 0; words < DRAFT_WORDS; i += 1) {
    const paragraph = prose[i % prose.length] ?? '';
    words += paragraph.split(/\s+/).length;
    paragraphs.splice((i * 2) % paragraphs.length, 0, paragraph);
  }
  return paragraphs.join('\n\n');
}

const quantile = (values: readonly number[], share: number): number =>
  Math.round(
    10 * ([...values].sort((a, b) => a - b)[Math.floor(share * (values.length - 1))] ?? 0),
  ) / 10;

async function measure(
  service: Running,
  client: Client,
  count: number,
  quotations: readonly Quotation[],
) {
  // A first check opens the connections.
  await ask(service.url, { quotation: quotations[0]?.content ?? '' });
  const clock = await clockOf(service, client);
  const timed = async (body: object) => {
    const before = clock();
    const { ms, verdicts } = await ask(service.url, body);
    const after = clock();
    return { ms, work: before === null || after === null ? NaN : after - before, verdicts };
  };
  const rows: Record<string, Record<string, string | number>> = {};
  for (const [kind, probe] of Object.entries(KINDS)) {
    const times: number[] = [];
    const works: number[] = [];
    const verdicts = new Map<string, number>();
    for (const [i, quotation] of quotations.slice(0, CHECKS + 20).entries()) {
      const { ms, work, verdicts: found } = await timed(probe(quotation, i));
      if (i < 20) continue;
      times.push(ms);
      works.push(work);
      for (const one of found) verdicts.set(one, (verdicts.get(one) ?? 0) + 1);
    }
    rows[`${count}: ${kind}`] = {
      'p50 ms': quantile(times, 0.5),
      'p95 ms': quantile(times, 0.95),
      'CPU p95': quantile(works, 0.95),
      verdicts: [...verdicts].map(([verdict, n]) => `${verdict} ${n}`).join(', '),
    };
  }
  const times: number[] = [];
  const works: number[] = [];
  let found = 0;
  for (let i = 0; i < DRAFTS; i += 1) {
    const some = quotations.slice(i * DRAFT_QUOTATIONS, (i + 1) * DRAFT_QUOTATIONS);
    const { ms, work, verdicts } = await timed({ text: draftOf(some) });
    times.push(ms);
    works.push(work);
    found += verdicts.length;
  }
  rows[`${count}: a draft`] = {
    'p50 ms': quantile(times, 0.5),
    'p95 ms': quantile(times, 0.95),
    'CPU p95': quantile(works, 0.95),
    verdicts: `${found / DRAFTS} quotations a draft`,
  };
  return rows;
}

async function main(): Promise<void> {
  const stores = await openStores(process.argv.slice(2));
  const asked = stores.rest.map(Number);
  try {
    for (const count of asked.length > 0 ? asked : [100_000, 1_000_000]) {
      const { connectionString } = await stores.open(count, true);
      const sizes = new Client({ connectionString });
      await sizes.connect();
      const { rows } = await sizes.query<{ prints: string; whole: string }>(
        `SELECT pg_size_pretty(pg_total_relation_size('statement_print') + pg_total_relation_size('revision_print')) AS prints,
           pg_size_pretty(pg_database_size(current_database())) AS whole`,
      );
      console.log(`Prints take ${rows[0]?.prints} of ${rows[0]?.whole}`);
      const quotations = await quotationsOf(connectionString, DRAFTS * DRAFT_QUOTATIONS + CHECKS);
      const service = await startProgram('dist/main.js', { DATABASE_URL: connectionString });
      console.log(`load average of the machine ${loadavg()[0]?.toFixed(1)}`);
      console.table(await measure(service, sizes, count, quotations));
      await service.stop();
      await sizes.end();
    }
  } finally {
    await stores.close();
  }
}

void main();
