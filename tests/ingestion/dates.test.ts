import { readDate, readDateLeniently } from '../../src/ingestion/dates';

const iso = (date: Date | string | null): string | null =>
  date instanceof Date ? date.toISOString() : date;

test.each([
  ['with an offset', '2026-05-12T18:40:00+02:00', '2026-05-12T16:40:00.000Z'],
  ['in UTC', '2026-05-12T18:40:00Z', '2026-05-12T18:40:00.000Z'],
  ['with fractions of a second', '2026-05-12T18:40:00.123456Z', '2026-05-12T18:40:00.123Z'],
  ['without seconds', '2026-05-12T18:40Z', '2026-05-12T18:40:00.000Z'],
  ['in the basic form', '20260512T184000+0200', '2026-05-12T16:40:00.000Z'],
  ['with an offset of hours only', '2026-05-12T18:40:00+02', '2026-05-12T16:40:00.000Z'],
  ['with a space, as databases print it', '2026-05-12 18:40:00+00:00', '2026-05-12T18:40:00.000Z'],
  ['a bare day', '2026-05-12', '2026-05-12T00:00:00.000Z'],
  ['a leap day', '2024-02-29', '2024-02-29T00:00:00.000Z'],
  ['a time without a zone', '2026-05-12T18:40:00', 'no-zone'],
  ['a day that does not exist', '2026-02-30T10:00:00Z', 'unreadable'],
  ['a leap day of another year', '2026-02-29', 'unreadable'],
  ['an hour that does not exist', '2026-05-12T25:00:00Z', 'unreadable'],
  ['a day of two readings', '03/04/2026', 'unreadable'],
  ['words', 'yesterday', 'unreadable'],
  ['a year that no newspaper has', '0026-05-12', 'unreadable'],
])('reads %s', (_title, written, expected) => {
  expect(iso(readDate(written))).toBe(expected);
});

test('takes a page’s time without a zone as UTC, and its nonsense as unknown', () => {
  expect(iso(readDateLeniently('2026-05-12T18:40:00'))).toBe('2026-05-12T18:40:00.000Z');
  expect(readDateLeniently('May 12th')).toBeNull();
  expect(readDateLeniently(null)).toBeNull();
});
