// How well the same words are brought together: generated copies with known lineages, and the real near-duplicates among
// news articles, where several outlets print one report. Writes its section of docs/scorecard.md.
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { choices } from './probes.mjs';
import { writeSection } from './scorecardSections.mjs';

const SKIPPED = 77;
/** Articles of the corpus that are read besides those with a near-duplicate. */
const OTHERS = 100;
const GENERATED = 80;

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const require = createRequire(import.meta.url);
const file = resolve(process.env.CORPORA ?? '../shared', 'corpora/polnear/train.jsonl');
if (!existsSync(file)) {
  console.log(`Skipped: ${file} cannot be found.`);
  process.exit(SKIPPED);
}
const { createAnalysisPool, createIngestion } = require('../dist/ingestion');
const { migrate, openStore, startEmbeddedPostgres } = require('../dist/storage');
const { allPrints } = require('../dist/verification/prints');
const { isTelling, readWords } = require('../dist/verification/words');

const articles = readFileSync(file, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line));
const folder = mkdtempSync(join(tmpdir(), 'verbatim-eval-lineage-'));
chmodSync(folder, 0o755);
const postgres = await startEmbeddedPostgres({ dataDir: folder });
const pool = createAnalysisPool({
  workerFile: resolve('dist/ingestion/worker.js'),
  modelDir: resolve('models'),
  threads: 2,
});
try {
  await migrate(postgres.connectionString);
  const store = await openStore({ connectionString: postgres.connectionString });
  const generated = await measureGenerated(store);
  const { items } = await store.articles.list({}, { limit: 100, cursor: null });
  for (const { id } of items) await store.articles.remove(id);
  const real = await measureReal(store);
  await store.close();
  console.log(JSON.stringify({ generated, real }, null, 1));
  await writeSection('lineage', section(generated, real));
} finally {
  await pool.close();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}

function submission({ url, publication, date, title, text }) {
  return {
    ...{ format: 'text', html: null, byline: null, language: 'en' },
    ...{ url, publication, title, text, publishedAt: new Date(date) },
  };
}

/** Pairs of statements of different articles: in one lineage, and meant to be. */
function compare(found, wanted) {
  const right = [...found].filter((pair) => wanted.has(pair)).length;
  return {
    pairs: wanted.size,
    found: found.size,
    precision: found.size === 0 ? 100 : Math.round((1000 * right) / found.size) / 10,
    recall: wanted.size === 0 ? 100 : Math.round((1000 * right) / wanted.size) / 10,
  };
}

/** The corpus does not say who spoke; every quotation gets a speaker of its own. */
function nameOf(i) {
  const first = ['Ada', 'Ben', 'Cleo', 'Dan', 'Eva', 'Finn', 'Gita', 'Hugo', 'Ines'];
  const last = ['Abel', 'Borg', 'Costa', 'Dahl', 'Holm', 'Grey', 'Lund', 'Novak', 'Pell'];
  return `${first[i % 9]} ${last[Math.floor(i / 9) % 9]}`;
}

