// marks of one paragraph → quotations: a single pass with a stack, so a million marks cost a million steps.

import type { Mark } from './marks';

/** A quotation as paired inside one paragraph; `end` is that of the paragraph where it was never closed. */
export interface Pair {
  readonly start: number;
  readonly end: number;
  /** Between the marks. */
  readonly inner: { readonly start: number; readonly end: number };
  readonly family: Mark['family'];
  readonly closed: boolean;
  /** 0 for outermost. */
  readonly depth: number;
}

// Deeper nesting is noise; the bound keeps hostile input ("“““…") from growing the stack without end.
const DEEPEST = 4;

/**
 * Pairs marks of one paragraph that ends at `end`. Unclosed single marks were apostrophes and give nothing, but for one
 * at `leftOpen`.
 */
export function pairMarks(
  text: string,
  marks: readonly Mark[],
  end: number,
  leftOpen: number | null = null,
): Pair[] {
  const pairs: Pair[] = [];
  const stack: Mark[] = [];
  const possessives = possessiveMarks(text, marks);

  const closeAt = (level: number, mark: Mark | null, stop: number): void => {
    const open = stack[level]!;
    stack.length = level;
    let innerEnd = mark === null ? stop : mark.start;
    while (mark === null && innerEnd > open.end && /\s/.test(text[innerEnd - 1]!)) innerEnd -= 1;
    if (mark === null && open.family === 'single' && open.start !== leftOpen) return;
    if (innerEnd <= open.end || !/[\p{L}\p{N}]/u.test(text.slice(open.end, innerEnd))) return;
    pairs.push({
      start: open.start,
      end: mark === null ? innerEnd : mark.end,
      inner: { start: open.end, end: innerEnd },
      family: open.family,
      closed: mark !== null,
      depth: 0,
    });
  };

  marks.forEach((mark, index) => {
    const level = stack.findLastIndex((open) => open.family === mark.family);
    const closing =
      level >= 0 &&
      (closesGerman(text, mark, stack[level]!) ||
        (mark.closes && !(mark.opens && prefersOpening(text, mark))));
    if (closing && !possessives.has(index)) {
      closeAt(level, mark, mark.end);
      return;
    }
    if (!opensHere(text, mark, level >= 0)) return;
    // "“I think so, he said. “But…": a second opener of the kind says that the first was never closed
    // (but "“She said ‘he said “no”’”": with another kind open in between it stands inside)
    const inside = level < stack.length - 1;
    if (level >= 0 && !inside && mark.family !== 'single') closeAt(level, null, mark.start);
    if (stack.length < DEEPEST) stack.push(mark);
  });
  while (stack.length > 0) closeAt(stack.length - 1, null, end);
  return withDepths(pairs.sort((a, b) => a.start - b.start || b.end - a.end));
}

/** Depth by containment, since an apostrophe may have stood on the stack while the pair was open. */
function withDepths(pairs: readonly Pair[]): Pair[] {
  const ends: number[] = [];
  return pairs.map((pair) => {
    while (ends.length > 0 && ends.at(-1)! <= pair.start) ends.pop();
    ends.push(pair.end);
    return { ...pair, depth: ends.length - 1 };
  });
}

/** German „…“: the mark that opens in English closes there. */
const closesGerman = (text: string, mark: Mark, open: Mark): boolean =>
  text[mark.start] === '“' && /[„‟]/.test(text[open.start]!);

function opensHere(text: string, mark: Mark, sameOpen: boolean): boolean {
  if (!mark.opens) return false;
  return !sameOpen || text.slice(mark.start, mark.end) !== '"' || !mark.closes;
}

const prefersOpening = (text: string, mark: Mark): boolean =>
  /\s/.test(text[mark.start - 1] ?? ' ') &&
  !/\s/.test(text[mark.end] ?? ' ') &&
  mark.family !== 'double';

/**
 * Inside single marks, "the leaders’ talks" has an apostrophe that looks like a closing mark. It is one where
 * a later mark closes better (after a stop or comma) before the next opening one.
 */
function possessiveMarks(text: string, marks: readonly Mark[]): ReadonlySet<number> {
  const possessives = new Set<number>();
  let betterFollows = false;
  for (let i = marks.length - 1; i >= 0; i -= 1) {
    const mark = marks[i]!;
    if (mark.family !== 'single') continue;
    if (mark.opens && !mark.closes) {
      betterFollows = false;
      continue;
    }
    const before = text[mark.start - 1] ?? ' ';
    if (/[.,!?…]/.test(before)) betterFollows = true;
    else if (
      betterFollows &&
      /[sxz]/i.test(before) &&
      /^\s\p{Ll}/u.test(text.slice(mark.end, mark.end + 2))
    )
      possessives.add(i);
  }
  return possessives;
}
