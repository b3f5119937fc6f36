// What a browser finds for a text directive: the steps of "find a range from a text directive" in the specification, on
// a folded page. Lets us choose a directive that leads to the right place, not merely to the same words.

export interface FoldedDirective {
  readonly prefix: string;
  readonly textStart: string;
  readonly textEnd: string;
  readonly suffix: string;
}

export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A text of a million equal words would have every one of them tried against every other. */
const MOST_TRIES = 2_000;

const WORD = /[\p{L}\p{N}_]/u;

/** The first stretch of the page that the directive describes; null where there is none within reason. Empty terms are left out. */
export function resolve(page: string, directive: FoldedDirective): Range | null {
  const { prefix, textStart, textEnd, suffix } = directive;
  let tries = 0;
  for (let from = 0; from < page.length && tries < MOST_TRIES; tries += 1) {
    let start: Range | null;
    if (prefix === '') {
      start = find(page, textStart, from, textEnd !== '' || suffix === '');
    } else {
      const before = find(page, prefix, from, false);
      if (before === null) return null;
      from = before.start + 1;
      start = matchAt(page, textStart, skipSpace(page, before.end));
      if (start === null) continue;
    }
    if (start === null) return null;
    if (prefix === '') from = start.start + 1;
    if (textEnd === '') {
      if (followedBy(page, start.end, suffix)) return start;
      continue;
    }
    for (let end = find(page, textEnd, start.end, suffix === ''); end !== null; tries += 1) {
      if (tries > MOST_TRIES) return null;
      if (followedBy(page, end.end, suffix)) return { start: start.start, end: end.end };
      end = find(page, textEnd, end.start + 1, suffix === '');
    }
  }
  return null;
}

function followedBy(page: string, end: number, suffix: string): boolean {
  return suffix === '' || matchAt(page, suffix, skipSpace(page, end)) !== null;
}

/** The next occurrence that begins, and if need be ends, between words. */
function find(page: string, term: string, from: number, endsWord: boolean): Range | null {
  for (let start = page.indexOf(term, from); start !== -1; start = page.indexOf(term, start + 1)) {
    const end = start + term.length;
    if (isBoundary(page, start) && (!endsWord || isBoundary(page, end))) return { start, end };
  }
  return null;
}

function matchAt(page: string, term: string, at: number): Range | null {
  return page.startsWith(term, at) ? { start: at, end: at + term.length } : null;
}

function isBoundary(page: string, at: number): boolean {
  return !(WORD.test(page.charAt(at - 1)) && WORD.test(page.charAt(at)));
}

function skipSpace(page: string, at: number): number {
  let next = at;
  while (/\s/.test(page.charAt(next))) next += 1;
  return next;
}
