// One entry of the cue lexicon, and the short notation that the data files are written in.

import type { CueClass } from '../types';

export interface LexiconEntry {
  /** As printed to users: "say", "call for", "voice support for", "according to". */
  readonly lemma: string;
  readonly class: CueClass;
  readonly kind: 'verb' | 'noun' | 'preposition';
}

/** Reads a data list: lemmas parted by commas. */
export function entries(
  kind: LexiconEntry['kind'],
  cueClass: CueClass,
  lemmas: string,
): LexiconEntry[] {
  return lemmas
    .split(',')
    .map((lemma) => lemma.trim())
    .filter((lemma) => lemma !== '')
    .map((lemma) => ({ lemma, class: cueClass, kind }));
}
