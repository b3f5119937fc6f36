// How a search divides: the counts are those of the list that the same filter gives.

import type { StatementFilter, StatementRecord } from '../../src/storage';
import { FACETED } from '../../src/storage/reading/facets';
import { collect, piece, save } from './articleFixtures';
import { useTestStore } from './testStore';

const db = useTestStore();
const NAMES = ['speaker', 'topic', 'publication', 'form', 'year', 'cueClass', 'review'] as const;

beforeAll(async () => {
  for (let i = 0; i < 12; i++) {
    const person = ['Ada Abel', 'Ben Borg'][i % 2] ?? '';
    await save(
      db.store,
      piece(
        `${person} and Cleo Costa said the bridge stands.`,
        [
          {
            content: 'the bridge stands',
            by: i % 3 === 0 ? [person, 'Cleo Costa'] : person,
            form: i % 4 === 0 ? 'direct' : 'indirect',
            topics: i % 2 === 0 ? ['20000012'] : [],
          },
        ],
        {
          draft: {
            url: `https://example.org/${i}`,
            publication: [' The Lantern', 'the lantern', null][i % 3] ?? null,
            publishedAt: new Date(Date.UTC(2024 + (i % 3), 0, 1)),
          },
        },
      ),
    );
  }
});

function divide(
  items: readonly StatementRecord[],
  valuesOf: (statement: StatementRecord) => readonly string[],
) {
  const counts = new Map<string, number>();
  for (const value of items.flatMap(valuesOf)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return Object.fromEntries(counts);
}

test.each<[string, StatementFilter]>([
  ['everything', {}],
  ['words', { q: 'bridge' }],
  ['a topic and a form', { topicId: '20000011', form: 'direct' }],
  ['nothing', { q: 'ferry' }],
])('of %s', async (_title, filter) => {
  const items = await collect((cursor) =>
    db.store.statements.list(filter, '-date', { limit: 5, cursor }),
  );
  const { counted, exact, values } = await db.store.statements.facets(filter, NAMES);
  expect([counted, exact]).toEqual([items.length, true]);
  const counts = (name: (typeof NAMES)[number]) =>
    Object.fromEntries((values[name] ?? []).map(({ value, count }) => [value, count]));
  expect(counts('speaker')).toEqual(divide(items, ({ speakers }) => speakers.map(({ id }) => id)));
  expect(counts('topic')).toEqual(divide(items, ({ topics }) => topics.map(({ id }) => id)));
  expect(counts('form')).toEqual(divide(items, ({ form }) => [form]));
  expect(counts('year')).toEqual(
    divide(items, ({ article }) => [String(article.publishedAt?.getUTCFullYear())]),
  );
  expect(counts('cueClass')).toEqual(divide(items, ({ cue }) => (cue === null ? [] : [cue.class])));
  expect(counts('review')).toEqual(divide(items, ({ review }) => [review.state]));
  const papers = items.filter(({ article }) => article.publication !== null).length;
  expect((values.publication ?? []).map(({ count }) => count)).toEqual(papers > 0 ? [papers] : []);
});

test('the most frequent first, with names to read, and only what was asked', async () => {
  const { values } = await db.store.statements.facets({}, ['speaker']);
  expect(values).toEqual({
    speaker: [
      expect.objectContaining({ label: 'Ada Abel', count: 6 }),
      expect.objectContaining({ label: 'Ben Borg', count: 6 }),
      expect.objectContaining({ label: 'Cleo Costa', count: 4 }),
    ],
  });
});

test('of more statements than can be divided in time, the newest, and it says so', async () => {
  await db.query(
    `INSERT INTO statement (id, article_id, revision_id, position, form, content, prefix, suffix, confidence, created_at, live, date)
     SELECT gen_random_uuid(), article_id, revision_id, 100 + n, 'mixed', 'a ferry', '', '', 0.5, created_at, true,
       timestamptz '2020-01-01' + n * interval '1 minute'
     FROM (SELECT * FROM statement LIMIT 1) one, generate_series(1, ${FACETED} + 1) n`,
  );
  const { counted, exact, values } = await db.store.statements.facets({}, ['form']);
  expect([counted, exact]).toEqual([FACETED, false]);
  expect(values.form).toEqual([
    { value: 'mixed', label: 'mixed', count: FACETED - 12 },
    { value: 'indirect', label: 'indirect', count: 9 },
    { value: 'direct', label: 'direct', count: 3 },
  ]);
});
