// Is a sentence a headline in title case ("Quint Says Bridge Is Not Safe for Trams")? Capitals tell nothing there.

import type { RawToken } from '../tokens/tokenise';

const SMALL = new Set(
  `a an the of to in on at by for from with as and or but nor is are was be that than into over after before about up out off
  not no his her its their it he she 's n't vs via per`.split(/\s+/),
);
const FEWEST_WORDS = 4;

/** True where every word of weight is capitalised, and there are enough words to tell. */
export function isHeadline(tokens: readonly RawToken[]): boolean {
  const words = tokens.filter((token) => token.word);
  return words.length >= FEWEST_WORDS && capitals(words) >= FEWEST_WORDS;
}

/** The same of a title amid a sentence ("Gone With the Tide"), where two capitals are enough. */
export function isTitle(tokens: readonly RawToken[]): boolean {
  return capitals(tokens.filter((token) => token.word)) >= 2;
}

/** How many words are capitalised; 0 where a word of weight is not. */
function capitals(words: readonly RawToken[]): number {
  const capitalised = words.filter((token) => /^\p{Lu}/u.test(token.text));
  const title = words.every((token) => /^\p{Lu}/u.test(token.text) || SMALL.has(token.lower));
  return title ? capitalised.length : 0;
}
