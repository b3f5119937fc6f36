// How near a claim comes to a source where the words are not all the same: the part of the source that it resembles, and
// a word diff of the two.

import { diffArrays } from 'diff';

import { FAR } from './exact';
import type { Claim, SourceWord, Word } from './types';
import { isTelling } from './words';

/** One step of the diff, as half-open ranges of the source's and of the claim's words. */
export interface Step {
  readonly op: 'same' | 'removed' | 'added';
  readonly source: readonly [number, number];
  readonly claim: readonly [number, number];
}

export interface Alignment {
  readonly steps: readonly Step[];
  readonly matched: number;
  /** Telling words among them. */
  readonly telling: number;
  /** Words of the source between the first and the last that match, save what a mark of omission stands for. */
  readonly breadth: number;
  /** 2 · matched / (words claimed + breadth). */
  readonly similarity: number;
}

/** All words of a claim with the places of its joints: before which word one stands. */
export interface FlatClaim {
  readonly words: readonly Word[];
  readonly joints: ReadonlySet<number>;
}

export function flatten(claim: Claim): FlatClaim {
  const words: Word[] = [];
  const joints = new Set<number>();
  for (const piece of claim.pieces) {
    if (piece.joint !== 'start') joints.add(words.length);
    words.push(...piece.words);
  }
  if (claim.hasBrackets) joints.add(words.length);
  return { words, joints };
}

/** Aligns the claim with that part of the source that it resembles most; null where nothing is alike. */
export function align(claim: FlatClaim, source: readonly SourceWord[]): Alignment | null {
  const part = likeliestPart(claim, source);
  if (part === null) return null;
  const near = alignWith(claim, source, part);
  const whole = { from: 0, to: source.length };
  const wide = part.to - part.from < source.length && source.length <= MOST_WORDS_OF_A_STATEMENT;
  if (!wide || (near !== null && near.matched === claim.words.length)) return near;
  // “A … Z” printed as “A Z”: the ends of a long quotation, joined without a mark.
  const far = alignWith(claim, source, whole);
  return far !== null && (near === null || (isJoined(far, claim) && far.matched > near.matched))
    ? far
    : near;
}

/** Every third word changed leaves a third of the pairs; what has fewer is not diffed, which takes half of the time. */
const LEAST_PAIRS = 0.2;
const MOST_WORDS_OF_A_STATEMENT = 400;

/** Nearly all words in few long runs: words were left out of the middle, and little else changed. */
export function isJoined({ steps, matched }: Alignment, { words }: FlatClaim): boolean {
  const runs = steps.filter(({ op }) => op === 'same').length;
  return matched >= 0.8 * words.length && matched >= 4 * runs;
}

function alignWith(
  claim: FlatClaim,
  source: readonly SourceWord[],
  { from, to }: { readonly from: number; readonly to: number },
): Alignment | null {
  const changes = diffArrays(
    source.slice(from, to).map(({ key }) => key),
    claim.words.map(({ key }) => key),
  );
  const steps: Step[] = [];
  let s = from;
  let c = 0;
  for (const { added, removed, count } of changes) {
    const op = added ? 'added' : removed ? 'removed' : 'same';
    const nextS = op === 'added' ? s : s + count;
    const nextC = op === 'removed' ? c : c + count;
    steps.push({ op, source: [s, nextS], claim: [c, nextC] });
    s = nextS;
    c = nextC;
  }
  return measure(trim(steps), claim, source);
}

/** What of the source stands before the first and after the last common word is not part of the claim. */
function trim(steps: Step[]): Step[] {
  const first = steps.findIndex(({ op }) => op === 'same');
  const last = steps.findLastIndex(({ op }) => op === 'same');
  return steps.filter((step, i) => step.op !== 'removed' || (i > first && i < last));
}

function measure(
  steps: readonly Step[],
  claim: FlatClaim,
  source: readonly SourceWord[],
): Alignment | null {
  let matched = 0;
  let telling = 0;
  let breadth = 0;
  for (const {
    op,
    source: [from, to],
    claim: [at],
  } of steps) {
    if (op === 'added') continue;
    if (op === 'removed' && claim.joints.has(at)) continue;
    breadth += to - from;
    if (op !== 'same') continue;
    matched += to - from;
    for (let i = from; i < to; i += 1) if (isTelling(source[i]!.key)) telling += 1;
  }
  if (matched === 0) return null;
  const similarity = (2 * matched) / (claim.words.length + breadth);
  return { steps, matched, telling, breadth, similarity };
}

/**
 * The part of the source around the pairs of words that both have: a diff of a short claim with a whole text would
 * scatter it over all of it.
 */
function likeliestPart(
  { words, joints }: FlatClaim,
  source: readonly SourceWord[],
): { from: number; to: number } | null {
  const pairs = new Set(words.map(({ key }, i) => `${key} ${words[i + 1]?.key}`));
  const anchors: number[] = [];
  for (let s = 0; s + 1 < source.length; s += 1) {
    if (pairs.has(`${source[s]!.key} ${source[s + 1]!.key}`)) anchors.push(s);
  }
  if (anchors.length === 0) return null;
  // As wide as the claim and half of it again; the window with most anchors.
  const width = Math.ceil(words.length * 1.5) + 8 + joints.size * FAR;
  let best = { count: 0, from: 0, to: 0 };
  let low = 0;
  for (let high = 0; high < anchors.length; high += 1) {
    while (anchors[high]! - anchors[low]! > width) low += 1;
    const count = high - low + 1;
    if (count > best.count) best = { count, from: anchors[low]!, to: anchors[high]! };
  }
  const slack = Math.ceil(words.length / 2) + 4;
  if (best.count < LEAST_PAIRS * (words.length - 1)) return null;
  return {
    from: Math.max(0, best.from - slack),
    to: Math.min(source.length, best.to + 2 + slack),
  };
}
