// B³ of speakers across articles: all annotated articles are ingested into a Postgres of their own, and the speakers that the
// store shows are held against the names that people gave. Called by eval.mjs; alone it prints the figures, with --errors what
// was joined or parted wrongly (names and ids, no texts).
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import pg from 'pg';

import { CORPORA } from './peers.mjs';

const require = createRequire(import.meta.url);
const root = fileURLToPath(new URL('..', import.meta.url));
const FAST = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };
const NAMED = ['person', 'organization', 'joint'];
const LEAST_OVERLAP = 0.5;

export const TITLE = 'Speakers across articles';

/** Ingests the corpora and gives B³ over the mentions, and over those alone whose name is right within the article. */
export async function measureLinking(shared) {
  const { sameName } = await import(pathToFileURL(join(shared, 'eval', 'score.mjs')).href);
  const { mentions, named } = await ingestAll(shared, sameName);
  const all = bCubed(mentions);
  const rightlyNamed = bCubed(mentions.filter(({ right }) => right));
  return {
    mentions,
    counts: {
      named,
      mentions: mentions.length,
      right: mentions.filter(({ right }) => right).length,
      names: new Set(mentions.map(({ gold }) => gold)).size,
      speakers: new Set(mentions.map(({ speaker }) => speaker)).size,
    },
    figures: {
      'B³ precision': tenths(rightlyNamed.precision),
      'B³ recall': tenths(rightlyNamed.recall),
      'B³ precision, wrong names too': tenths(all.precision),
      'B³ recall, wrong names too': tenths(all.recall),
    },
  };
}

/** What the score card says of it. */
export function linkingSection({ figures, counts }) {
  const names = Object.keys(figures);
  return `## ${TITLE}

All articles of the three sets ingested into one Postgres, in the order of the files. A mention is a statement that a person gave to a
named speaker (person, organisation, or each of several) and that the store has (contents paired one to one, best overlap of letters first, at
least one half) with a speaker; of joint statements each name is paired with the speaker that the referee takes for the same name. Its
identity is the name that people gave, without accents, titles, article and middle initials ("Donald J. Trump" is Donald Trump, "Obama" alone
is not Barack Obama). B³: for each mention, how many of the mentions of its stored speaker have its identity (precision), and how many of its
identity have its stored speaker (recall); averaged over mentions. The first two figures are linking's own: mentions whose name is right within the article;
in the others those that the article's own reading named wrongly count as well.

Of ${counts.named} names that people gave to statements ${counts.mentions} are such mentions, ${counts.right} of them rightly named; the others are statements not found, or
found without a speaker (see the right names above). ${counts.names} names, ${counts.speakers} stored speakers. Bars: precision 98, recall 92.

| ${names.join(' | ')} |
| ${names.map(() => '---').join(' | ')} |
| ${names.map((name) => figures[name].toFixed(1)).join(' | ')} |
`;
}