function pairKey(a, b) {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

async function foundPairs(store, statements) {
  const lineages = new Map();
  for (const { id } of statements) {
    const { id: lineage, occurrences } = await store.lineages.ofStatement(id);
    if (lineage === null) continue;
    lineages.set(
      lineage,
      occurrences.map(({ statement }) => ({ id: statement.id, article: statement.article.id })),
    );
  }
  const pairs = new Set();
  for (const members of lineages.values())
    for (const a of members)
      for (const b of members)
        if (a.id < b.id && a.article !== b.article) pairs.add(pairKey(a.id, b.id));
  return pairs;
}

async function allStatements(store) {
  const all = [];
  let cursor = null;
  do {
    const page = await store.statements.list({}, 'date', { limit: 100, cursor });
    for (const { id, content, article, speakers } of page.items) {
      const keys = content.flatMap(({ exact }) => readWords(exact).map(({ key }) => key));
      all.push({
        id,
        article: article.id,
        url: article.url,
        keys,
        speakers: speakers.map((one) => one.id),
      });
    }
    cursor = page.nextCursor;
  } while (cursor !== null);
  return all;
}

/**
 * Each annotated quotation is printed two to four times, whole, cut, or with a word changed, in random order; two people
 * say each of the common phrases. Two statements belong together if and only if they were made from one quotation.
 */
async function measureGenerated(store) {
  const pick = choices(7);
  const seen = new Set();
  const quotations = articles
    .flatMap(({ text, attributions }) =>
      attributions.flatMap(({ content }) => {
        const [[start, end]] = content;
        const inner = text.slice(start, end).replace(/^[“"]|[,.]?[”"]$/g, '');
        const isPlain =
          content.length === 1 &&
          /[“"]/.test(text.slice(start - 1, start + 1)) &&
          !/[“”"[\]]/.test(inner);
        const count = inner.split(' ').length;
        if (!isPlain || count < 12 || count > 60) return [];
        if (seen.has(inner.slice(0, 40))) return [];
        seen.add(inner.slice(0, 40));
        return [inner.replace(/[.,]+$/, '')];
      }),
    )
    .slice(0, GENERATED)
    .map((words, i) => ({ words, name: nameOf(i) }));
  const prints = quotations.flatMap(({ words, name }, origin) =>
    Array.from({ length: 2 + pick(3) }, (_, copy) => {
      const list = words.split(' ');
      const how = copy === 0 ? 0 : pick(4);
      if (how === 1) list.splice(Math.max(8, Math.floor(list.length / 2)));
      if (how === 2) list.splice(0, Math.min(list.length - 8, 4));
      if (how === 3) list[3 + pick(list.length - 4)] = 'certainly';
      return { origin, order: pick(1e6), text: `“${list.join(' ')},” ${name} said.` };
    }),
  );
  const phrases = [
    'We will not comment',
    'That is not who we are as a country',
    'I am very proud of my team',
    'We are looking into it',
  ];
  const speakers = ['Ana Ruiz', 'Tom Okoye', 'Ina Borg', 'Leo Faro'];
  phrases.forEach((phrase, i) =>
    speakers.forEach((name, k) =>
      prints.push({
        origin: 1e6 + i * 10 + k,
        order: pick(1e6),
        text: `“${phrase},” ${name} said.`,
      }),
    ),
  );
  const ingestion = createIngestion({ store, pool });
  const origins = new Map();
  for (const [i, { origin, text }] of prints.sort((a, b) => a.order - b.order).entries()) {
    const url = `https://p${i}.example/1`;
    origins.set(url, origin);
    await ingestion.ingest(
      submission({ url, publication: `p${i}`, date: '2020-01-01', title: null, text }),
      null,
    );
  }
  const statements = await allStatements(store);
  const wanted = new Set();
  for (const a of statements)
    for (const b of statements)
      if (a.id < b.id && a.article !== b.article && origins.get(a.url) === origins.get(b.url))
        wanted.add(pairKey(a.id, b.id));
  return { articles: prints.length, ...compare(await foundPairs(store, statements), wanted) };
}

/**
 * Two statements of near-duplicate articles belong together if nine tenths of the words of both are the same, in order: a
 * judgement by longest common subsequence over all pairs, without prints, candidates or speakers.
 */
async function measureReal(store) {
  const prints = articles.map(
    ({ text }) => new Set(allPrints(readWords(text).map(({ key }) => key))),
  );
  const twins = new Set();
  let pairs = 0;
  for (let a = 0; a < articles.length; a += 1)
    for (let b = a + 1; b < articles.length; b += 1) {
      const [short, long] = [prints[a], prints[b]].sort((x, y) => x.size - y.size);
      if (short.size > long.size || short.size < 20) continue;
      let shared = 0;
      for (const print of short) if (long.has(print)) shared += 1;
      if (shared < 0.3 * short.size) continue;
      twins.add(a).add(b);
      pairs += 1;
    }
  const others = articles.map((_, i) => i).filter((i) => !twins.has(i));
  const step = Math.max(1, Math.floor(others.length / OTHERS));
  const read = [...twins, ...others.filter((_, i) => i % step === 0)];
  const ingestion = createIngestion({ store, pool });
  for (const i of read) {
    const { id, publisher, date, title, text } = articles[i];
    const url = `https://${publisher}.example/${id}`;
    await ingestion.ingest(submission({ url, publication: publisher, date, title, text }), null);
  }
  const statements = (await allStatements(store)).filter(
    ({ keys }) => keys.length >= 8 && keys.filter(isTelling).length >= 4,
  );
  const wanted = new Set();
  for (const [i, a] of statements.entries())
    for (const b of statements.slice(i + 1)) {
      const [short, long] = [a.keys.length, b.keys.length].sort((x, y) => x - y);
      if (a.article === b.article || short < 0.8 * long) continue;
      if ((2 * commonLength(a.keys, b.keys)) / (a.keys.length + b.keys.length) >= 0.9)
        wanted.add(pairKey(a.id, b.id));
    }
  const long = new Set(statements.map(({ id }) => id));
  const keysOf = new Map(statements.map((one) => [one.id, one.keys]));
  const found = [...(await foundPairs(store, statements))].filter((pair) =>
    pair.split(' ').every((id) => long.has(id)),
  );
  // A part of a longer quotation belongs to it as well: judged by how much of the shorter one the longer holds.
  const isPart = (pair) => {
    const [a, b] = pair.split(' ').map((id) => keysOf.get(id));
    return commonLength(a, b) >= 0.8 * Math.min(a.length, b.length);
  };
  const wrong = found.filter((pair) => !wanted.has(pair) && !isPart(pair));
  const kept = found.filter((pair) => wanted.has(pair));
  if (process.argv.includes('--wrong')) {
    for (const pair of wrong)
      console.log(
        'joined',
        pair.split(' ').map((id) => keysOf.get(id).join(' ')),
      );
    for (const pair of wanted)
      if (!found.includes(pair))
        console.log(
          'missed',
          pair.split(' ').map((id) => keysOf.get(id).join(' ')),
        );
  }
  return {
    articles: read.length,
    twins: twins.size,
    nearDuplicates: pairs,
    pairs: wanted.size,
    found: found.length,
    precision:
      found.length === 0
        ? 100
        : Math.round((1000 * (found.length - wrong.length)) / found.length) / 10,
    recall: wanted.size === 0 ? 100 : Math.round((1000 * kept.length) / wanted.size) / 10,
  };
}

function commonLength(a, b) {
  let row = new Uint16Array(b.length + 1);
  for (const key of a) {
    const next = new Uint16Array(b.length + 1);
    for (let j = 0; j < b.length; j += 1)
      next[j + 1] = key === b[j] ? row[j] + 1 : Math.max(row[j + 1], next[j]);
    row = next;
  }
  return row[b.length];
}

function section(generated, real) {
  const row = (name, { pairs, found, precision, recall }) =>
    `| ${name} | ${pairs} | ${found} | ${precision.toFixed(1)} | ${recall.toFixed(1)} |`;
  return `## Lineage

\`node scripts/evalLineage.mjs\`: pairs of statements of different articles that belong together, and those in one lineage. *Generated*:
${generated.articles} articles, each with a quotation of PolNeAR train whole, cut, or with a word changed, in random order, and common phrases by
several people each. *Real*: ${real.articles} articles of PolNeAR train, among them all ${real.twins} that share three tenths of their prints with another; two
statements belong together where a longest common subsequence over all pairs has nine tenths of both (of eight words or more, four of
them telling), and a found pair is right as well where the longer holds four fifths of the shorter.

| | pairs | found | precision, % | recall, % |
| --- | --- | --- | --- | --- |
${row('generated', generated)}
${row('real', real)}
`;
}
