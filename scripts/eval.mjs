// The score card: runs the engine over the annotated corpora, has the referee judge it, and writes docs/scorecard.md with
// people's agreement and other systems beside it. With --check it writes nothing and fails where a figure has fallen, or
// where confidence no longer keeps what the contract says of it. Other options name other
// weights, another page, other places of the corpora and the referee.
// The corpora may not be passed on, so they lie beside the repository (CORPORA, by default ../shared).
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { format, resolveConfig } from 'prettier';

import { calibrationOf, LEAST_SAFE, MOST_ERROR } from './calibration.mjs';
import { bare, createEngine } from './engine.mjs';
import { COMPARED, CORPORA } from './peers.mjs';
import { topicSection, measureTopics, TITLE as TOPICS } from './topics.mjs';
import { linkingSection, measureLinking, TITLE as LINKING } from './speakerLinking.mjs';
import { keptSections } from './scorecardSections.mjs';

const TOLERANCE = 0.3;
const SKIPPED = 77;

const { values: options } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    models: { type: 'string' },
    card: { type: 'string' },
    corpora: { type: 'string' },
    referee: { type: 'string' },
  },
});
const elsewhere = (path) => (path === undefined ? undefined : resolve(path));
const models = elsewhere(options.models) ?? 'models';
const card = elsewhere(options.card) ?? join('docs', 'scorecard.md');
const [folder, referee] = [elsewhere(options.corpora), elsewhere(options.referee)];
process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const shared = resolve(process.env.CORPORA ?? '../shared');
const scorer = referee ?? join(shared, 'eval', 'score.mjs');
const corpora = CORPORA.map((corpus) => ({
  ...corpus,
  gold: join(folder ?? join(shared, 'corpora'), corpus.file),
}));
const missing = [scorer, ...corpora.map(({ gold }) => gold)].filter((file) => !existsSync(file));
if (missing.length > 0) {
  console.log(`Skipped: ${missing.join(', ')} cannot be found.`);
  process.exit(SKIPPED);
}

const scratch = mkdtempSync(join(tmpdir(), 'verbatim-eval-'));
const engine = await createEngine(models);
const { crossValidated } = JSON.parse(
  readFileSync(join(models, 'attribution.calibration.json'), 'utf8'),
);
const measured = [];
for (const corpus of corpora) measured.push({ ...corpus, ...(await measure(corpus.gold)) });
await engine.close();
rmSync(scratch, { recursive: true, force: true });
const linking = await measureLinking(shared);
const topics = await measureTopics(shared);
const results = [
  ...measured,
  { title: LINKING, figures: linking.figures },
  { title: TOPICS, figures: topics },
];
for (const { title, figures } of results) console.log(`${title}: ${JSON.stringify(figures)}`);

if (options.check) check();
else
  writeFileSync(card, await format(page(), { ...(await resolveConfig(card)), parser: 'markdown' }));

/** The engine's answers on a corpus, judged. */
async function measure(gold) {
  const predictions = join(scratch, 'predictions.jsonl');
  const golds = lines(gold);
  const answers = [];
  for (const { id, text } of golds) answers.push({ id, statements: await statementsOf(text) });
  writeFileSync(predictions, answers.map((answer) => `${JSON.stringify(answer)}\n`).join(''));
  const judged = run(
    process.execPath,
    // Through a link the referee would take itself for a module and print nothing.
    [realpathSync(scorer), gold, predictions, '--json'],
    ['ignore', 'pipe', 'inherit'],
  );
  const { reported, all } = JSON.parse(judged.stdout);
  const figures = {
    'reported attributed@0.50': reported['attributed@0.50'].f1,
    'reported content@0.50': reported['content@0.50'].f1,
    'reported content@1.00': reported['content@1.00'].f1,
    'all attributed@0.50': all['attributed@0.50'].f1,
    'all content@1.00': all['content@1.00'].f1,
    'reported right name': reported.speaker?.accuracy,
    'reported right name end to end': reported.speaker?.endToEnd,
    'reported misnamed': reported.speaker?.misnamed,
    'all right name': all.speaker?.accuracy,
    'all right name end to end': all.speaker?.endToEnd,
    'all misnamed': all.speaker?.misnamed,
  };
  for (const name in figures) figures[name] = tenths(figures[name]);
  const { p, r } = reported['attributed@0.50'];
  return {
    figures,
    precision: tenths(p),
    recall: tenths(r),
    counts: { articles: all.documents, statements: all.gold, reported: reported.gold },
    calibration: calibrationOf(golds, answers, engine.calibration.safe),
  };
}

async function statementsOf(text) {
  const { extraction } = await engine.read(text);
  return extraction.statements.map((statement) => ({
    ...bare(statement),
    confidence: statement.confidence,
    speakers: engine.namesOf(extraction, statement),
  }));
}

function run(command, args, stdio) {
  const done = spawnSync(command, args, { stdio, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (done.status !== 0) process.exit(done.status ?? 1);
  return done;
}

function lines(file) {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line));
}

