// The pair head: a cue is found, and every word in its reach is scored as source or content of that very cue. Linking
// by distance instead costs 2.5 points of F1.

import type { Heads } from './heads';
import { KEY, PAIR_TAGS } from './heads';

/** Where things lie in the row of numbers that the network gives for a subtoken. */
export interface Layout {
  readonly word: number;
  readonly cue: number;
  readonly key: number;
  readonly query: number;
  readonly width: number;
}

/** The rows of one window, and where in them each of its words begins. */
export interface WindowScores {
  readonly rows: Float32Array;
  /** Offset into `rows` of word `k` of the window. */
  readonly offsets: Int32Array;
  /** Paragraph of word `k` of the window. */
  readonly paragraphs: Int32Array;
}

/** The layout for a hidden width: joint tags, then the words' and cues' vectors, keys and queries. */
export function layoutFor(hidden: number, jointTags: number): Layout {
  const word = jointTags;
  const cue = word + hidden;
  const key = cue + hidden;
  const query = key + KEY;
  return { word, cue, key, query, width: query + PAIR_TAGS * KEY };
}

export type ScorePairs = (
  window: WindowScores,
  cueFirst: number,
  cueLast: number,
  low: number,
  high: number,
  scores: Float64Array,
) => void;

const NEAR = 12;
const HALF = 32;

/** Makes a function that writes `PAIR_TAGS` scores for each word from `low` to `high` of a window, given a cue. */
export function createPairHead(heads: Heads, layout: Layout): ScorePairs {
  const { hidden, distance, breaks, normWeight, normBias, out, outBias } = heads;
  const cueVector = new Float64Array(hidden);
  const queries = new Float64Array(PAIR_TAGS * KEY);
  const vector = new Float64Array(hidden);

  return ({ rows, offsets, paragraphs }, cueFirst, cueLast, low, high, scores) => {
    const first = offsets[cueFirst]!;
    const last = offsets[cueLast]!;
    for (let k = 0; k < hidden; k++) {
      cueVector[k] = (rows[first + layout.cue + k]! + rows[last + layout.cue + k]!) / 2;
    }
    const scaling = 2 * Math.sqrt(KEY);
    for (let k = 0; k < queries.length; k++) {
      queries[k] = (rows[first + layout.query + k]! + rows[last + layout.query + k]!) / scaling;
    }
    const home = paragraphs[cueFirst]!;
    for (let word = low; word < high; word++) {
      const row = offsets[word]!;
      const away = word < cueFirst ? word - cueFirst : word > cueLast ? word - cueLast : 0;
      const near = distanceBucket(away) * hidden;
      const between = (Math.max(-3, Math.min(3, paragraphs[word]! - home)) + 3) * hidden;
      let sum = 0;
      let squares = 0;
      for (let k = 0; k < hidden; k++) {
        const value =
          rows[row + layout.word + k]! + cueVector[k]! + distance[near + k]! + breaks[between + k]!;
        vector[k] = value;
        sum += value;
        squares += value * value;
      }
      const mean = sum / hidden;
      const spread = 1 / Math.sqrt(Math.max(0, squares / hidden - mean * mean) + 1e-5);
      const at = (word - low) * PAIR_TAGS;
      // Five tags at once: the row is read once, and the sums stay in registers (half the time of a loop over tags).
      let a = outBias[0]!;
      let b = outBias[1]!;
      let c = outBias[2]!;
      let d = outBias[3]!;
      let e = outBias[4]!;
      for (let k = 0; k < hidden; k++) {
        const value = gelu((vector[k]! - mean) * spread * normWeight[k]! + normBias[k]!);
        a += out[k]! * value;
        b += out[hidden + k]! * value;
        c += out[2 * hidden + k]! * value;
        d += out[3 * hidden + k]! * value;
        e += out[4 * hidden + k]! * value;
      }
      const key = row + layout.key;
      for (let k = 0; k < KEY; k++) {
        const value = rows[key + k]!;
        a += queries[k]! * value;
        b += queries[KEY + k]! * value;
        c += queries[2 * KEY + k]! * value;
        d += queries[3 * KEY + k]! * value;
        e += queries[4 * KEY + k]! * value;
      }
      scores[at] = a;
      scores[at + 1] = b;
      scores[at + 2] = c;
      scores[at + 3] = d;
      scores[at + 4] = e;
    }
  };
}

/** 1 … 30 before the cue, 32 in it, 33 … 62 behind: exact below 12 words, then four buckets a doubling. */
export function distanceBucket(away: number): number {
  const words = Math.abs(away);
  const far = NEAR + Math.min(18, Math.trunc(Math.fround(Math.log2(words / NEAR) * 4)));
  const bucket = words < NEAR ? words : far;
  return away < 0 ? bucket : bucket + HALF;
}

/** Steps a unit of the table below: an error of at most 0.002, lost in the noise of int8. */
const STEPS = 256;
const RANGE = 8;
const geluTable = Float64Array.from({ length: 2 * RANGE * STEPS + 1 }, (_, index) => {
  const x = (index - RANGE * STEPS) / STEPS;
  return 0.5 * x * (1 + erf(x / Math.SQRT2));
});

function gelu(x: number): number {
  if (x >= RANGE) return x;
  return x <= -RANGE ? 0 : geluTable[((x + RANGE) * STEPS + 0.5) | 0]!;
}

/** Abramowitz and Stegun 7.1.26, good to 1.5e-7. */
function erf(x: number): number {
  const t = 1 / (1 + 0.3275911 * Math.abs(x));
  const series =
    ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t;
  return Math.sign(x) * (1 - series * Math.exp(-x * x));
}
