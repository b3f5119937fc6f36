// At 200,000 statements no list reads them all: every combination of filters in every order has an index to go by.

import { Client } from 'pg';

import type { Generated } from '../../bench/data/generate';
import { generateStatements } from '../../bench/data/generate';
import type { StatementFilter, StatementSort, Store } from '../../src/storage';
import { openStore } from '../../src/storage';
import { comparedQuery } from '../../src/storage/reading/compare';
import { pageQuery } from '../../src/storage/reading/statements';
import { bucketsQuery } from '../../src/storage/reading/timeline';
import type { TestDatabase } from '../support/database';
import { createTestDatabase } from '../support/database';
import { collect } from './articleFixtures';

const COUNT = 200_000;
const BIG_TABLES = [
  'statement',
  'statement_speaker',
  'statement_topic',
  'statement_subject',
  'span',
  'revision',
  'article',
];

let database: TestDatabase;
let client: Client;
let store: Store;
let made: Generated;

beforeAll(async () => {
  database = await createTestDatabase();
  made = await generateStatements(database.connectionString, COUNT, 1);
  store = await openStore({ connectionString: database.connectionString });
  client = new Client({
    connectionString: database.connectionString,
    options: '-c jit=off -c max_parallel_workers_per_gather=0',
  });
  await client.connect();
}, 400_000);

afterAll(async () => {
  await client.end();
  await store.close();
  await database.drop();
});

type Choice = Readonly<Record<string, StatementFilter>>;

const common = (): Choice => ({
  speaker: { speakerIds: made.speakers.slice(0, 1) },
  subject: { subjectIds: made.subjects.slice(0, 1) },
  topic: { topicId: made.topics[3] ?? '' },
  article: { articleId: made.articles[0] ?? '' },
  publication: { publication: made.publications[0] ?? '' },
  form: { form: 'mixed' },
  cue: { cue: 'say' },
  cueClass: { cueClass: 'report' },
  q: { q: 'bridge council' },
  dates: { from: new Date('2024-01-01'), to: new Date('2025-01-01') },
});

const rare = (): Choice => ({
  ...common(),
  speaker: { speakerIds: [made.rareSpeaker] },
  subject: { subjectIds: [made.rareSubject] },
  topic: { topicId: made.topics.at(-1) ?? '' },
  publication: { publication: made.publications.at(-1) ?? '' },
  cue: { cue: 'hint' },
  q: { q: '"satellite festival" -bridge' },
});

const manySpeakers = (): Choice => ({ ...common(), speaker: { speakerIds: made.speakers } });
const manySubjects = (): Choice => ({ ...common(), subject: { subjectIds: made.subjects } });

/** All 1,024 subsets of the filters. */
function combinations(choice: Choice): { title: string; filter: StatementFilter }[] {
  const entries = Object.entries(choice);
  return Array.from({ length: 2 ** entries.length }, (_, mask) => {
    const chosen = entries.filter((_, i) => (mask >> i) % 2 === 1);
    return {
      title: chosen.map(([name]) => name).join('+'),
      filter: Object.assign({}, ...chosen.map(([, filter]) => filter)) as StatementFilter,
    };
  });
}