/** Figures of the card in the repository against those just measured. */
function check() {
  const committed = JSON.parse(
    /<!-- figures (.*) -->/.exec(readFileSync(card, 'utf8'))?.[1] ?? '{}',
  );
  const fallen = results.flatMap(({ title, figures }) =>
    Object.entries(committed[title] ?? {}).flatMap(([name, before]) => {
      const loss = name.endsWith('misnamed') ? figures[name] - before : before - figures[name];
      return loss > TOLERANCE ? [`${title}, ${name}: ${before} → ${figures[name]}`] : [];
    }),
  );
  const { error, safe } = measured[0].calibration;
  if (error > MOST_ERROR)
    fallen.push(`${measured[0].title}: calibration error ${error.toFixed(3)}, above ${MOST_ERROR}`);
  if (safe.right < LEAST_SAFE)
    fallen.push(`${measured[0].title}: of the safe ones ${safe.right.toFixed(1)} % are right`);
  if (fallen.length === 0) return console.log(`No figure is worse than in ${card}.`);
  console.error(
    `Worse than in ${card} by more than ${TOLERANCE}, or than promised:\n${fallen.join('\n')}`,
  );
  process.exitCode = 1;
}

function page() {
  const { name, version } = JSON.parse(
    run(process.execPath, ['-p', 'JSON.stringify(require("./dist/extraction").ENGINE)'], 'pipe')
      .stdout,
  );
  const stored = Object.fromEntries(results.map(({ title, figures }) => [title, figures]));
  return `# Score card

Engine \`${name}\` ${version}. Written by \`npm run eval\`; \`npm run eval -- --check\` fails where a figure has fallen by more
than ${TOLERANCE}. F1 in %, by the referee (\`../shared/eval/score.mjs\`): *reported* are statements whose cue is a verb of saying,
*attributed@0.50* means that contents overlap by half and the sources do too, *content@1.00* that all letters of the
content are right. *Right name* is the share of matched statements with a named speaker that get it, *end to end* the same
over all of them, found or not; *misnamed* the share of statements by nobody with a name that get one: lower is better.

Confidence was fitted on these articles (\`make -C training calibrate\`), each statement of Wikinews and BBC counting four
times. So the figures that count are the cross-validated ones: ten folds by article, each judged by a fit on the other
nine, over the statements that the model finds. *By chance* is the calibration error that as many statements show on average
when every confidence is exactly true: below it there is nothing to gain. *Safe* statements have a confidence of
${engine.calibration.safe} or more. The threshold for safe, the confidence below which nothing is given (${engine.calibration.least}), the annotator whose manner
the weights imitate and the size of windows were chosen on dev as well.

${measured.map(section).join('\n')}
${linkingSection(linking)}
${topicSection(topics)}
## By hand

\`\`\`sh
npm run --silent extract < ../shared/corpora/polnear/dev.jsonl > predictions.jsonl
node ../shared/eval/score.mjs ../shared/corpora/polnear/dev.jsonl predictions.jsonl
\`\`\`

The corpora belong to their publishers and are not part of the repository.

<!-- figures ${JSON.stringify(stored)} -->

${keptSections('verification', 'lineage')}`;
}

function section({ title, file, figures, counts, precision, recall, calibration }) {
  const names = Object.keys(figures);
  const isAboutNames = (name) => /name/.test(name);
  return `## ${title}

${counts.articles} articles, ${counts.statements} statements, ${counts.reported} of them reported. Reported attributed@0.50: precision ${precision.toFixed(1)}, recall
${recall.toFixed(1)}.

${confidenceTable(file, calibration)}

${table(
  title,
  figures,
  names.filter((name) => !isAboutNames(name)),
)}

${table(title, figures, names.filter(isAboutNames))}
`;
}

/** Confidence against the share that is right (attributed@0.50). */
function confidenceTable(file, { error, statements, safe }) {
  const row = (name, all, wrong, chance, count, right) =>
    `| ${name} | ${all} | ${wrong.toFixed(3)} | ${chance} | ${count} | ${right.toFixed(1)} % |`;
  const unseen = crossValidated?.[file.split('/', 1)[0]];
  return [
    '| confidence | statements | calibration error | by chance | safe | of them right |',
    '|---|---|---|---|---|---|',
    ...(unseen
      ? [
          row(
            '**cross-validated**',
            unseen.statements,
            unseen.error,
            unseen.byChance.toFixed(3),
            unseen.safe.statements,
            100 * (unseen.safe.right ?? 0),
          ),
        ]
      : []),
    row('as served', statements, error, '', safe.count, safe.right),
  ].join('\n');
}

/** Our figures and those of everybody who has any of them. */
function table(title, figures, names) {
  const ours = `**this engine** | ${names.map((key) => `**${figures[key].toFixed(1)}**`).join(' | ')}`;
  const others = COMPARED.filter(({ on }) => names.some((name) => on[title]?.[name] !== undefined));
  const theirs = others.map(
    ({ name, on }) => `${name} | ${names.map((key) => on[title][key] ?? '').join(' | ')}`,
  );
  const rows = [
    ` | ${names.join(' | ')}`,
    ['---', ...names.map(() => '---')].join(' | '),
    ours,
    ...theirs,
  ];
  return rows.map((row) => `| ${row} |`).join('\n');
}

function tenths(value) {
  return Math.round(value * 10) / 10;
}
