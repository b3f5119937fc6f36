// First step of reading: text → tokens with exact offsets. Ours, not wink's: wink's own tokeniser folds non-breaking
// spaces and takes quadratic time on long runs ("a.a.a.…", 160,000 times: 70 s), so it only tags the words found here.

import type { Span } from '../types';
import { ABBREVIATIONS, UNCAPITALISED_ABBREVIATIONS as UNCAPITALISED } from './abbreviations';

/** A word, number or mark, as wide as its characters; never part of a surrogate pair. */
export interface RawToken extends Span {
  readonly text: string;
  readonly lower: string;
  /** True for words, false for marks and numbers. */
  readonly word: boolean;
}

// Every quantifier is bounded or followed by nothing that could make it backtrack, so time stays linear.
const LETTER = '[\\p{L}\\p{M}\\u00AD_]';
const PATTERNS = {
  // "https://example.org/a?b=c", "reporter@example.org"
  address:
    /(?:https?:\/\/|www\.)[^\s"'“”‘’<>()]{1,300}|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,32}){1,4}/uy,
  // "@mayor", "#budget"
  handle: /[@#][\p{L}\p{N}_]{1,60}/uy,
  // "U.S.", "a.m.", "J.K."
  initialism: /(?:\p{L}\.){2,8}(?!\p{L})/uy,
  // "(D-N.Y.)", "R-Wis.": party and state of a member of Congress
  affiliation: /[RDI]-(?:(?:\p{Lu}\.){1,3}|\p{Lu}\p{Ll}{1,8}\.?)(?![\p{L}])/uy,
  // "1,000.50", "10:30", "5th", "90s", "£23bn" without its sign
  number: /\p{N}{1,40}(?:[.,:/]\p{N}{1,40}){0,20}(?:st|nd|rd|th|s|bn|m|k|pm|am)?(?!\p{L})/uy,
  // "don’t" in two: "do" + "n’t"
  negated: new RegExp(`${LETTER}{1,20}?(?=n['’]t(?![\\p{L}]))`, 'uy'),
  // "O'Brien-Smith", "vice-president", "naïve"
  word: new RegExp(
    `[\\p{L}\\p{N}_]${LETTER}{0,60}(?:\\p{N}{1,20})?(?:['’](?!(?:s|re|ve|ll|d|m)(?![\\p{L}]))${LETTER}{2,40})?(?:[-‐‑][\\p{L}\\p{N}]{1,40}(?:['’](?!(?:s|re|ve|ll|d|m)(?![\\p{L}]))${LETTER}{2,40})?){0,8}`,
    'uy',
  ),
  // the second half of "it’s", "they’d"
  clitic: /['’](?:s|re|ve|ll|d|m)(?!\p{L})|n['’]t(?!\p{L})/iuy,
  // "=======", a million quotation marks: one token for many of a kind
  repeated: /([^\p{L}\p{N}\s])\1{4,200}/uy,
  // "…", "...", "--", "``", "''"
  run: /\.{2,6}|-{2,3}|`{2}|'{2}/uy,
};

const WORD_START = /[\p{L}\p{N}_]/u;
const SPACE = /[\s\u200B\uFEFF]/u;

const matchAt = (pattern: RegExp, text: string, at: number): string | null => {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
};

/** Splits `text.slice(start, end)` into tokens in text order; white space belongs to none. */
export function tokenise(text: string, start: number, end: number): RawToken[] {
  const tokens: RawToken[] = [];
  let at = start;
  while (at < end) {
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    if (SPACE.test(character)) {
      at += character.length;
      continue;
    }
    const found = readToken(text, at, character);
    const stop = Math.min(at + found.length, end);
    const word = text.slice(at, stop);
    const isWord = /\p{L}/u.test(word);
    const lower =
      isWord || word.length > 1 ? word.toLowerCase().replace(/’/g, "'") : word === '’' ? "'" : word;
    tokens.push({ start: at, end: stop, text: word, lower, word: isWord });
    at = stop;
  }
  return tokens;
}

function readToken(text: string, at: number, character: string): string {
  const previous = at > 0 ? text[at - 1]! : ' ';
  if (character === "'" || character === '’' || character === 'n' || character === 'N') {
    const clitic = /[\p{L}\p{N}.]/u.test(previous) ? matchAt(PATTERNS.clitic, text, at) : null;
    if (clitic !== null) return clitic;
  }
  if (character === '@' || character === '#') {
    return matchAt(PATTERNS.handle, text, at) ?? character;
  }
  if (!WORD_START.test(character))
    return matchAt(PATTERNS.repeated, text, at) ?? matchAt(PATTERNS.run, text, at) ?? character;
  const whole =
    matchAt(PATTERNS.address, text, at)?.replace(/[.,;:!?]+$/, '') ||
    matchAt(PATTERNS.affiliation, text, at) ||
    matchAt(PATTERNS.initialism, text, at) ||
    matchAt(PATTERNS.number, text, at) ||
    matchAt(PATTERNS.negated, text, at) ||
    matchAt(PATTERNS.word, text, at) ||
    character;
  return withStop(text, at, whole);
}

/** "Sen.", "No.", "J.": the stop belongs to an abbreviation or a single capital initial. */
function withStop(text: string, at: number, word: string): string {
  if (text[at + word.length] !== '.' || text[at + word.length + 1] === '.') return word;
  const initial = /^\p{Lu}$/u.test(word) && word !== 'I';
  return initial || isAbbreviation(text, at, word) ? `${word}.` : word;
}

/** "No. 10" but not "he said no."; "Wash." but not "a good wash." */
function isAbbreviation(text: string, at: number, word: string): boolean {
  const lower = word.toLowerCase();
  if (lower === 'no' || lower === 'nos')
    return /^\.\s?\d/.test(text.slice(at + word.length, at + word.length + 3));
  return ABBREVIATIONS.has(lower) && (word !== lower || UNCAPITALISED.has(lower));
}
