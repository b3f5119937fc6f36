// The lexicon laid out for looking things up: every word that can head an entry, with what must follow it.

import type { LexiconEntry } from './entry';
import { inflect } from './inflect';
import { LEXICON } from './lexicon';

/** One way to print an entry. */
export interface Pattern {
  readonly entry: LexiconEntry;
  /** The words behind the head. */
  readonly rest: readonly string[];
}

// Words that may stand inside a phrase: "voiced their strong support for" is "voice support for".
const MOST_FILLERS = 3;

const INDEX = buildIndex(LEXICON);

function buildIndex(lexicon: readonly LexiconEntry[]): ReadonlyMap<string, Pattern[]> {
  const index = new Map<string, Pattern[]>();
  for (const entry of lexicon) {
    const [first = '', ...rest] = entry.lemma.split(' ');
    for (const word of new Set(headForms(entry, first)))
      index.set(word, [...(index.get(word) ?? []), { entry, rest }]);
  }
  // Longest phrase first: "call for" before "call"; verbs before nouns.
  const rank = ({ entry, rest }: Pattern): number =>
    rest.length * 2 + (entry.kind === 'noun' ? 0 : 1);
  for (const patterns of index.values()) patterns.sort((a, b) => rank(b) - rank(a));
  return index;
}

function headForms(entry: LexiconEntry, first: string): readonly string[] {
  if (entry.kind === 'verb') return inflect(first);
  if (entry.kind === 'preposition') return [first];
  const plural = /[^aeiou]y$/.test(first) ? `${first.slice(0, -1)}ies` : `${first}s`;
  return [first, plural];
}

/** The patterns that `word` can head, the longest first. */
export const patternsOf = (word: string): readonly Pattern[] => INDEX.get(word) ?? [];

/**
 * The index behind the words of a phrase that go on at `from`, with few fillers between them; null where they don't
 * stand there. `wordAt` gives the word at an index, `fills` says whether it may be passed over.
 */
export function phraseEnd(
  rest: readonly string[],
  from: number,
  wordAt: (index: number) => string | undefined,
  fills: (index: number) => boolean,
): number | null {
  let at = from;
  for (const word of rest) {
    let fillers = 0;
    while (fillers < MOST_FILLERS && wordAt(at) !== word && fills(at)) {
      at += 1;
      fillers += 1;
    }
    if (wordAt(at) !== word) return null;
    at += 1;
  }
  return at;
}
