// The context head: a cue is found, and the words in its reach, which see each other, are scored as source or content of
// that very cue. A head that scores word by word costs 0.9 points of F1 on PolNeAR dev and 4.2 on BBC dev.

import { CUE_TAGS } from './heads';
import type { CueInputs, Encoded, Network } from './runtime';

/** What the encoder gives for one window, and where in it each of its words stands. */
export interface WindowRows extends Encoded {
  /** The subtoken whose row stands for word `k` of the window. */
  readonly places: Int32Array;
  /** Paragraph of word `k` of the window. */
  readonly paragraphs: Int32Array;
}

/** A cue and the words in its reach: `low` to `high`, half-open, counted in the window as the cue is. */
export interface Reach {
  readonly first: number;
  readonly last: number;
  readonly low: number;
  readonly high: number;
}

/**
 * How many cues are scored in one run. Text of nothing but cues has 250 in a window, and all at once they would take
 * 120 MB; windows of prose have 5 to 12.
 */
const MOST_AT_ONCE = 24;
const NEAR = 12;
const HALF = 32;

/** For each cue `CUE_TAGS` scores for each word in its reach, in order. */
export async function scoreCues(
  network: Network,
  window: WindowRows,
  cues: readonly Reach[],
): Promise<Float64Array[]> {
  const scored: Float64Array[] = [];
  for (let from = 0; from < cues.length; from += MOST_AT_ONCE) {
    const together = cues.slice(from, from + MOST_AT_ONCE);
    const inputs = cueInputs(window, together);
    const scores = await network.scoreCues(inputs);
    together.forEach(({ low, high }, cue) => {
      const start = cue * inputs.places * CUE_TAGS;
      scored.push(Float64Array.from(scores.subarray(start, start + (high - low) * CUE_TAGS)));
    });
  }
  return scored;
}

function cueInputs(
  { context, contextWidth, places, paragraphs }: WindowRows,
  cues: readonly Reach[],
): CueInputs {
  const hidden = contextWidth >> 1;
  const most = Math.max(...cues.map(({ low, high }) => high - low));
  const word = new Float32Array(cues.length * most * hidden);
  const vectors = new Float32Array(cues.length * hidden);
  const distance = new BigInt64Array(cues.length * most);
  const breaks = new BigInt64Array(cues.length * most);
  const present = new Float32Array(cues.length * most);
  cues.forEach(({ first, last, low, high }, cue) => {
    const firstRow = places[first]! * contextWidth + hidden;
    const lastRow = places[last]! * contextWidth + hidden;
    for (let k = 0; k < hidden; k++) {
      vectors[cue * hidden + k] = (context[firstRow + k]! + context[lastRow + k]!) / 2;
    }
    const home = paragraphs[first]!;
    for (let at = low; at < high; at++) {
      const place = cue * most + at - low;
      const row = places[at]! * contextWidth;
      word.set(context.subarray(row, row + hidden), place * hidden);
      const away = at < first ? at - first : at > last ? at - last : 0;
      distance[place] = BigInt(distanceBucket(away));
      breaks[place] = BigInt(Math.max(-3, Math.min(3, paragraphs[at]! - home)) + 3);
      present[place] = 1;
    }
  });
  return { cues: cues.length, places: most, hidden, word, cue: vectors, distance, breaks, present };
}

/** 1 … 30 before the cue, 32 in it, 33 … 62 behind: exact below 12 words, then four buckets a doubling. */
export function distanceBucket(away: number): number {
  const words = Math.abs(away);
  const far = NEAR + Math.min(18, Math.trunc(Math.fround(Math.log2(words / NEAR) * 4)));
  const bucket = words < NEAR ? words : far;
  return away < 0 ? bucket : bucket + HALF;
}
