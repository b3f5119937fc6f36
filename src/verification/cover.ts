// A claim made of pieces from several places: which parts of it stand, word for word, in which sources.

import type { Source } from './candidates';
import { FAR } from './exact';
import type { Word } from './types';
import { countTelling } from './words';

/** A part of the claim, and where it stands: half-open ranges of words. */
export interface Segment {
  readonly source: Source;
  readonly from: number;
  readonly to: number;
  readonly at: number;
}

/** Fewer words in a row stand everywhere. */
const LEAST_WORDS = 4;
const LEAST_TELLING = 2;
const LEAST_COVERED = 0.85;

/** The parts of a stitched claim, each from another place; null where it is not made of such. */
export function findStitching(
  words: readonly Word[],
  sources: readonly Source[],
): Segment[] | null {
  const segments = coverGreedily(words, sources);
  const covered = segments.reduce((sum, { from, to }) => sum + to - from, 0);
  if (covered < LEAST_COVERED * words.length) return null;
  const groups = segments.filter((segment, i) => i === 0 || !goesOn(segments[i - 1]!, segment));
  return groups.length >= 2 ? segments : null;
}

function goesOn(before: Segment, after: Segment): boolean {
  const gap = after.at - (before.at + before.to - before.from);
  return after.source === before.source && gap >= 0 && gap <= FAR;
}

/** Where each of the claim's words stands in the sources. */
type Places = ReadonlyMap<string, readonly { readonly source: Source; readonly at: number }[]>;

function placesOf(words: readonly Word[], sources: readonly Source[]): Places {
  const places = new Map(words.map(({ key }) => [key, [] as { source: Source; at: number }[]]));
  for (const source of sources)
    source.all.forEach(({ key }, at) => places.get(key)?.push({ source, at }));
  return places;
}

/** From left to right always the longest run that stands in some source; a tie goes to the source just used. */
function coverGreedily(words: readonly Word[], sources: readonly Source[]): Segment[] {
  const places = placesOf(words, sources);
  const segments: Segment[] = [];
  let from = 0;
  while (from < words.length) {
    const best = longestFrom(words, from, places, segments.at(-1)?.source);
    if (best !== null && isLongEnough(words, best)) {
      segments.push(best);
      from = best.to;
    } else from += 1;
  }
  return segments;
}

const isLongEnough = (words: readonly Word[], { from, to }: Segment): boolean =>
  to - from >= LEAST_WORDS && countTelling(words.slice(from, to)) >= LEAST_TELLING;

function longestFrom(
  words: readonly Word[],
  from: number,
  places: Places,
  last: Source | undefined,
): Segment | null {
  let best: Segment | null = null;
  for (const { source, at } of places.get(words[from]!.key) ?? []) {
    let length = 1;
    while (isSameAt(words, from + length, source, at + length)) length += 1;
    const longest: number = best === null ? 0 : best.to - best.from;
    if (length > longest || (length === longest && source === last && best?.source !== last))
      best = { source, from, to: from + length, at };
  }
  return best;
}

const isSameAt = (words: readonly Word[], i: number, { all }: Source, at: number): boolean =>
  words[i] !== undefined && all[at]?.key === words[i].key;
