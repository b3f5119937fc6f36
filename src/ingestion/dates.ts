// Reads the dates that senders and pages write. ISO 8601 only: "03/04/2026" means two days to two readers.

const ISO_8601 =
  /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ](\d{2}):?(\d{2})(?::?(\d{2})(?:[.,](\d{1,9}))?)?(Z|[+-]\d{2}(?::?\d{2})?)?)?$/i;

export type DateProblem = 'unreadable' | 'no-zone';

/** The moment an ISO 8601 string names; a bare day is its first moment in UTC; a time must say its zone. */
export function readDate(written: string): Date | DateProblem {
  const match = ISO_8601.exec(written.trim());
  if (match === null) return 'unreadable';
  const [, year, month, day, hour, minute = '00', second = '00', fraction = '0', zone] = match;
  if (!dayExists(Number(year), Number(month), Number(day))) return 'unreadable';
  if (hour === undefined) return new Date(`${year}-${month}-${day}T00:00:00Z`);
  if (zone === undefined) return 'no-zone';
  const milliseconds = fraction.padEnd(3, '0').slice(0, 3);
  const date = new Date(
    `${year}-${month}-${day}T${hour}:${minute}:${second}.${milliseconds}${fullZone(zone)}`,
  );
  return Number.isNaN(date.getTime()) ? 'unreadable' : date;
}

/** The same for the metadata of pages, which nobody can be asked to mend: no zone is read as UTC, nonsense as null. */
export function readDateLeniently(written: string | null): Date | null {
  if (written === null) return null;
  const date = readDate(written);
  if (date instanceof Date) return date;
  const asUtc = date === 'no-zone' ? readDate(`${written.trim()}Z`) : date;
  return asUtc instanceof Date ? asUtc : null;
}

/** What to tell a sender whose date cannot be used. */
export function dateAdvice(problem: DateProblem): string {
  return problem === 'no-zone'
    ? 'This time has no zone: add Z or an offset, as in 2026-05-12T18:40:00+02:00.'
    : 'This is not a date: write ISO 8601 with a zone, as in 2026-05-12T18:40:00+02:00.';
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Date() turns 30 February into 1 March and says nothing. */
function dayExists(year: number, month: number, day: number): boolean {
  if (year < 1000 || year > 2999 || month < 1 || month > 12 || day < 1) return false;
  return day <= (month === 2 ? (leap(year) ? 29 : 28) : (DAYS[month - 1] ?? 0));
}

function leap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function fullZone(zone: string): string {
  if (zone.toUpperCase() === 'Z') return 'Z';
  const digits = zone.replace(':', '').padEnd(5, '0');
  return `${digits.slice(0, 3)}:${digits.slice(3)}`;
}
