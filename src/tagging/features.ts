// What each word shows by itself, beside its subtokens: letter shape, quotation state, gap before it, and how often
// it is a cue. The same numbers as in training (training/attribution/features.py); models/README.md has them in words.

import type { Tokens } from './tokenizer';

export const FEATURES = 4;
const [SHAPE, QUOTATION, GAP, LEXICON] = [0, 1, 2, 3];
const OPENS = 1;
const CLOSES = 2;

export interface Features {
  /** `FEATURES` numbers a word: shape, quotation state, gap, cue lexicon. */
  readonly values: Uint8Array;
  /** The number of the paragraph that each word stands in. */
  readonly paragraphs: Int32Array;
}

/** Computes the features of the words of a text; the lexicon gives 1 (rarely a cue) to 4 (mostly a cue). */
export function wordFeatures(
  text: string,
  tokens: Tokens,
  lexicon: ReadonlyMap<string, number>,
): Features {
  const { count, starts, ends } = tokens;
  const values = new Uint8Array(count * FEATURES);
  const paragraphs = new Int32Array(count);
  let inside = false;
  let paragraph = -1;
  let previousEnd = 0;
  for (let word = 0; word < count;) {
    const start = starts[word] ?? 0;
    const gap = text.slice(previousEnd, start);
    const newParagraph = word === 0 || gap.includes('\n');
    if (newParagraph) {
      paragraph++;
      // One forgotten mark spoils one paragraph only.
      inside = false;
    }
    const length = markLength(text, tokens, word);
    const mark = markKind(text, tokens, word, length, newParagraph, gap !== '', inside);
    const stop = Math.min(count, word + Math.max(1, length));
    for (let k = word; k < stop; k++) {
      const surface = text.slice(starts[k], ends[k]);
      const at = k * FEATURES;
      values[at + SHAPE] = letterShape(surface);
      values[at + QUOTATION] = (inside || mark === OPENS ? 1 : 0) + 2 * mark;
      values[at + GAP] =
        (newParagraph && k === word ? 1 : 0) + (!newParagraph && gap === '' ? 2 : 0);
      values[at + LEXICON] = lexicon.get(surface.toLowerCase()) ?? 0;
      paragraphs[k] = paragraph;
    }
    if (mark === OPENS) inside = true;
    else if (mark === CLOSES) inside = false;
    previousEnd = ends[stop - 1] ?? previousEnd;
    word = stop;
  }
  return { values, paragraphs };
}

/** How many words a double quotation mark takes up: one, two where it is typed as two (``so''), none for other words. */
function markLength(text: string, { count, starts, ends }: Tokens, word: number): number {
  const start = starts[word] ?? 0;
  if ((ends[word] ?? 0) === start + 1 && '"“”«»„'.includes(text.charAt(start))) return 1;
  const first = text.charAt(start);
  const doubled = "'`’‘".includes(first) && text.charAt(start + 1) === first && word + 1 < count;
  return doubled ? 2 : 0;
}

function markKind(
  text: string,
  { starts, ends }: Tokens,
  word: number,
  length: number,
  newParagraph: boolean,
  hasGap: boolean,
  inside: boolean,
): number {
  if (length === 0) return 0;
  const start = starts[word] ?? 0;
  const first = text.charAt(start);
  if (length === 1 && '“«„'.includes(first)) return OPENS;
  if (length === 1 && '”»'.includes(first)) return CLOSES;
  // A mark that looks the same on both sides is told by the spaces around it: (“…) opens, …”) closes.
  const after = text.charAt((ends[word] ?? 0) + length - 1);
  const before = word > 0 ? text.slice(starts[word - 1], ends[word - 1]) : '';
  const spaceBefore = newParagraph || hasGap || (before !== '' && '([—–-'.includes(before));
  const spaceAfter = after === '' || SPACE.test(after);
  if (spaceBefore !== spaceAfter) return spaceBefore ? OPENS : CLOSES;
  return inside ? CLOSES : OPENS;
}

/** Python's `str.isspace`, which training uses: unlike `\s` with the separators and NEL, without the BOM. */
const SPACE = /^[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]$/;

/** 1 digits, 2 starts with a mark, 3 CAPITALS, 4 one capital, 5 Capitalised, 6 lower, 7 other (iPhone, 2nd). */
function letterShape(word: string): number {
  const known = asciiShape(word);
  if (known >= 0) return known;
  if (/^\p{Nd}+$/u.test(word)) return 1;
  if (!/^[\p{L}\p{N}]/u.test(word)) return 2;
  if (/\p{Lu}/u.test(word) && word === word.toUpperCase()) return [...word].length > 1 ? 3 : 4;
  if (/^\p{Lu}/u.test(word)) return 5;
  if (/\p{Ll}/u.test(word) && word === word.toLowerCase()) return 6;
  return 7;
}

/** The shape of a word of ASCII characters, else -1: nearly all words, at a tenth of the cost of the expressions. */
function asciiShape(word: string): number {
  let upper = 0;
  let lower = 0;
  let digits = 0;
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    if (code > 0x7f) return -1;
    if (code >= 0x61 && code <= 0x7a) lower++;
    else if (code >= 0x41 && code <= 0x5a) upper++;
    else if (code >= 0x30 && code <= 0x39) digits++;
  }
  const first = word.charCodeAt(0);
  if (digits === word.length) return 1;
  const letter = (first >= 0x41 && first <= 0x5a) || (first >= 0x61 && first <= 0x7a);
  if (!letter && !(first >= 0x30 && first <= 0x39)) return 2;
  if (upper > 0 && lower === 0) return word.length > 1 ? 3 : 4;
  if (first >= 0x41 && first <= 0x5a) return 5;
  if (lower > 0 && upper === 0) return 6;
  return 7;
}
