// Tokeniser, step 1: what becomes of each character. A lookup, so that the answer is the reference's under any
// release of Node, whose own Unicode classes move on.

import { CHARACTER_RUNS } from './characterTable';

export const KEEP = 0;
export const DROP = 1;
export const SPACE = 2;
/** A word of its own: punctuation, and each Chinese character. */
export const SPLIT = 3;
/** As KEEP and SPLIT, but the encoder sees another character: accents off, lower case. */
export const CHANGE = 4;
export const SPLIT_CHANGE = 5;

const classes = unpack();
const changed = new Map<number, string>();

function unpack(): Uint8Array {
  const table = new Uint8Array(0x110000);
  let at = 0;
  for (const run of CHARACTER_RUNS.split(' ')) {
    const length = parseInt(run.slice(0, -1), 36);
    table.fill(Number(run.slice(-1)), at, at + length);
    at += length;
  }
  return table;
}

/** The class of a code point; half of a surrogate pair by itself is dropped. */
export function characterClass(codePoint: number): number {
  return classes[codePoint] ?? DROP;
}

/** The characters that the encoder sees for one of class CHANGE or SPLIT_CHANGE. */
export function changedCharacter(codePoint: number): string {
  let normal = changed.get(codePoint);
  if (normal === undefined) {
    normal = '';
    for (const part of String.fromCodePoint(codePoint).normalize('NFD')) {
      if (characterClass(part.codePointAt(0) ?? 0) !== DROP) normal += part;
    }
    normal = normal.toLowerCase();
    changed.set(codePoint, normal);
  }
  return normal;
}
