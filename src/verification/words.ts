// A text as verification compares it: words and numbers without the marks between them.

import type { Span } from '../extraction/types';
import { FUNCTION_WORDS } from './data/functionWords';
import type { Word } from './types';

// "U.S.", "a.m." | "-5" after a blank | "1,000.50", "23bn", "5th" | "don't", "naïve", "G20" | "$", "%"
const WORD =
  /\p{L}(?:\.\p{L})+\.?(?![\p{L}\p{N}])|(?<![^\s([“"‘'])[-−](?=\p{N})|\p{N}+(?:[.,:/]\p{N}+)*[\p{L}\p{M}]*|[\p{L}_][\p{L}\p{M}\p{N}_\u00AD\u200B-\u200D\u2060]*(?:['’ʼ‘][\p{L}\p{M}]+)*|[\p{Sc}%&°]/gu;
const OPENING_LETTER = /\[(\p{L})\](?=\p{L})/gu;
const UNSEEN = /[\u00AD\u200B-\u200D\u2060\uFEFF]/gu;

/** The words of `text.slice(start, end)` in order; offsets are those of `text`. */
export function readWords(text: string, span: Span = { start: 0, end: text.length }): Word[] {
  const words: Word[] = [];
  let last = span.start;
  // "[W]e are": brackets around a letter become characters that words may hold unseen, so that offsets stay.
  const part = text.slice(span.start, span.end).replace(OPENING_LETTER, '\u200B$1\u200B');
  for (const found of part.matchAll(WORD)) {
    const start = span.start + found.index;
    const end = start + found[0].length;
    const printed = found[0].replace(UNSEEN, '');
    words.push({ start, end, key: keyOf(printed), printed, before: text.slice(last, start) });
    last = end;
  }
  return words;
}

/** How a word is compared. "1,000" and "1000" are the same, "U.S." and "US" too. */
export function keyOf(printed: string): string {
  const plain = printed.normalize('NFKC').replace(UNSEEN, '').toLowerCase().replace(/[’ʼ‘]/g, "'");
  if (/^\p{N}/u.test(plain)) return plain.replace(/,(?=\p{N}{3}(?!\p{N}))/gu, '');
  if (/^\p{L}(?:\.\p{L})+\.?$/u.test(plain)) return plain.replaceAll('.', '');
  return plain === '−' ? '-' : plain;
}

/** True for words that tell one quotation from another. */
export function isTelling(key: string): boolean {
  return !FUNCTION_WORDS.has(key);
}

/** How many of the words tell one quotation from another. */
export function countTelling(words: readonly { readonly key: string }[]): number {
  return words.reduce((count, { key }) => count + (isTelling(key) ? 1 : 0), 0);
}
