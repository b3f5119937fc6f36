// What a speaker said over time: calendar intervals in UTC with all that was said in them.

import type { Interval, StatementRecord } from '../../src/storage';
import { collect, piece, save } from './articleFixtures';
import { useTestStore } from './testStore';

const db = useTestStore();
const DATES = [
  '2025-12-31T23:59:59.999Z',
  '2026-01-01T00:00:00Z',
  '2026-01-04T12:00:00Z', // a Sunday
  '2026-01-05T00:00:00Z', // a Monday
  '2026-01-05T08:00:00Z',
  '2026-01-05T09:00:00Z',
  '2026-01-05T10:00:00Z',
  '2026-03-01T00:00:00Z',
];
let speakerId: string;
let all: StatementRecord[];

beforeAll(async () => {
  for (const [i, date] of DATES.entries()) {
    await save(
      db.store,
      piece(
        `Ada Abel said the bridge stands. Ben Borg said so.`,
        [
          { content: 'the bridge stands', by: 'Ada Abel', topics: i % 2 === 0 ? ['20000012'] : [] },
          { content: 'so', by: 'Ben Borg' },
        ],
        { draft: { url: `https://example.org/${i}`, publishedAt: new Date(date) } },
      ),
    );
  }
  speakerId = (await db.store.speakers.called('Ada Abel'))[0]?.id ?? '';
  all = await collect((cursor) =>
    db.store.statements.list({ speakerIds: [speakerId] }, '-date', { limit: 50, cursor }),
  );
});

const FIRST = { limit: 20, cursor: null };
const starts = async (interval: Interval) =>
  (await db.store.statements.timeline({ speakerId }, interval, FIRST)).items.map(
    ({ start, count }) => [start.toISOString().slice(0, 10), count],
  );

test.each<[Interval, [string, number][]]>([
  [
    'day',
    [
      ['2026-03-01', 1],
      ['2026-01-05', 4],
      ['2026-01-04', 1],
      ['2026-01-01', 1],
      ['2025-12-31', 1],
    ],
  ],
  [
    'week',
    [
      ['2026-02-23', 1],
      ['2026-01-05', 4],
      ['2025-12-29', 3],
    ],
  ],
  [
    'month',
    [
      ['2026-03-01', 1],
      ['2026-01-01', 6],
      ['2025-12-01', 1],
    ],
  ],
  [
    'year',
    [
      ['2026-01-01', 7],
      ['2025-01-01', 1],
    ],
  ],
])('by %s', async (interval, expected) => {
  expect(await starts(interval)).toEqual(expected);
});

test('each interval shows its latest statements, and lists all by its bounds', async () => {
  const { items } = await db.store.statements.timeline({ speakerId }, 'month', FIRST);
  for (const { start, end, count, statements } of items) {
    const within = all.filter(({ article }) => {
      const date = article.publishedAt ?? new Date(0);
      return date >= start && date < end;
    });
    expect(within).toHaveLength(count);
    // Lineages are read for lists of statements alone.
    const shown = within.slice(0, 3).map((statement) => ({ ...statement, lineage: undefined }));
    expect(statements).toEqual(shown);
  }
});

test('about a topic, broader ones included, and between dates', async () => {
  const about = await db.store.statements.timeline(
    { speakerId, topicId: '20000011', from: new Date('2026-01-01'), to: new Date('2026-03-01') },
    'year',
    FIRST,
  );
  expect(about.items.map(({ count }) => count)).toEqual([3]);
  const none = await db.store.statements.timeline(
    { speakerId, topicId: '20000018' },
    'year',
    FIRST,
  );
  expect(none).toEqual({ items: [], nextCursor: null });
});

test('page by page, and a cursor belongs to its question', async () => {
  const whole = await db.store.statements.timeline({ speakerId }, 'day', FIRST);
  const paged = await collect((cursor) =>
    db.store.statements.timeline({ speakerId }, 'day', { limit: 2, cursor }),
  );
  expect(paged).toEqual(whole.items);
  const { nextCursor: cursor } = await db.store.statements.timeline({ speakerId }, 'day', {
    limit: 1,
    cursor: null,
  });
  await expect(
    db.store.statements.timeline({ speakerId }, 'week', { limit: 1, cursor }),
  ).rejects.toMatchObject({ kind: 'malformed-request' });
});
