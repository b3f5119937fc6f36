// How fast searches answer at a million statements, in every documented kind of question and in combinations at random:
//   npm run bench:search -- [STATEMENTS [DATABASE]]      (default 1000000, which takes some ten minutes to generate; with the
//   address of a database that was filled before, that one is asked)
// Beside each kind stands the plain SQL that asks the same without HTTP: websearch_to_tsquery on the text, everything ranked,
// everything counted. What the service gains by its pairs, traits and bounds shows in the ratio, on any machine.

import { get } from 'node:http';
import { loadavg } from 'node:os';

import { Client } from 'pg';

import type { Generated } from './data/generate';
import { describeStatements, generateStatements } from './data/generate';
import { startProgram, storage, temporaryFolder } from './processes';

const ROUNDS = 100;
const WARM_UP = 10;
/** The plain query is asked this often: it may take seconds. */
const PLAIN_ROUNDS = 10;
/** What 95 of 100 answers must keep within, in milliseconds. */
const BAR = 100;

/** Query parameters, or a whole path with them. */
type Question = string;
interface Kind {
  readonly name: string;
  readonly questions: readonly Question[];
  readonly plain?: readonly { readonly text: string; readonly values: readonly unknown[] }[];
}

const COMMON = ['council', 'bridge', 'government', 'people', 'year', 'plan', 'water', 'city'];
const SELDOM = ['storm', 'flood', 'museum', 'festival', 'satellite', 'forest', 'hospital', 'union'];
const SMALL = ['"of the council not"', '"to be that for"', '"in the is of"', '"will not be the"'];

async function wordsOf(client: Client): Promise<{ rare: string[]; phrases: string[] }> {
  const { rows } = await client.query<{ content: string }>(
    `SELECT content FROM statement TABLESAMPLE SYSTEM (0.1) REPEATABLE (1) LIMIT 60`,
  );
  const words = rows.map(({ content }) => content.split(' '));
  return {
    // Every statement has one made-up word in the same place.
    rare: words.map((all) => all[14] ?? ''),
    phrases: words.map((all, i) => `"${all.slice(i % 10, (i % 10) + 3).join(' ')}"`),
  };
}

function kindsOf(
  { speakers, topics, publications, rareSpeaker }: Generated,
  { rare, phrases }: { rare: readonly string[]; phrases: readonly string[] },
): Kind[] {
  const q = (words: readonly string[], more = '') =>
    words.map((word) => `q=${encodeURIComponent(word)}${more}`);
  const two = COMMON.map((word, i) => `${word} ${SELDOM[i]}`);
  const each = (values: readonly string[], make: (value: string, i: number) => string) =>
    values.map(make);
  const speaker = each(speakers, (id) => `speaker=${id}`);
  const topic = each(topics, (id) => `topic=${id}`);
  const crossed = (left: readonly string[], right: readonly string[]) =>
    left.map((one, i) => `${one}&${right[i % right.length]}`);
  const plain = (words: readonly string[], order: string, where = '') =>
    words.map((word) => ({
      text: `SELECT s.* FROM statement s JOIN article a ON a.id = s.article_id
        WHERE s.live AND s.search @@ websearch_to_tsquery('public.verbatim', $1) ${where} ORDER BY ${order} LIMIT 21`,
      values: [word],
    }));
  const ranked = `ts_rank_cd(s.search, websearch_to_tsquery('public.verbatim', $1)) DESC, s.date DESC, s.id DESC`;
  const dated = 's.date DESC, s.id DESC';
  const byWords = Object.entries({
    'common words': COMMON,
    'two words': two,
    phrases,
    'phrases of small words': SMALL,
    'rare words': rare,
    'unknown words': ['zyzzyva', 'qwertz', 'xylem', 'fjord'],
    alternatives: SELDOM.map((word, i) => `${word} OR ${COMMON[i]}`),
    exclusions: SELDOM.map((word, i) => `${word} -${COMMON[i]}`),
  }).flatMap(([name, words]): Kind[] => [
    { name: `${name}, newest first`, questions: q(words), plain: plain(words, dated) },
    {
      name: `${name}, by relevance`,
      questions: q(words, '&sort=-relevance'),
      plain: plain(words, ranked),
    },
  ]);
  const rareTraits = 'negated=true&hedged=true&review=corrected&hasNumber=true';
  return [
    ...byWords,
    { name: 'beginnings of words', questions: q(['coun*', 'satel*', 'governme*', 'go* br*']) },
    { name: 'in content, sentence, title', questions: q(two, '&in=content,sentence,title') },
    { name: 'in the headline', questions: q(['article', '"article 77"'], '&in=title') },
    { name: 'words + speaker', questions: crossed(speaker, q(COMMON)) },
    {
      name: 'words + speaker, by relevance',
      questions: crossed(speaker, q(COMMON, '&sort=-relevance')),
    },
    {
      name: 'words + topic, by relevance',
      questions: crossed(topic, q(COMMON, '&sort=-relevance')),
    },
    { name: 'words + speaker + topic', questions: crossed(crossed(speaker, topic), q(COMMON)) },
    { name: 'words + rare traits', questions: q(COMMON, `&${rareTraits}`) },
    {
      name: 'traits',
      questions: [
        'negated=true',
        'hedged=true',
        'nested=true',
        'review=corrected',
        rareTraits,
        'minConfidence=0.99',
      ],
    },
    { name: 'rare traits + speaker', questions: crossed(speaker, [rareTraits]) },
    { name: 'rare traits + topic', questions: crossed(topic, [rareTraits]) },
    {
      name: 'facets of words',
      questions: q(COMMON, '&facets=speaker,topic,publication,form,year'),
    },
    {
      name: 'facets of a speaker',
      questions: crossed(speaker, ['facets=topic,publication,form,year']),
    },
    { name: 'facets of everything', questions: ['facets=speaker,topic,publication,form,year'] },
    { name: 'total of words', questions: q([...COMMON, ...two], '&total=true') },
    {
      name: 'total of speaker + topic',
      questions: crossed(crossed(speaker, topic), ['total=true']),
    },
    {
      name: 'timeline',
      questions: speakers.map((id) => `/v1/speakers/${id}/timeline?interval=month`),
    },
    {
      name: 'timeline of a topic',
      questions: speakers.map((id, i) => `/v1/speakers/${id}/timeline?interval=year&${topic[i]}`),
    },
    {
      name: 'comparison',
      questions: speakers.map(
        (id, i) =>
          `/v1/compare?speaker=${id}&publications=${publications.slice(0, 3).map(encodeURIComponent).join(',')}&${topic[i % 9]}`,
      ),
    },
    {
      name: 'advice',
      questions: q(['councli', 'goverment zyzzyva', '"flood satellite museum union"']),
    },
    {
      name: 'any combination, at random',
      questions: atRandom({
        speakers: [...speakers, rareSpeaker],
        topics,
        publications,
        q: [...q([...COMMON, ...two, ...SELDOM, ...phrases, ...rare])],
      }),
    },
  ];
}

