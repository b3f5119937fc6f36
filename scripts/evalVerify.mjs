// How often verification is right: articles are ingested, then asked for quotations with known answers, made from those
// that people annotated. Writes its section of docs/scorecard.md; with --check it fails where a bar is missed or a figure
// has fallen. The corpora may not be passed on, so they lie beside the repository (CORPORA, by default ../shared).
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { choices, LEAST_WORDS, plainContent, probesOf } from './probes.mjs';
import { CARD, writeSection } from './scorecardSections.mjs';

const SKIPPED = 77;
const TOLERANCE = 0.5;
const LEAST_RIGHT = 97;
const ABSENT = 300;

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const require = createRequire(import.meta.url);
const corpora = resolve(process.env.CORPORA ?? '../shared', 'corpora/polnear');
const [stored, foreign] = ['dev.jsonl', 'train.jsonl'].map((file) => join(corpora, file));
for (const file of [stored, foreign]) {
  if (existsSync(file)) continue;
  console.log(`Skipped: ${file} cannot be found.`);
  process.exit(SKIPPED);
}
const { createAnalysisPool, createIngestion } = require('../dist/ingestion');
const { migrate, openStore, startEmbeddedPostgres } = require('../dist/storage');
const { readClaim, verify } = require('../dist/verification');
const { isNegation } = require('../dist/verification/sense');
const { textWords } = require('../dist/verification/source');

const EXPECTED = {
  exact: ['verbatim'],
  restyled: ['verbatim'],
  dropped: ['altered'],
  swapped: ['altered'],
  number: ['altered'],
  negation: ['altered'],
  joined: ['stitched'],
  elided: ['verbatim'],
  credited: ['verbatim'],
  speaker: ['misattributed'],
  indirect: ['paraphrase-only'],
  absent: ['not-found'],
};
const NAMES = {
  exact: 'exact copy',
  restyled: 'other marks, blanks, first letter, end',
  dropped: 'a word dropped',
  swapped: 'a word swapped',
  number: 'a number changed',
  negation: 'a negation dropped',
  joined: 'two quotations joined',
  elided: 'fairly elided (and said so)',
  credited: 'credited to its speaker',
  speaker: 'credited to another',
  indirect: 'indirect content in quotation marks',
  absent: 'absent',
};
const VERDICTS = [
  'verbatim',
  'altered',
  'stitched',
  'misattributed',
  'paraphrase-only',
  'unattributed',
  'not-found',
];

const folder = mkdtempSync(join(tmpdir(), 'verbatim-eval-verify-'));
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
  const articles = readArticles(stored);
  await ingestAll(store, articles);
  const outcome = await ask(store, articles);
  await store.close();
  report(outcome);
} finally {
  await pool.close();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}

