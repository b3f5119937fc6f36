// cue words → lemma and class, by the lexicon. Works on any cue words, whoever found them.

import type { CueClass } from '../types';
import { type Pattern, patternsOf, phraseEnd } from './patterns';

/** Words behind the cue that may belong to its phrase: "voiced | his strong support for the treaty". */
const MOST_AHEAD = 6;

/**
 * Lemma and class of the words: the longest entry in them, the first of equals; an unknown cue reports under its own
 * words. An entry may go on in `ahead`, the words right behind the cue: "called | for an election" calls for something.
 */
export function describeCue(words: string, ahead = ''): { lemma: string; class: CueClass } {
  const cue = split(words);
  const parts = [...cue, ...split(ahead).slice(0, MOST_AHEAD)];
  let best: Pattern | null = null;
  cue.forEach((part, i) => {
    for (const pattern of patternsOf(part)) {
      const found = phraseEnd(
        pattern.rest,
        i + 1,
        (index) => parts[index],
        (index) => index < parts.length,
      );
      if (found !== null && (best === null || rank(pattern) > rank(best))) best = pattern;
    }
  });
  const entry = (best as Pattern | null)?.entry;
  return entry === undefined
    ? { lemma: cue.join(' '), class: 'report' }
    : { lemma: entry.lemma, class: entry.class };
}

const split = (words: string): string[] =>
  words
    .toLowerCase()
    .replace(/’/g, "'")
    .split(/\s+/)
    .filter((part) => part !== '');

const rank = ({ entry, rest }: Pattern): number => (entry.kind === 'noun' ? 0 : 100) + rest.length;