/** Combinations of everything that may be combined; the same ones at every run. */
function atRandom(of: {
  readonly speakers: readonly string[];
  readonly topics: readonly string[];
  readonly publications: readonly string[];
  readonly q: readonly string[];
}): string[] {
  let state = 1;
  const next = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  const pick = (values: readonly string[]) => values[Math.floor(next() * values.length)] ?? '';
  const parameters: (() => string)[] = [
    () => `speaker=${pick(of.speakers)}`,
    () => `topic=${pick(of.topics)}`,
    () => `publication=${encodeURIComponent(pick(of.publications))}`,
    () => `form=${pick(['direct', 'indirect', 'mixed'])}`,
    () => `cueClass=${pick(['report', 'claim', 'denial', 'promise'])}`,
    () => `negated=${pick(['true', 'false'])}`,
    () => `hedged=${pick(['true', 'false'])}`,
    () => `nested=${pick(['true', 'false'])}`,
    () => `hasNumber=${pick(['true', 'false'])}`,
    () => `hasQuotation=${pick(['true', 'false'])}`,
    () => `minConfidence=${pick(['0.5', '0.8', '0.99'])}`,
    () => `review=${pick(['machine', 'confirmed', 'corrected'])}`,
    () => 'from=2023-06-01',
    () => 'to=2025-01-01',
    () => `facets=${pick(['speaker', 'topic,year', 'publication,form'])}`,
    () => 'total=true',
  ];
  return Array.from({ length: 3 * ROUNDS }, () => {
    const words =
      next() < 0.7 ? [`${pick(of.q)}&sort=${pick(['-relevance', '-date', 'date'])}`] : [];
    return [...words, ...parameters.filter(() => next() < 0.25).map((make) => make())].join('&');
  });
}

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
  url: string,
  client: Client,
  { questions, plain = [] }: Kind,
  slow: string[],
) {
  const times: number[] = [];
  const plainTimes: number[] = [];
  let refused = 0;
  const rounds = Math.max(ROUNDS, questions.length);
  for (let i = 0; i < rounds + WARM_UP; i++) {
    const question = questions[i % questions.length] ?? '';
    const path = question.startsWith('/') ? question : `/v1/statements?${question}`;
    const { ms, status } = await ask(`${url}${path}`);
    if (status !== 200 && status !== 503) throw new Error(`${path} answered ${status}.`);
    if (i < WARM_UP) continue;
    times.push(ms);
    if (ms > BAR) slow.push(`${Math.round(ms)} ms ${path}`);
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
    'given up': refused,
    ...(plainTimes.length === 0
      ? {}
      : { 'plain p50': round(at(plainTimes, 0.5)), 'plain max': round(at(plainTimes, 1)) }),
  };
}

async function main(): Promise<void> {
  const [count = '1000000', known] = process.argv.slice(2);
  if (known !== undefined) return report(known, await describeStatements(known));
  const folder = temporaryFolder();
  const postgres = await storage.startEmbeddedPostgres({ dataDir: folder.path });
  try {
    await storage.migrate(postgres.connectionString);
    const data = await generateStatements(postgres.connectionString, Number(count));
    await report(postgres.connectionString, data);
  } finally {
    await postgres.stop();
    folder.remove();
  }
}

async function report(connectionString: string, data: Generated): Promise<void> {
  const client = new Client({ connectionString, options: '-c jit=off' });
  await client.connect();
  const service = await startProgram('dist/main.js', { DATABASE_URL: connectionString });
  const before = loadavg()[0] ?? 0;
  const table: Record<string, Record<string, number>> = {};
  const slow: string[] = [];
  for (const kind of kindsOf(data, await wordsOf(client))) {
    table[kind.name] = await measure(service.url, client, kind, slow);
  }
  const { rows } = await client.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM statement',
  );
  console.log(`${rows[0]?.count} statements, milliseconds; at least ${ROUNDS} requests a line`);
  console.log(
    `load average of the machine ${round(before)} before, ${round(loadavg()[0] ?? 0)} after`,
  );
  console.table(table);
  console.log([`Longer than ${BAR} ms:`, ...slow].join('\n  '));
  await service.stop();
  await client.end();
}

void main();
