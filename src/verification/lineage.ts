// The same words in several articles: when two statements are one quotation printed twice, and what a later one changed.

import type { Alignment } from './align';
import { align } from './align';
import { changesOf, diffOf } from './differences';
import { statementWords } from './source';
import type { Change, DiffStep, SourceWord, StoredQuotation } from './types';

/** A statement with its words, read once for many comparisons. */
export interface Occurrence extends StoredQuotation {
  readonly words: readonly SourceWord[];
}

export function toOccurrence(quotation: StoredQuotation): Occurrence {
  return { ...quotation, words: statementWords(quotation) };
}

/** How much of the shorter one must stand in the longer, and how many words that must be. */
interface Likeness {
  readonly share: number;
  readonly words: number;
  readonly telling: number;
}

// "We will not comment" is said by everyone every day, by one person too.
const BY_ONE: Likeness = { share: 0.8, words: 6, telling: 3 };
// Where one side is "a spokesman", or nobody: more than a turn of phrase.
const BY_UNKNOWN: Likeness = { share: 0.8, words: 8, telling: 4 };
// "The company does not comment on rumours or speculation in the market": only what nobody says by chance.
const BY_OTHERS: Likeness = { share: 0.9, words: 16, telling: 7 };

/** True for two statements of different articles that print the same words, or one part of the other's. */
export function isSameQuotation(a: Occurrence, b: Occurrence): boolean {
  if (a.articleId === b.articleId) return false;
  const [short, long] = a.words.length <= b.words.length ? [a, b] : [b, a];
  const { share, words, telling } = likenessFor(a, b);
  if (short.words.length < words) return false;
  const alignment = align({ words: short.words, joints: new Set() }, long.words);
  return (
    alignment !== null &&
    alignment.matched >= words &&
    alignment.telling >= telling &&
    alignment.matched >= share * Math.max(short.words.length, alignment.breadth)
  );
}

function likenessFor(a: Occurrence, b: Occurrence): Likeness {
  const ids = new Set(a.speakers.map(({ id }) => id));
  if (b.speakers.some(({ id }) => ids.has(id))) return BY_ONE;
  const isNamed = ({ speakers }: Occurrence) =>
    speakers.some(({ type }) => type === 'person' || type === 'organisation');
  return isNamed(a) && isNamed(b) ? BY_OTHERS : BY_UNKNOWN;
}

/** Groups of what is linked, directly or by way of others; those of a single article are none. Earliest first in each. */
export function groupOccurrences(occurrences: readonly Occurrence[]): Occurrence[][] {
  const groups: Occurrence[][] = [];
  for (const occurrence of occurrences) {
    const joined = groups.filter((group) =>
      group.some((other) => isSameQuotation(occurrence, other)),
    );
    const merged = [...joined.flat(), occurrence];
    groups.splice(0, groups.length, ...groups.filter((group) => !joined.includes(group)), merged);
  }
  return groups
    .filter((group) => new Set(group.map(({ articleId }) => articleId)).size > 1)
    .map((group) => group.sort(earliestFirst));
}

const earliestFirst = (a: Occurrence, b: Occurrence): number =>
  a.date.getTime() - b.date.getTime() || (a.id < b.id ? -1 : 1);

/** What a later occurrence made of the earliest. */
export interface Departure {
  readonly kind: 'same' | 'shortened' | 'extended' | 'altered';
  readonly similarity: number;
  readonly diff: readonly DiffStep[];
  readonly changes: readonly Change[];
}

/** Compares an occurrence with the earliest one of its lineage. */
export function departureFrom(earliest: Occurrence, later: Occurrence): Departure {
  const claim = { words: later.words, joints: new Set<number>() };
  const found = align(claim, earliest.words);
  if (found === null) return { kind: 'altered', similarity: 0, diff: [], changes: [] };
  const whole = withEnds(found, earliest.words.length);
  const diff = diffOf(whole.steps, earliest.words, claim);
  const has = (op: DiffStep['op']) => diff.some((step) => step.op === op);
  const kind =
    has('added') && has('removed')
      ? 'altered'
      : has('added')
        ? 'extended'
        : has('removed')
          ? 'shortened'
          : 'same';
  const { similarity } = whole;
  return { kind, similarity, diff, changes: changesOf(found.steps, earliest.words, claim) };
}

/** With what the later one left out at both ends. */
function withEnds(found: Alignment, length: number): Alignment {
  const same = found.steps.filter(({ op }) => op === 'same');
  const [from, to] = [same[0]!.source[0], same.at(-1)!.source[1]];
  const [first, last] = [found.steps[0]!.claim[0], found.steps.at(-1)!.claim[1]];
  const head = { op: 'removed', source: [0, from], claim: [first, first] } as const;
  const tail = { op: 'removed', source: [to, length], claim: [last, last] } as const;
  const claimed = last - first;
  const similarity = (2 * found.matched) / (claimed + length);
  return { ...found, similarity, steps: [head, ...found.steps, tail] };
}

/** Near-identical texts share most prints of the shorter one. */
const COPIED = 0.6;

/** True where one text is a copy of the other, or of most of it: a wire report in two papers. */
export function isCopy(a: readonly number[], b: readonly number[]): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length === 0) return false;
  const prints = new Set(long);
  return short.filter((print) => prints.has(print)).length >= COPIED * short.length;
}
