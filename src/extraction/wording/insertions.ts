// What a reporter puts into somebody's words or takes out of them: "[the bill]", "[W]e", "(Mr. Roe)", "…".

import type { Span } from '../types';

// Bounded, so that a megabyte of letters takes one pass.
const SQUARE = /[\p{L}\p{N}'’]{0,30}\[[^[\]]{1,200}\][\p{L}\p{N}'’]{0,30}/gu;
const ROUND = /\([^()]{1,40}\)/gu;
const OMISSION = /\s?(?:…|\.(?: ?\.){2,3})/gu;
/** Longer ones are asides of the speaker: "(and I have said so for years)". */
const MOST_IN_ROUND = 4;

/** The reporter's insertions, with the word that a bracket changes, and the breaks where words may be missing. */
export function insertions(
  text: string,
  { start, end }: Span,
): { foreign: Span[]; breaks: Span[] } {
  const words = text.slice(start, end);
  const found = (pattern: RegExp, counts: (match: string) => boolean = () => true): Span[] =>
    [...words.matchAll(pattern)]
      .filter(([match]) => counts(match))
      .map(({ 0: match, index }) => ({ start: start + index, end: start + index + match.length }));
  const few = (match: string): boolean => match.split(/\s+/).length <= MOST_IN_ROUND;
  return { foreign: [...found(SQUARE), ...found(ROUND, few)], breaks: found(OMISSION) };
}
