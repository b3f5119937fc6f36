// cue words → lemma and class, by the lexicon. Works on any cue words, whoever found them.

import type { CueClass } from '../types';
import { type Pattern, patternsOf, phraseEnd } from './patterns';

/** Lemma and class of the words: the longest entry in them, the first of equals; an unknown cue reports under its own words. */
export function describeCue(words: string): { lemma: string; class: CueClass } {
  const parts = words
    .toLowerCase()
    .replace(/’/g, "'")
    .split(/\s+/)
    .filter((part) => part !== '');
  let best: Pattern | null = null;
  parts.forEach((part, i) => {
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
    ? { lemma: parts.join(' '), class: 'report' }
    : { lemma: entry.lemma, class: entry.class };
}

const rank = ({ entry, rest }: Pattern): number => (entry.kind === 'noun' ? 0 : 100) + rest.length;
