// The words of a text as topics see them: lower case, plural and possessive endings off, with their places.

export interface Word {
  readonly stem: string;
  readonly start: number;
}

/** "Côte", "U2", "O’Driscoll", "e-mail", "A&E" are one word each. */
const WORD = /[\p{L}\p{N}]+(?:['’&-][\p{L}\p{N}]+)*/gu;
/** No word of the vocabulary is longer; a base64 blob is one "word". */
const MAX_WORD = 40;

/** All words in text order. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    if (match[0].length <= MAX_WORD) words.push({ stem: stemOf(match[0]), start: match.index });
  }
  return words;
}

/**
 * "Parties" → "party", "minister’s" → "minister", "churches" → "church". A full stemmer also makes one of "universe" and
 * "university", "organ" and "organisation": worse for topics than the verb forms that it would join.
 */
export function stemOf(word: string): string {
  const lower = word.toLowerCase().replaceAll('’', "'").replace(/'s?$/, '');
  if (lower.length < 4 || !lower.endsWith('s') || /(?:ss|us|is|ics|news)$/.test(lower))
    return lower;
  if (/[^aeiou]ies$/.test(lower)) return `${lower.slice(0, -3)}y`;
  return /(?:ches|shes|sses|xes|zes)$/.test(lower) ? lower.slice(0, -2) : lower.slice(0, -1);
}
