// One entry of the cue lexicon, and the short notation that the data files are written in.

import type { CueClass } from '../types';

/**
 * What a cue takes as content:
 * `c` any finite clause or a quotation ("said he…", "said “…”"), `t` a clause only with "that" or a quotation
 * ("added that…", but not "added a wing"), `q` only a quotation ("the sign read “…”"), `w` a question ("asked whether…"),
 * `i` an infinitive ("pledged to…"), `o` a noun phrase ("called for restraint"),
 * `p` an addressee stands before it and does not belong to it ("told reporters that…"). `-` nothing: too seldom a
 * report to be looked for by rule ("support", "consider"), but a class is at hand when someone else finds the cue.
 */
export type Complement = 'c' | 't' | 'q' | 'w' | 'i' | 'o' | 'p';

export interface LexiconEntry {
  /** As printed to users: "say", "call for", "voice support for", "according to". */
  readonly lemma: string;
  readonly class: CueClass;
  readonly kind: 'verb' | 'noun' | 'preposition';
  readonly takes: ReadonlySet<Complement>;
}

/**
 * Reads data lines: `co: deny, rebut` gives both lemmas the complements c and o. Which complements a cue takes was
 * decided by counting in annotated news: those after which at least half of its uses report something.
 */
export function entries(
  kind: LexiconEntry['kind'],
  cueClass: CueClass,
  lines: string,
): LexiconEntry[] {
  return lines.split('\n').flatMap((line) => {
    const [flags = '', lemmas = ''] = line.split(':');
    const takes = new Set(flags.trim().replace('-', '')) as ReadonlySet<Complement>;
    return lemmas
      .split(',')
      .map((lemma) => lemma.trim())
      .filter((lemma) => lemma !== '')
      .map((lemma) => ({ lemma, class: cueClass, kind, takes }));
  });
}
