// A speaker's timeline as bars: intervals in which nobody quoted them stand there too, lest the axis lie about time.

export interface Bar {
  readonly start: string;
  readonly end: string;
  readonly count: number;
}

export type Interval = 'day' | 'week' | 'month' | 'year';

/** Beyond this many, gaps are left out rather than drawn. */
const MOST = 160;

/** The interval after the one that starts then, in UTC as the API counts. */
function next(start: string, interval: Interval): string {
  const date = new Date(start);
  if (interval === 'year') date.setUTCFullYear(date.getUTCFullYear() + 1);
  else if (interval === 'month') date.setUTCMonth(date.getUTCMonth() + 1);
  else date.setUTCDate(date.getUTCDate() + (interval === 'week' ? 7 : 1));
  return date.toISOString();
}

/** Bars in order of time, with empty ones between; null where they would be too many to be looked at. */
export function barsOf(items: readonly Bar[], interval: Interval): Bar[] | null {
  const found = new Map(items.map((item) => [Date.parse(item.start), item]));
  const starts = [...found.keys()].sort((a, b) => a - b);
  const [first, last] = [starts[0], starts.at(-1)];
  if (first === undefined || last === undefined) return [];
  const bars: Bar[] = [];
  for (let start = new Date(first).toISOString(); Date.parse(start) <= last;) {
    const end = next(start, interval);
    bars.push(found.get(Date.parse(start)) ?? { start, end, count: 0 });
    if (bars.length > MOST) return null;
    start = end;
  }
  return bars;
}

const YEAR = new Intl.DateTimeFormat('en-GB', { year: 'numeric', timeZone: 'UTC' });
const MONTH = new Intl.DateTimeFormat('en-GB', {
  year: 'numeric',
  month: 'short',
  timeZone: 'UTC',
});
const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });

/** What an interval is called: '2026', 'May 2026', '4 May 2026', 'week of 4 May 2026'. */
export function intervalName(start: string, interval: Interval): string {
  const date = new Date(start);
  if (interval === 'year') return YEAR.format(date);
  if (interval === 'month') return MONTH.format(date);
  return interval === 'week' ? `week of ${DAY.format(date)}` : DAY.format(date);
}

const MONTH_ALONE = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' });
const DAY_ALONE = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
});
/** So many bars have room for one label below them. */
const ROOM: Record<Interval, number> = { year: 2, month: 2, week: 3, day: 3 };

/** What stands below the bars: the year where it begins; where there is room a shorter name, first below those with statements; else ''. */
export function ticksOf(bars: readonly Bar[], interval: Interval): string[] {
  const ticks = bars.map(() => '');
  const taken = new Set<number>();
  const put = (i: number, label: string, room: number): boolean => {
    const places = Array.from({ length: room }, (_, k) => i + k);
    if (places.some((place) => taken.has(place))) return false;
    places.forEach((place) => taken.add(place));
    ticks[i] = label;
    return true;
  };
  const room = ROOM[interval];
  const short = interval === 'month' ? MONTH_ALONE : DAY_ALONE;
  let year = '';
  bars.forEach(({ start }, i) => {
    const date = new Date(start);
    const its = YEAR.format(date);
    if (its === year) return;
    const placed =
      interval === 'year' ? put(i, its, room) : put(i, `${short.format(date)} ${its}`, room + 1);
    if (placed) year = its;
  });
  if (interval === 'year') return ticks;
  for (const withStatements of [true, false]) {
    bars.forEach(({ start, count }, i) => {
      if (count > 0 === withStatements) put(i, short.format(new Date(start)), room);
    });
  }
  return ticks;
}