function readArticles(file) {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

async function ingestAll(store, articles) {
  const ingestion = createIngestion({ store, pool });
  const waiting = [...articles];
  const work = async () => {
    for (let article = waiting.shift(); article !== undefined; article = waiting.shift()) {
      const { id, publisher, date, title, text } = article;
      const known = { format: 'text', byline: null, language: 'en', html: null };
      await ingestion.ingest(
        {
          ...known,
          url: `https://${publisher}.example/${id}`,
          title,
          publication: publisher,
          publishedAt: new Date(date),
          text,
        },
        null,
      );
    }
  };
  await Promise.all([work(), work()]);
}

/** Annotated contents: all in quotation marks (`direct`), or none of it (`indirect`). */
function quotationsOf({ id, text, attributions }) {
  const words = textWords(text);
  return attributions.flatMap(({ content, speaker }) => {
    const inside = words.filter(({ start, end }) =>
      content.some(([from, to]) => start >= from && end <= to),
    );
    const plain = plainContent(text, content);
    if (inside.length < LEAST_WORDS || plain.split(' ').length < LEAST_WORDS) return [];
    const form = inside.every(({ quoted }) => quoted)
      ? 'direct'
      : inside.some(({ quoted }) => quoted)
        ? 'mixed'
        : 'indirect';
    const named =
      speaker !== undefined &&
      speaker !== null &&
      speaker.class !== 'unnamed' &&
      speaker.name !== '-';
    return [{ article: id, form, words: plain, speaker: named ? speaker.name : null }];
  });
}

/** What the engine made of the articles, so that its misses do not count as verification's. */
async function allStatements(store) {
  const all = [];
  let cursor = null;
  do {
    const page = await store.statements.list({}, 'date', { limit: 100, cursor });
    for (const { form, content } of page.items) {
      const words = content.flatMap(({ exact }) => textWords(exact).map(({ key }) => key));
      all.push({ form, content: ` ${words.join(' ')} ` });
    }
    cursor = page.nextCursor;
  } while (cursor !== null);
  return all;
}

async function ask(store, articles) {
  const pick = choices(20261125);
  const all = articles.flatMap(quotationsOf);
  const direct = all.filter(({ form }) => form === 'direct');
  const wordList = [
    ...new Set(direct.flatMap(({ words }) => words.match(/\b[a-z]{4,}\b/g) ?? [])),
  ].sort();
  const names = [...new Set(direct.map(({ speaker }) => speaker).filter(Boolean))].sort();
  const keys = (words) =>
    textWords(words)
      .map(({ key }) => key)
      .join(' ');
  const texts = articles.map(({ text }) => ` ${keys(text)} `);
  const own = (text) => textWords(text).filter(({ quoted }) => quoted);
  const ownTexts = articles.map(
    ({ text }) =>
      ` ${own(text)
        .map(({ key }) => key)
        .join(' ')} `,
  );
  const statements = await allStatements(store);
  const inStatement = (words, forms) =>
    statements.some(
      ({ form, content }) => forms.includes(form) && content.includes(` ${keys(words)} `),
    );
  const matrix = Object.fromEntries(
    Object.keys(EXPECTED).map((kind) => [
      kind,
      { asked: 0, verdicts: {}, became: 0, right: 0, wrong: [], lost: [] },
    ]),
  );

  const put = async (kind, probe) => {
    const ids =
      probe.speaker === undefined
        ? []
        : (await store.speakers.called(probe.speaker)).map(({ id }) => id);
    const credited = probe.speaker === undefined ? null : { names: [probe.speaker], ids };
    const finding = await verify(store.verification, readClaim(probe.quotation), credited);
    const row = matrix[kind];
    row.asked += 1;
    row.verdicts[finding.verdict] = (row.verdicts[finding.verdict] ?? 0) + 1;
    if (finding.verdict === 'not-found' && kind !== 'absent') row.lost.push(probe.quotation);
    return finding;
  };
  const count = (kind, finding, probe, right = EXPECTED[kind].includes(finding.verdict)) => {
    matrix[kind].became += 1;
    if (right) matrix[kind].right += 1;
    else matrix[kind].wrong.push([finding.verdict, probe.quotation, probe.speaker ?? '']);
  };

  for (const quotation of direct) {
    const others = direct.filter((other) => other.article !== quotation.article);
    const otherSpeaker =
      quotation.speaker === null ? null : otherName(quotation.speaker, names, pick);
    const probes = probesOf(quotation, { pick, others, otherSpeaker, wordList, isNegation });
    const exact = await put('exact', probes.exact);
    const became = inStatement(quotation.words, ['direct', 'mixed']);
    const expected = became ? ['verbatim'] : ['verbatim', 'unattributed'];
    count('exact', exact, probes.exact, expected.includes(exact.verdict));
    for (const [kind, probe] of Object.entries(probes)) {
      if (kind === 'exact' || probe === null) continue;
      const finding = await put(kind, probe);
      if (!became) continue;
      // Whose words the store cannot tell, or has under another name, says nothing about what verification makes of it.
      if (kind === 'speaker' && finding.speaker === 'unresolved') continue;
      if (kind === 'credited') {
        if (finding.speaker !== 'other') count(kind, finding, probe);
        else count(kind, finding, probe, false);
        continue;
      }
      if (kind === 'joined') {
        const partner = probe.quotation.slice(quotation.words.length + 1);
        if (!inStatement(partner, ['direct', 'mixed'])) continue;
      }
      count(
        kind,
        finding,
        probe,
        EXPECTED[kind].includes(finding.verdict) && (kind !== 'elided' || finding.elided),
      );
    }
  }
  for (const { words } of all.filter(({ form }) => form === 'indirect')) {
    const probe = { quotation: `“${words}”` };
    const finding = await put('indirect', probe);
    // What some article has in quotation marks as well is no paraphrase.
    if (ownTexts.some((text) => text.includes(` ${keys(words)} `))) continue;
    if (inStatement(words, ['indirect'])) count('indirect', finding, probe);
  }
  const absent = readArticles(foreign)
    .flatMap(quotationsOf)
    .filter(({ form }) => form === 'direct');
  const fresh = absent.filter(
    ({ words }) => !texts.some((text) => text.includes(` ${keys(words)} `)),
  );
  for (let i = 0; i < ABSENT; i += 1) {
    const probe = { quotation: fresh[Math.floor((i * fresh.length) / ABSENT)].words };
    count('absent', await put('absent', probe), probe);
  }
  return { matrix, articles: articles.length, direct: direct.length, absent: fresh.length };
}

function otherName(name, names, pick) {
  const surname = (whole) => whole.toLowerCase().split(/\s+/).at(-1);
  const others = names.filter((other) => surname(other) !== surname(name));
  return others[pick(others.length)];
}

function report({ matrix, articles, direct }) {
  const figures = {};
  for (const [kind, { right, became }] of Object.entries(matrix))
    figures[kind] = became === 0 ? null : Math.round((1000 * right) / became) / 10;
  const lost = matrix.exact.verdicts['not-found'] ?? 0;
  const invented = ['dropped', 'swapped', 'number', 'negation', 'joined', 'absent'];
  const falselyVerbatim = invented.reduce(
    (sum, kind) => sum + (matrix[kind].verdicts.verbatim ?? 0),
    0,
  );
  const bars = Object.entries(figures).flatMap(([kind, right]) => {
    // None may be lost. Of 355 two are found but called altered or stitched: quotations that reporters' words interrupt at
    // length, so that the engine parts them.
    const least = kind === 'exact' ? 99 : LEAST_RIGHT;
    return right !== null && right < least ? [`${kind}: ${right} % right, at least ${least}`] : [];
  });
  if (lost > 0) bars.push(`${lost} exact copies were not found`);
  if (falselyVerbatim > 0) bars.push(`${falselyVerbatim} changed quotations were called verbatim`);
  console.log(table(matrix, figures));
  if (process.argv.includes('--wrong')) {
    for (const [kind, { wrong, lost: missed }] of Object.entries(matrix))
      for (const one of [...wrong, ...missed]) console.log(kind, JSON.stringify(one));
  }
  if (bars.length > 0) {
    console.error(`Bars that are missed:\n${bars.join('\n')}`);
    process.exitCode = 1;
  }
  if (process.argv.includes('--check')) return check(figures);
  return writeSection(
    'verification',
    section({ matrix, figures, articles, direct, lost, falselyVerbatim }),
  );
}

function check(figures) {
  const committed = JSON.parse(
    /<!-- verification figures (.*) -->/.exec(readFileSync(CARD, 'utf8'))?.[1] ?? '{}',
  );
  const fallen = Object.entries(committed).filter(
    ([kind, before]) => before - (figures[kind] ?? 0) > TOLERANCE,
  );
  if (fallen.length === 0)
    return console.log(`No figure of verification is worse than in ${CARD}.`);
  console.error(`Worse than in ${CARD}: ${JSON.stringify(fallen)} → ${JSON.stringify(figures)}`);
  process.exitCode = 1;
}

function table(matrix, figures) {
  const head = ['kind of probe', 'asked', ...VERDICTS, 'counted', 'right, %'];
  const rows = Object.entries(matrix).map(([kind, { asked, verdicts, became }]) => [
    NAMES[kind],
    asked,
    ...VERDICTS.map((verdict) => {
      const count = verdicts[verdict] ?? 0;
      return EXPECTED[kind].includes(verdict) ? `**${count}**` : count === 0 ? '' : count;
    }),
    became,
    `**${figures[kind]?.toFixed(1) ?? '–'}**`,
  ]);
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function section({ matrix, figures, articles, direct, lost, falselyVerbatim }) {
  return `## Verification

\`npm run eval:verify\`: ${articles} articles of PolNeAR dev are ingested; each of their ${direct} annotated direct quotations of ${LEAST_WORDS} words or
more, and each annotated indirect content of that length, is asked for in several ways (\`scripts/probes.mjs\`). *Absent* are
quotations of PolNeAR train that stand in none of the stored texts. *Counted* are probes of quotations that the engine made one
statement of; for exact copies all, where *unattributed* is right if it made none. Exact copies not found: ${lost}. Changed or absent
quotations called verbatim: ${falselyVerbatim}.

${table(matrix, figures)}

<!-- verification figures ${JSON.stringify(figures)} -->
`;
}
