// How fast articles are read, from text to statements, on one and on two threads:
// npm run bench:extract -- [ARTICLES.jsonl] [MODEL_DIR]
// The file holds one JSON object with a `text` a line; by default PolNeAR dev beside the repository.

import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

import { extract } from '../src/extraction';
import { createTagger } from '../src/tagging';
import { loadModel } from '../src/tagging/model';
import { createTokenizer } from '../src/tagging/tokenizer';

interface Share {
  readonly modelDir: string;
  readonly texts: readonly string[];
}

interface Measured {
  /** Milliseconds from nothing to the first answer. */
  readonly warmUp: number;
  readonly wall: number;
  readonly articles: readonly number[];
  readonly statements: number;
  readonly runtime: string;
}

async function readAll({ modelDir, texts }: Share): Promise<Measured> {
  const begin = performance.now();
  const tagger = await createTagger({ modelDir });
  await extract('“It is ready,” said Ana Ruiz.', { tagger });
  const warmUp = performance.now() - begin;
  // The first article also pays for compiled code and the runtime's memory, which a service pays once.
  await extract(texts[0] ?? '', { tagger });
  const articles: number[] = [];
  let statements = 0;
  const start = performance.now();
  for (const text of texts) {
    const from = performance.now();
    statements += (await extract(text, { tagger })).statements.length;
    articles.push(performance.now() - from);
  }
  const wall = performance.now() - start;
  await tagger.close();
  return { warmUp, wall, articles, statements, runtime: tagger.runtime };
}

function inWorker(share: Share): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(__filename, { workerData: share });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

async function measure(
  modelDir: string,
  texts: readonly string[],
  threads: number,
  words: number,
  idle: number,
) {
  const shares = Array.from({ length: threads }, (_, thread) => ({
    modelDir,
    texts: texts.filter((_text, index) => index % threads === thread),
  }));
  let memory = 0;
  const watch = setInterval(() => (memory = Math.max(memory, process.memoryUsage().rss)), 50);
  const before = process.cpuUsage();
  const measured = await Promise.all(shares.map(inWorker));
  const used = process.cpuUsage(before);
  clearInterval(watch);
  const seconds = Math.max(...measured.map(({ wall }) => wall)) / 1000;
  const times = measured.flatMap(({ articles }) => articles);
  return {
    threads,
    runtime: measured[0]?.runtime,
    'articles/s': round(texts.length / seconds),
    // Where others use the machine too, this is the figure that stays; it counts warming up as well.
    'articles/CPU s': round(texts.length / ((used.user + used.system) / 1e6)),
    'tokens/s': Math.round(words / seconds),
    'p50 ms': round(quantile(times, 0.5)),
    'p95 ms': round(quantile(times, 0.95)),
    'warm-up ms': Math.round(Math.max(...measured.map(({ warmUp }) => warmUp))),
    'MB in all': Math.round(memory / 1e6),
    'MB a thread': Math.round((memory - idle) / threads / 1e6),
    statements: measured.reduce((sum, { statements }) => sum + statements, 0),
  };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

async function main(): Promise<void> {
  const [corpus = '../shared/corpora/polnear/dev.jsonl', modelDir = 'models'] =
    process.argv.slice(2);
  const texts = readFileSync(corpus, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => (JSON.parse(line) as { text: string }).text);
  const tokenize = createTokenizer((await loadModel(modelDir)).vocabulary);
  const words = texts.reduce((sum, text) => sum + tokenize(text).count, 0);
  console.log(
    `${texts.length} articles, ${words} tokens (words and marks), ${cpus()[0]?.model ?? 'CPU'}, Node ${process.version}`,
  );
  // What the process takes up before any thread has a model.
  const idle = process.memoryUsage().rss;
  const table = [];
  for (const threads of [1, 2]) table.push(await measure(modelDir, texts, threads, words, idle));
  console.table(table);
}

if (isMainThread) void main();
else void readAll(workerData as Share).then((measured) => parentPort?.postMessage(measured));
