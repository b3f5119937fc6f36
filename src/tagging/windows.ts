// A text of any length in windows that the encoder can hold. Each window answers for a stretch of words, its core, and
// sees some words more on both sides. Where a core ends is decided by the text around that place and not by a count
// from the start: after a paragraph is put in front of a long text, the windows soon fall where they fell before, and
// so give the very same answers.

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
 * The least share of the longest possible core that a core has. The smaller, the sooner windows fall into step again,
 * but they are then shorter: 0.7 scored 87.5 and 0.5 scored 86.4 on PolNeAR dev (reported, windows of 384, 60 shared).
 */
const LEAST = 0.7;

/** Cuts a text into windows, one after the other; every word is answered for by exactly one of them. */
export function* cutWindows(
  tokens: Tokens,
  features: Features,
  { subtokens, overlapWords }: WindowSize,
): Generator<Window> {
  const { count, first } = tokens;
  const room = subtokens - 2;
  const context = overlapWords >> 1;
  let low = 0;
  while (low < count) {
    // Where the words alone overfill a window (each may have many subtokens), the context gives way.
    const start = firstFitting(first, low, context, room >> 2);
    let end = lastFitting(first, start, count, room);
    let high = count;
    if (end < count) {
      const latest = Math.max(low + 1, end - context);
      const earliest = Math.min(latest, low + 1 + Math.trunc((latest - low) * LEAST));
      high = bestBorder(tokens, features, earliest, latest);
      end = Math.min(end, high + context);
    }
    yield { start, end: Math.max(end, low + 1), low, high };
    low = high;
  }
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

/** The border to cut at: between paragraphs if possible, else sentences, else words; of several the largest hash. */
function bestBorder(tokens: Tokens, features: Features, earliest: number, latest: number): number {
  let best = latest;
  let bestKind = -1;
  let bestHash = -1;
  for (let border = earliest; border <= latest; border++) {
    const kind = borderKind(tokens, features, border);
    if (kind < bestKind) continue;
    const hash = hashAt(tokens, border);
    if (kind > bestKind || hash > bestHash) {
      best = border;
      bestKind = kind;
      bestHash = hash;
    }
  }
  return best;
}

const FULL_STOP = 1012;
const CAPITALISED = 5;

/** 2 before a new paragraph, 1 behind a full stop before a capital ("… he said. The …"), 0 between other words. */
function borderKind(
  { ids, first }: Tokens,
  { paragraphs, values }: Features,
  border: number,
): number {
  if (paragraphs[border] !== paragraphs[border - 1]) return 2;
  const stop = ids[first[border - 1]!] === FULL_STOP;
  return stop && values[border * FEATURES] === CAPITALISED ? 1 : 0;
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