async function explain(text: string, values: unknown[]): Promise<string> {
  const { rows } = await client.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${text}`, values);
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}

const scansAll = (plan: string): boolean =>
  [...plan.matchAll(/Seq Scan on (\w+)/g)].some(([, table = '']) => BIG_TABLES.includes(table));

test.each([
  ['common values', common],
  ['rare values', rare],
  ['a name that fifty speakers have', manySpeakers],
  ['a name that fifty subjects have', manySubjects],
])(
  'no combination of filters scans statements: %s',
  async (_title, choose) => {
    const offenders: string[] = [];
    let looked = 0;
    for (const { title, filter } of combinations(choose())) {
      const sorts: StatementSort[] =
        filter.articleId === undefined ? ['-date', 'date'] : ['-date', 'date', 'position'];
      for (const sort of sorts) {
        const { text, values } = pageQuery(filter, sort, 20, null);
        const plan = await explain(text, values);
        looked++;
        if (scansAll(plan)) offenders.push(`${title} by ${sort}:\n${plan}`);
      }
    }
    expect(looked).toBe(2560);
    expect(offenders).toEqual([]);
  },
  60_000,
);

/** Every new filter alone, with each way in, and all together; words are asked for in each of their forms. */
const searches = (): Choice => {
  const narrowing: Choice = {
    negated: { negated: true },
    hedged: { hedged: true },
    nested: { nested: true },
    hasNumber: { hasNumber: true },
    hasQuotation: { hasQuotation: false },
    minConfidence: { minConfidence: 0.99 },
    review: { review: 'rejected' },
    maxAgeDays: { maxAgeDays: 400 },
    'a common word': { q: 'council' },
    'a rare word': { q: 'quibasket' },
    'a word that nobody used': { q: 'zyzzyva' },
    'a phrase of common words': { q: '"of the council not"' },
    either: { q: 'storm OR satellite' },
    without: { q: 'council -the' },
    beginnings: { q: 'coun* sat*' },
    everywhere: { q: 'council hint', searchIn: ['content', 'sentence', 'title'] },
    'in the headline': { q: '"article 12"', searchIn: ['title'] },
  };
  const ways = { none: {}, ...common(), ...{ q: {} } };
  const everything = Object.assign({}, ...Object.values(narrowing).slice(0, 9)) as StatementFilter;
  return Object.fromEntries(
    Object.entries(ways).flatMap(([way, entry]) => [
      [`${way} + everything`, { ...entry, ...everything }],
      ...Object.entries(narrowing).map(([name, one]): [string, StatementFilter] => [
        `${way} + ${name}`,
        { ...entry, ...one },
      ]),
    ]),
  );
};

test('no search scans statements, whatever its filters and its order', async () => {
  const offenders: string[] = [];
  for (const [title, filter] of Object.entries(searches())) {
    const sorts: StatementSort[] = filter.q === undefined ? ['-date'] : ['-date', '-relevance'];
    for (const sort of sorts) {
      const { text, values } = pageQuery(filter, sort, 20, null);
      const plan = await explain(text, values);
      if (scansAll(plan)) offenders.push(`${title} by ${sort}:\n${plan}`);
    }
  }
  expect(offenders).toEqual([]);
}, 60_000);

test('a phrase of common words goes by its pairs, a word that nobody used by the words', async () => {
  const planOf = async (q: string) => {
    const { text, values } = pageQuery({ q }, '-date', 20, null);
    return explain(text, values);
  };
  expect(await planOf('"of the council not"')).toContain('statement_word_pairs');
  expect(await planOf('zyzzyva')).toContain('statement_search_live');
  expect(await planOf('the')).toContain('statement_date_live');
});

test('rare traits have a way in of their own', async () => {
  const filter = { negated: true, hedged: true, nested: true, review: 'corrected' } as const;
  const { text, values } = pageQuery(filter, '-date', 20, null);
  expect(await explain(text, values)).toContain('statement_traits_live');
});

test('a reviewer’s queue scans nothing, and is read in order where nothing narrows it', async () => {
  const offenders: string[] = [];
  for (const [title, filter] of [...combinations(common()), ...combinations(manySpeakers())].map(
    ({ title, filter }) => [title, { ...filter, review: 'machine' }] as const,
  )) {
    const { text, values } = pageQuery(filter, 'confidence', 20, null);
    const plan = await explain(text, values);
    if (scansAll(plan)) offenders.push(`${title}:\n${plan}`);
  }
  expect(offenders).toEqual([]);
  const all = { review: 'machine' } as const;
  const { nextCursor } = await store.statements.list(all, 'confidence', {
    limit: 100,
    cursor: null,
  });
  for (const cursor of [null, nextCursor]) {
    const { text, values } = pageQuery(all, 'confidence', 20, cursor);
    const plan = await explain(text, values);
    expect(plan).toContain('statement_unsure');
    expect(plan.split('Limit')[1]?.split('\n').slice(0, 3).join()).not.toMatch(/Sort/);
  }
}, 60_000);

test('a timeline and a comparison read only what the speaker said', async () => {
  const speakerId = made.speakers[0] ?? '';
  const questions = [
    bucketsQuery({ speakerId }, 'day', undefined, 20),
    bucketsQuery({ speakerId, topicId: made.topics[0] ?? '' }, 'year', undefined, 20),
    comparedQuery({ speakerIds: [speakerId], publications: made.publications.slice(0, 3) }),
    comparedQuery({
      speakerIds: made.speakers,
      topicId: made.topics[0] ?? '',
      publications: made.publications,
    }),
  ];
  for (const { text, values } of questions) {
    const plan = await explain(text, values);
    expect(plan).toContain('statement_speaker_live');
    expect(scansAll(plan)).toBe(false);
  }
});

test('a page deep inside has the plan of the first one', async () => {
  for (const filter of [
    { speakerIds: made.speakers.slice(0, 1) },
    { subjectIds: made.subjects.slice(0, 1) },
    { topicId: made.topics[0] ?? '' },
    { publication: made.publications[0] ?? '' },
    {},
  ]) {
    let cursor: string | null = null;
    for (let i = 0; i < 3; i++) {
      const page: { nextCursor: string | null } = await store.statements.list(filter, '-date', {
        limit: 100,
        cursor,
      });
      cursor = page.nextCursor;
    }
    const { text, values } = pageQuery(filter, '-date', 20, cursor);
    const plan = await explain(text, values);
    expect(scansAll(plan)).toBe(false);
    expect(plan).toMatch(/ROW\(.*date.*\) < ROW\(/);
    // In order out of the index: a sort under the limit would read the whole range first.
    expect(plan.split('Limit')[1]?.split('\n').slice(0, 3).join()).not.toMatch(/Sort/);
  }
});

test('the generated spans are what their texts say', async () => {
  const { items } = await store.statements.list({ articleId: made.articles[0] ?? '' }, 'position', {
    limit: 20,
    cursor: null,
  });
  const { text } = await store.articles.text(made.articles[0] ?? '');
  expect(items.length).toBeGreaterThan(5);
  for (const { content, source, cue, sentence } of items) {
    for (const quote of [...content, source, cue, sentence]) {
      expect(quote && text.slice(quote.start, quote.end)).toBe(quote?.exact);
    }
  }
});

test('a walk through a long list meets every statement once, in order', async () => {
  const filter = { speakerIds: made.speakers.slice(0, 3), form: 'direct' as const };
  const all = await collect((cursor) =>
    store.statements.list(filter, '-date', { limit: 100, cursor }),
  );
  expect(all).toHaveLength(await store.statements.count(filter));
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  const keys = all.map(({ article, id }) => `${article.publishedAt?.toISOString()} ${id}`);
  expect(keys).toEqual([...keys].sort().reverse());
});
