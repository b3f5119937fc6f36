// The shortest text directive that leads to one stretch of a text and to no earlier one.

import type { TextDirective } from './directive';
import type { Page } from './page';
import type { Range } from './resolve';
import { resolve } from './resolve';

/** Longer ones are given by their first and last words, as the specification advises. */
const LONGEST_EXACT = 300;
/** Words of context tried on either side, fewest first. */
const CONTEXT = [0, 1, 2, 3, 5, 8, 13, 21];
/** Words at either end of a long stretch. */
const ENDS = [4, 7, 11, 16];

/** A directive for the stretch; where the page says the same over and over, the one with the most context. */
export function chooseDirective(page: Page, stretch: Range): TextDirective {
  const target = trimmed(page.folded, stretch);
  const candidates = candidatesFor(page.folded, target);
  const unique = candidates.find((candidate) => leadsTo(page.folded, candidate, target));
  if (unique !== undefined) return written(page, unique);
  // A paragraph that is nothing but '“No way.”': no context lies between its marks and its ends, so they are taken in.
  const whole = withMarks(page.folded, target);
  const wider = candidatesFor(page.folded, whole);
  const found = wider.find((candidate) => leadsTo(page.folded, candidate, whole));
  return written(page, found ?? candidates.at(-1) ?? bare(target));
}

function candidatesFor(folded: string, target: Range): Candidate[] {
  const exact = folded.slice(target.start, target.end);
  const cores: Core[] =
    exact.length <= LONGEST_EXACT && !exact.includes('\n')
      ? [{ start: target, end: null }]
      : ENDS.map((count) => endsOf(folded, target, count));
  return CONTEXT.flatMap((words) =>
    cores.flatMap((core): Candidate[] => {
      if (words === 0) return [{ core, prefix: null, suffix: null }];
      const prefix = before(folded, target.start, words);
      return [
        { core, prefix, suffix: null },
        { core, prefix, suffix: after(folded, target.end, words) },
      ];
    }),
  );
}

function bare(target: Range): Candidate {
  return { core: { start: target, end: null }, prefix: null, suffix: null };
}

/** The stretch with all punctuation right before and after it. */
function withMarks(folded: string, { start, end }: Range): Range {
  let from = start;
  let to = end;
  while (from > 0 && MARK.test(folded.charAt(from - 1))) from -= 1;
  while (to < folded.length && MARK.test(folded.charAt(to))) to += 1;
  return { start: from, end: to };
}

const MARK = /[^\p{L}\p{N}\s]/u;

interface Core {
  readonly start: Range;
  readonly end: Range | null;
}

interface Candidate {
  readonly core: Core;
  readonly prefix: Range | null;
  readonly suffix: Range | null;
}

function leadsTo(folded: string, { core, prefix, suffix }: Candidate, target: Range): boolean {
  const cut = (range: Range | null): string =>
    range === null ? '' : folded.slice(range.start, range.end);
  const found = resolve(folded, {
    prefix: cut(prefix),
    textStart: cut(core.start),
    textEnd: cut(core.end),
    suffix: cut(suffix),
  });
  return found?.start === target.start && found.end === target.end;
}

function written(page: Page, { core, prefix, suffix }: Candidate): TextDirective {
  const words = (range: Range): string => page.words(range.start, range.end);
  return {
    ...(prefix === null ? {} : { prefix: words(prefix) }),
    textStart: words(core.start),
    ...(core.end === null ? {} : { textEnd: words(core.end) }),
    ...(suffix === null ? {} : { suffix: words(suffix) }),
  };
}

/** The first and last words, each within its block. */
function endsOf(folded: string, target: Range, count: number): Core {
  const firstBlock = folded.indexOf('\n', target.start);
  const lastBlock = folded.lastIndexOf('\n', target.end - 1) + 1;
  const first = forward(folded, target.start, limit(firstBlock, target.end), count);
  const last = backward(folded, Math.max(lastBlock, target.start), target.end, count);
  // One enormous word, or so few that the ends would overlap.
  if (last.start < first.end) return { start: target, end: null };
  return { start: first, end: last };
}

/** The words right before a place: of its block, or where it begins one, of the block before. */
function before(folded: string, at: number, count: number): Range | null {
  let end = at;
  while (end > 0 && /\s/.test(folded.charAt(end - 1))) end -= 1;
  if (end === 0) return null;
  return backward(folded, folded.lastIndexOf('\n', end - 1) + 1, end, count);
}

/** The words right after a place: of its block, or where it ends one, of the next. */
function after(folded: string, at: number, count: number): Range | null {
  let start = at;
  while (start < folded.length && /\s/.test(folded.charAt(start))) start += 1;
  if (start === folded.length) return null;
  return forward(folded, start, limit(folded.indexOf('\n', start), folded.length), count);
}

function forward(folded: string, start: number, end: number, count: number): Range {
  let at = start;
  for (let words = 0; words < count && at < end; words += 1) {
    const space = folded.indexOf(' ', at + 1);
    at = space === -1 || space > end ? end : space;
  }
  return trimmed(folded, { start, end: at });
}

function backward(folded: string, start: number, end: number, count: number): Range {
  let at = end;
  for (let words = 0; words < count && at > start; words += 1) {
    at = Math.max(folded.lastIndexOf(' ', at - 2) + 1, start);
  }
  return trimmed(folded, { start: at, end });
}

function limit(found: number, otherwise: number): number {
  return found === -1 ? otherwise : Math.min(found, otherwise);
}

function trimmed(folded: string, { start, end }: Range): Range {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(folded.charAt(from))) from += 1;
  while (to > from && /\s/.test(folded.charAt(to - 1))) to -= 1;
  return { start: from, end: to };
}
