// Fingerprints: hashes of three words in a row, by which statements and texts with the same words are found. Of a text
// only some are kept, chosen so that any six words in a row that two texts share are seen by at least one common print
// (winnowing: Schleimer, Wilkerson, Aiken, 2003).

import { isTelling } from './words';

/** Words in a group. Two are too common to find anything by; with four, a word changed amid ten hides all but three. */
const GRAM = 3;
/** Groups of which a text keeps one. */
const WINDOW = 4;

/** The hash of each group of words by where it starts; null for groups of nothing but function words. */
function gramsOf(keys: readonly string[]): (number | null)[] {
  const grams: (number | null)[] = [];
  for (let at = 0; at + GRAM <= keys.length; at += 1) {
    const group = keys.slice(at, at + GRAM);
    grams.push(group.some(isTelling) ? hash(group.join(' ')) : null);
  }
  return grams;
}

/** All prints of a short text: a claim, a statement. */
export function allPrints(keys: readonly string[]): number[] {
  return unique(gramsOf(keys));
}

/** The prints that a long text keeps: of every window the least one, the last of equals. */
export function winnowedPrints(keys: readonly string[]): number[] {
  const grams = gramsOf(keys);
  const kept: (number | null)[] = [];
  let least = -1;
  for (let end = 0; end < grams.length; end += 1) {
    const begin = end - WINDOW + 1;
    if (least < begin) {
      least = Math.max(0, begin);
      for (let at = least + 1; at <= end; at += 1)
        if (isLess(grams[at]!, grams[least]!)) least = at;
    } else if (isLess(grams[end]!, grams[least]!)) least = end;
    if (begin >= 0 || end === grams.length - 1) kept.push(grams[least] ?? null);
  }
  return unique(kept);
}

const isLess = (a: number | null, b: number | null): boolean =>
  a !== null && (b === null || a <= b);

function unique(hashes: readonly (number | null)[]): number[] {
  return [...new Set(hashes.filter((one) => one !== null))].sort((a, b) => a - b);
}

/** FNV-1a with a last stirring (Murmur's), so that the least of several is as good as one drawn by lot; a signed 32-bit number. */
function hash(words: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < words.length; i += 1) {
    h ^= words.charCodeAt(i);
    h = Math.imul(h, 0x01000193);
  }
  h ^= h >>> 16;
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) | 0;
}
