// The bars of a timeline are true to time: empty intervals stand there, in UTC, and none is drawn twice.

import fc from 'fast-check';

import type { Interval } from '../../../src/web/speaker/bars';
import { barsOf, intervalName, ticksOf } from '../../../src/web/speaker/bars';

const bar = (start: string, end: string, count = 1) => ({
  start: `${start}T00:00:00.000Z`,
  end: `${end}T00:00:00.000Z`,
  count,
});

test('months in which nobody quoted the speaker stand between the others', () => {
  const bars = barsOf(
    [bar('2026-03-01', '2026-04-01', 2), bar('2025-12-01', '2026-01-01', 5)],
    'month',
  );
  expect(bars).toEqual([
    bar('2025-12-01', '2026-01-01', 5),
    bar('2026-01-01', '2026-02-01', 0),
    bar('2026-02-01', '2026-03-01', 0),
    bar('2026-03-01', '2026-04-01', 2),
  ]);
});

test('decades of days are not drawn to scale', () => {
  expect(
    barsOf([bar('1999-01-01', '1999-01-02'), bar('2026-01-01', '2026-01-02')], 'day'),
  ).toBeNull();
  expect(barsOf([], 'day')).toEqual([]);
});

test('every interval follows the one before, across leap years and clock changes', () => {
  const lengths: Record<Interval, number> = { day: 1, week: 7, month: 28, year: 365 };
  fc.assert(
    fc.property(
      fc.constantFrom<Interval>('day', 'week', 'month', 'year'),
      fc.integer({ min: 1990, max: 2040 }),
      fc.integer({ min: 1, max: 5 }),
      (interval, year, steps) => {
        const start = Date.UTC(year, 0, 1);
        const last = new Date(start);
        if (interval === 'year') last.setUTCFullYear(year + steps);
        else if (interval === 'month') last.setUTCMonth(steps);
        else last.setUTCDate(1 + steps * lengths[interval]);
        const item = (date: Date) => ({ start: date.toISOString(), end: '', count: 1 });
        const bars = barsOf([item(new Date(start)), item(last)], interval)!;
        expect(bars).toHaveLength(steps + 1);
        expect(bars.map(({ count }) => count)).toEqual([1, ...Array<number>(steps - 1).fill(0), 1]);
      },
    ),
  );
});

test.each([
  ['2026-05-04T00:00:00.000Z', 'year', '2026'],
  ['2026-05-01T00:00:00.000Z', 'month', 'May 2026'],
  ['2026-05-04T00:00:00.000Z', 'week', 'week of 4 May 2026'],
  ['2026-05-04T00:00:00.000Z', 'day', '4 May 2026'],
] as const)('%s by %s is called %s', (start, interval, name) => {
  expect(intervalName(start, interval)).toBe(name);
});

test.each<[Interval, number, string[]]>([
  ['month', 7, ['Oct 2025', '', '', 'Jan 2026', '', '', 'Apr']],
  ['year', 3, ['2025', '', '2027']],
])('the labels below bars by %s have room, and say where a year begins', (interval, n, ticks) => {
  const step = interval === 'month' ? 1 : 12;
  const starts = Array.from({ length: n }, (_, i) => new Date(Date.UTC(2025, 9 + i * step, 1)));
  const bars = starts.map((start) => ({ start: start.toISOString(), end: '', count: 1 }));
  expect(ticksOf(bars, interval)).toEqual(ticks);
});

test('of empty bars and those with statements, the latter are labelled first', () => {
  const counts = [10, 0, 0, 0, 0, 0, 2];
  const bars = counts.map((count, i) => ({
    start: new Date(Date.UTC(2026, 2 + i, 1)).toISOString(),
    end: '',
    count,
  }));
  expect(ticksOf(bars, 'month')).toEqual(['Mar 2026', '', '', 'Jun', '', '', 'Sept']);
});