async function ingestAll(shared, sameName) {
  const dataDir = mkdtempSync(join(tmpdir(), 'verbatim-linking-'));
  const { startEmbeddedPostgres, migrate, openStore } = require(join(root, 'dist/storage'));
  const { createAnalysisPool, createIngestion } = require(join(root, 'dist/ingestion'));
  const postgres = await startEmbeddedPostgres({ dataDir, settings: FAST });
  try {
    await migrate(postgres.connectionString);
    const store = await openStore({ connectionString: postgres.connectionString });
    const pool = createAnalysisPool({
      workerFile: join(root, 'dist/ingestion/worker.js'),
      modelDir: join(root, 'models'),
      threads: 1,
    });
    const ingestion = createIngestion({ store, pool });
    const client = new pg.Client({ connectionString: postgres.connectionString });
    await client.connect();
    const mentions = [];
    let named = 0;
    for (const { file } of CORPORA) {
      for (const document of lines(join(shared, 'corpora', file))) {
        named += namesGiven(document);
        const stored = await ingest(client, store, ingestion, document);
        mentions.push(...mentionsOf(document, stored, sameName));
      }
    }
    await client.end();
    await pool.close();
    await store.close();
    return { mentions, named };
  } finally {
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function ingest(client, store, ingestion, { id, text, title, publisher, date }) {
  const { article } = await ingestion.ingest(
    {
      format: 'text',
      url: `https://corpus.example/${encodeURIComponent(id)}`,
      title: title ?? null,
      publication: publisher ?? null,
      byline: null,
      publishedAt: date === undefined ? null : new Date(date),
      language: 'en',
      text,
      html: null,
    },
    null,
  );
  // What the article itself calls each speaker: a wrong link must not pass for a wrong name.
  const named = await client.query(
    'SELECT speaker_id, name FROM article_speaker WHERE article_id = $1',
    [article.id],
  );
  const printed = new Map(named.rows.map(({ speaker_id, name }) => [speaker_id, name]));
  const statements = [];
  let cursor = null;
  do {
    const page = await store.statements.list({ articleId: article.id }, 'position', {
      limit: 200,
      cursor,
    });
    statements.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return statements.map((statement) => ({
    ...statement,
    speakers: statement.speakers.map((speaker) => ({
      ...speaker,
      name: printed.get(speaker.id) ?? speaker.name,
    })),
  }));
}

const isNamed = ({ speaker }) => NAMED.includes(speaker?.class) && speaker.name !== '-';

function namesGiven({ attributions }) {
  return attributions.filter(isNamed).flatMap(({ speaker }) => speaker.name.split(' & ')).length;
}

/** Pairs of a name that people gave and the speaker that the store shows. */
function mentionsOf({ id, text, attributions }, stored, sameName) {
  return pairUp(text, attributions, stored).flatMap(([gold, statement]) => {
    if (!isNamed(gold)) return [];
    const speakers = statement.speakers.filter(({ type }) => type !== 'unnamed');
    const wanted = gold.speaker.name.split(' & ');
    const pairs = [];
    for (const name of wanted) {
      const place = speakers.findIndex((speaker) => sameName(speaker.name, name));
      const right = place >= 0;
      const [speaker] = speakers.splice(
        Math.max(0, place),
        place >= 0 || wanted.length === 1 ? 1 : 0,
      );
      if (speaker !== undefined)
        pairs.push({
          article: id,
          gold: identityOf(name),
          speaker: speaker.id,
          name: speaker.name,
          right,
        });
    }
    return pairs;
  });
}

/** One to one, the best overlap of contents first, as the referee does. */
function pairUp(text, golds, stored) {
  const pairs = [];
  const ours = stored.map(({ content }) =>
    letters(
      text,
      content.map(({ start, end }) => [start, end]),
    ),
  );
  golds.forEach((gold, i) => {
    const wanted = letters(text, gold.content);
    ours.forEach((found, j) => {
      const common = [...wanted].filter((place) => found.has(place)).length;
      const overlap = common / (wanted.size + found.size - common || 1);
      if (overlap >= LEAST_OVERLAP) pairs.push([overlap, i, j]);
    });
  });
  pairs.sort((a, b) => b[0] - a[0] || a[1] - b[1] || a[2] - b[2]);
  const [usedGold, usedOurs, chosen] = [new Set(), new Set(), []];
  for (const [, i, j] of pairs) {
    if (usedGold.has(i) || usedOurs.has(j)) continue;
    usedGold.add(i);
    usedOurs.add(j);
    chosen.push([golds[i], stored[j]]);
  }
  return chosen;
}

function letters(text, spans) {
  const places = new Set();
  for (const [start, end] of spans) {
    for (let i = start; i < end; i += 1) if (/[\p{L}\p{N}]/u.test(text[i])) places.add(i);
  }
  return places;
}

const TITLES = /^(?:the|mr|mrs|ms|dr|sir|sen|rep|gov|gen|president|prime minister) /;

function identityOf(name) {
  let words = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/['’.]/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  while (TITLES.test(words)) words = words.replace(TITLES, '');
  const [first = '', ...rest] = words.split(' ');
  return [first, ...rest.filter((word, i) => word.length > 1 || i === rest.length - 1)].join(' ');
}

function bCubed(mentions) {
  const size = (key) => {
    const counts = new Map();
    for (const mention of mentions) counts.set(key(mention), (counts.get(key(mention)) ?? 0) + 1);
    return (mention) => counts.get(key(mention));
  };
  const [both, own, wanted] = [
    size(({ gold, speaker }) => `${gold} ${speaker}`),
    size(({ speaker }) => speaker),
    size(({ gold }) => gold),
  ];
  const mean = (value) =>
    (100 * mentions.reduce((sum, mention) => sum + value(mention), 0)) / mentions.length;
  return {
    precision: mean((mention) => both(mention) / own(mention)),
    recall: mean((mention) => both(mention) / wanted(mention)),
  };
}

/** Names that more speakers have, and speakers that have more names, those that cost most first. */
function showErrors(mentions) {
  const list = (by, what, show) => {
    const groups = groupBy(mentions, by);
    const split = [...groups]
      .map(([key, group]) => [key, groupBy(group, what)])
      .filter(([, parts]) => parts.size > 1);
    split.sort((a, b) => cost(b[1]) - cost(a[1]));
    for (const [key, parts] of split.slice(0, 25))
      console.log(`${cost(parts).toFixed(1)} ${show(key, parts)}`);
  };
  const cost = (parts) => {
    const sizes = [...parts.values()].map(({ length }) => length);
    const all = sizes.reduce((a, b) => a + b, 0);
    return sizes.reduce((sum, n) => sum + n * (1 - n / all), 0);
  };
  console.log('\nParted (recall):');
  list(
    ({ gold }) => gold,
    ({ speaker }) => speaker,
    (gold, parts) =>
      `${gold}: ${[...parts.values()].map((group) => `${group[0].name} ${group.length}`).join(', ')}`,
  );
  console.log('\nJoined (precision):');
  list(
    ({ speaker }) => speaker,
    ({ gold }) => gold,
    (_, parts) =>
      [...parts]
        .map(
          ([gold, group]) =>
            `${gold} (${group[0].name}${group[0].right ? '' : ', wrong'}) ${group.length}`,
        )
        .join(', '),
  );
}

function groupBy(list, by) {
  const groups = new Map();
  for (const item of list) groups.set(by(item), [...(groups.get(by(item)) ?? []), item]);
  return groups;
}

function lines(file) {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line));
}

function tenths(value) {
  return Math.round(value * 10) / 10;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { figures, counts, mentions } = await measureLinking(
    resolve(process.env.CORPORA ?? join(root, '..', 'shared')),
  );
  console.log(JSON.stringify({ ...counts, ...figures }));
  if (process.argv.includes('--errors')) {
    showErrors(mentions.filter(({ right }) => right));
    console.log('\nWrong names too:');
    showErrors(mentions);
  }
}
