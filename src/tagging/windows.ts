// A text of any length in windows that the encoder can hold. Each window answers for a stretch of words, its core, and
// sees some words more on both sides. Where a core ends is decided by the text around that place alone, not by a count
// from the start nor by the cut before: after a paragraph is put in front of a text, all windows but the first fall where
// they fell before, and so give the very same answers.

import type { Features } from './features';
import { FEATURES } from './features';
import type { Tokens } from './tokenizer';

export interface WindowSize {
  /** Subtokens that a window holds, two of them special. */
  readonly subtokens: number;
  /** Words that two neighbouring windows share. */
  readonly overlapWords: number;
}

/** Words from `start` to `end` are read, those from `low` to `high` (the core) are answered for. */
export interface Window {
  readonly start: number;
  readonly end: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Fixed cuts stand where no better border is within this many words, before or behind. What stands further away has no
 * say, so that a paragraph put in front changes only the windows near it.
 */
const SIGHT = 60;
/** Context on one side of a core over what two neighbours must share, where the window has room for it. */
const GENEROUS = 1.5;
/** How far from an even share a cut between two fixed ones may lie, as a part of the share. */
const SLACK = 0.2;

/** Cuts a text into windows, one after the other; every word is answered for by exactly one of them. */
export function* cutWindows(
  tokens: Tokens,
  features: Features,
  { subtokens, overlapWords }: WindowSize,
): Generator<Window> {
  const { count, first } = tokens;
  const room = subtokens - 2;
  const context = overlapWords >> 1;
  if (first[count]! <= room) {
    if (count > 0) yield { start: 0, end: count, low: 0, high: count };
    return;
  }
  const rank = rankBorders(tokens, features);
  let low = 0;
  for (const stop of fixedCuts(rank)) {
    while (low < stop) {
      // Where the words alone overfill a window (each may have many subtokens), the context gives way.
      const start = firstFitting(first, low, context, room >> 2);
      const fits = lastFitting(first, start, count, room);
      const latest = fits < count ? Math.max(low + 1, fits - context) : count;
      const high = latest >= stop ? stop : evenCut(rank, low, latest, stop);
      yield widened(
        tokens,
        { start, end: Math.max(Math.min(fits, high + context), low + 1), low, high },
        room,
        context * GENEROUS,
      );
      low = high;
    }
  }
}

/** The window with more context on both sides, as far as it holds more. */
function widened(
  { count, first }: Tokens,
  { start, end, low, high }: Window,
  room: number,
  most: number,
): Window {
  let from = start;
  let to = end;
  for (;;) {
    const before = from > 0 && low - from < most && first[to]! - first[from - 1]! <= room;
    if (before) from--;
    const behind = to < count && to - high < most && first[to + 1]! - first[from]! <= room;
    if (behind) to++;
    if (!before && !behind) return { start: from, end: to, low, high };
  }
}

/** The borders that outrank all others in sight, and the end of the text. */
function* fixedCuts(rank: Float64Array): Generator<number> {
  for (let border = SIGHT; border <= rank.length - SIGHT; border++) {
    let first = true;
    for (let away = 1; away <= SIGHT && first; away++) {
      // Of equals neither: a text of one word without end has no place that differs from any other.
      first = rank[border]! > rank[border - away]! && rank[border]! >= (rank[border + away] ?? -1);
    }
    if (first) yield border;
  }
  yield rank.length;
}

/** The best border near an even share of the words between two fixed cuts. */
function evenCut(rank: Float64Array, low: number, latest: number, stop: number): number {
  const share = (stop - low) / Math.ceil((stop - low) / (latest - low));
  const from = Math.max(low + 1, Math.min(latest, Math.ceil(low + share * (1 - SLACK))));
  const to = Math.max(from, Math.min(latest, Math.floor(low + share * (1 + SLACK))));
  let best = from;
  for (let border = from; border <= to; border++) if (rank[border]! > rank[best]!) best = border;
  return best;
}

/** Where context words before a core may start, if they are to take up no more than some subtokens. */
function firstFitting(first: Int32Array, low: number, context: number, room: number): number {
  let start = low;
  while (start > 0 && low - start < context && first[low]! - first[start - 1]! <= room) start--;
  return start;
}

/** One past the last word of those from `start` on that fit into the room, by bisection. */
function lastFitting(first: Int32Array, start: number, count: number, room: number): number {
  const limit = first[start]! + room;
  let low = start;
  let high = Math.min(count, start + room);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (first[middle]! <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Borders by rank: those between paragraphs before those of sentences before those of words; by hash among equals. */
function rankBorders(tokens: Tokens, features: Features): Float64Array {
  const rank = new Float64Array(tokens.count);
  for (let border = 1; border < tokens.count; border++)
    rank[border] = borderKind(tokens, features, border) * 2 ** 32 + hashAt(tokens, border);
  return rank;
}

const FULL_STOP = 1012;
const CAPITALISED = 5;
/** Where the quotation state of a word stands among its features; above 1 it is a mark. */
const QUOTATION = 1;

/**
 * 3 between paragraphs neither of which has a quotation mark there ("… in May.¶The …"), 2 between others, 1 behind a full
 * stop before a capital ("… he said. The …"), 0 between other words. Quotations seldom stand in a paragraph of their own
 * without the next or the last one saying who speaks.
 */
function borderKind(
  { ids, first }: Tokens,
  { paragraphs, values }: Features,
  border: number,
): number {
  const before = (border - 1) * FEATURES;
  const behind = border * FEATURES;
  if (paragraphs[border] !== paragraphs[border - 1]) {
    return Math.max(values[before + QUOTATION]!, values[behind + QUOTATION]!) > 1 ? 2 : 3;
  }
  const stop = ids[first[border - 1]!] === FULL_STOP;
  return stop && values[behind] === CAPITALISED ? 1 : 0;
}

/** Mixes the eight subtokens behind a border into a number that is the same wherever the text stands. */
function hashAt({ ids, first }: Tokens, border: number): number {
  const from = first[border]!;
  let hash = 0x811c9dc5;
  for (let at = from; at < Math.min(ids.length, from + 8); at++) {
    hash = Math.imul(hash ^ ids[at]!, 0x01000193);
    hash ^= hash >>> 15;
  }
  return hash >>> 0;
}
