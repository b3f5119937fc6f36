// Filters by traits: negated, hedged, nested, a number, a quotation, confidence and review, alone and with others, through
// every way in that a list can take.

import type { StatementFilter, StatementRecord } from '../../src/storage';
import { collect, piece, save } from './articleFixtures';
import { useTestStore } from './testStore';

const db = useTestStore();
let all: StatementRecord[];

const NUMBERS = [
  'seven boats sank',
  'the boats sank',
  'one of them sank',
  'it cost £1.2m',
  'hundreds left',
];

beforeAll(async () => {
  for (let i = 0; i < 20; i++) {
    const saying = NUMBERS[i % NUMBERS.length] ?? '';
    await save(
      db.store,
      piece(
        `Ada Abel reportedly did not say ${saying}, and that the boats had sunk, a witness said.`,
        [
          {
            content: `${saying}, and that the boats had sunk`,
            by: 'Ada Abel',
            cue: 'say',
            form: (['direct', 'indirect', 'mixed'] as const)[i % 3] ?? 'direct',
            topics: ['20000011'],
            ...(i % 2 === 0 ? { negation: 'not' } : {}),
            ...(i % 4 === 1 ? { hedge: 'reportedly' } : {}),
          },
          { content: 'the boats had sunk', by: 'Ada Abel', within: 0, topics: ['20000011'] },
        ],
        {
          draft: {
            url: `https://example.org/${i}`,
            publication: 'The Lantern',
            publishedAt: new Date(Date.UTC(2026, 0, 1 + i)),
          },
        },
      ),
    );
  }
  // As an editor and another engine would: by the row alone.
  await db.query(
    `UPDATE statement SET review = (ARRAY['confirmed', 'corrected', 'rejected'])[1 + position]::review_state
     WHERE id IN (SELECT id FROM statement ORDER BY date, id LIMIT 4)`,
  );
  await db.query(
    `UPDATE statement SET confidence = 0.29 WHERE id IN (SELECT id FROM statement ORDER BY id LIMIT 5)`,
  );
  all = await collect((cursor) => db.store.statements.list({}, '-date', { limit: 50, cursor }));
});

const hasNumber = ({ content }: StatementRecord) =>
  /seven|1\.2|hundreds/.test(content.map(({ exact }) => exact).join(' '));

const holds = (filter: StatementFilter) => (statement: StatementRecord) =>
  (filter.negated === undefined || (statement.negation !== null) === filter.negated) &&
  (filter.hedged === undefined || (statement.hedge !== null) === filter.hedged) &&
  (filter.nested === undefined || (statement.parentId !== null) === filter.nested) &&
  (filter.hasNumber === undefined || hasNumber(statement) === filter.hasNumber) &&
  (filter.hasQuotation === undefined || (statement.form !== 'indirect') === filter.hasQuotation) &&
  (filter.review === undefined || statement.review.state === filter.review) &&
  (filter.minConfidence === undefined || statement.confidence >= filter.minConfidence) &&
  (filter.q === undefined || statement.content.some(({ exact }) => exact.includes('seven')));

test('every combination, through every way in', async () => {
  const speakerIds = [all[0]?.speakers[0]?.id ?? ''];
  const ways: StatementFilter[] = [
    {},
    { speakerIds },
    { topicId: '20000011' },
    { speakerIds, topicId: '20000011' },
    { publication: 'the lantern' },
    { q: 'seven' },
  ];
  const choices: StatementFilter[][] = [
    [{}, { negated: true }, { negated: false }],
    [{}, { hedged: true }],
    [{}, { nested: false }, { nested: true }],
    [{}, { hasNumber: true }, { hasNumber: false }],
    [{}, { hasQuotation: true }, { hasQuotation: false }],
    [{}, { review: 'machine' }, { review: 'corrected' }],
    [{}, { minConfidence: 0.29 }, { minConfidence: 0.3 }],
  ];
  let filters: StatementFilter[] = ways;
  for (const options of choices) {
    filters = filters.flatMap((filter) => options.map((option) => ({ ...filter, ...option })));
  }
  let some = 0;
  for (const [i, filter] of filters.entries()) {
    if (i % 7 !== 0) continue; // one in seven meets every pair of options, in a tenth of the time
    const page = await db.store.statements.list(filter, '-date', { limit: 100, cursor: null });
    const expected = all.filter(holds(filter)).map(({ id }) => id);
    expect([filter, page.items.map(({ id }) => id)]).toEqual([filter, expected]);
    if (expected.length > 0) some++;
  }
  expect(some).toBeGreaterThan(100);
});

test('a count stops where it is told to', async () => {
  expect(await db.store.statements.count({})).toBe(40);
  expect(await db.store.statements.count({}, 40)).toBe(40);
  expect(await db.store.statements.count({}, 10)).toBe(11);
});

test('a review reaches every list at once', async () => {
  const [one] = all;
  await db.query(`UPDATE statement SET review = 'rejected' WHERE id = $1`, [one?.id]);
  for (const way of [{}, { topicId: '20000011' }, { speakerIds: [one?.speakers[0]?.id ?? ''] }]) {
    const { items } = await db.store.statements.list({ ...way, review: 'rejected' }, '-date', {
      limit: 1,
      cursor: null,
    });
    expect(items[0]?.id).toBe(one?.id);
  }
});

test.each([
  [1, 0],
  [36_500, 40],
])('not older than %i days', async (maxAgeDays, expected) => {
  expect(await db.store.statements.count({ maxAgeDays })).toBe(expected);
});

test.each([
  ['in digits', 'in 1994', true],
  ['with a currency', '£3bn', true],
  ['after a hyphen', 'Covid-19', true],
  ['in words', 'Twenty-two people', true],
  ['in hundreds', 'dozens of them', true],
  ['a share', 'a few per cent', true],
  ['a pronoun', 'one of them', false],
  ['an ordinal', 'the second time', false],
  ['within a word', 'often, intense, weightless', false],
  ['within a name', 'the B52s', false],
])('a number %s', async (_title, content, expected) => {
  const [row] = await db.query<{ has: boolean }>('SELECT has_number($1) AS has', [content]);
  expect(row?.has).toBe(expected);
});
