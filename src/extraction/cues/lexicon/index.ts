// The cue lexicon: every entry of the data files beside this one, one for each lemma and kind.

import type { Complement, LexiconEntry } from '../entry';
import { BELIEF } from './belief';
import { CLAIM } from './claim';
import { DEMAND } from './demand';
import { JUDGEMENT } from './judgement';
import { REPORT } from './report';

/** The lines of one lemma and kind joined; where they differ in class, the first one stands. */
function join(lines: readonly LexiconEntry[]): LexiconEntry[] {
  const joined = new Map<string, LexiconEntry>();
  for (const entry of lines) {
    const key = `${entry.kind} ${entry.lemma}`;
    const known = joined.get(key);
    const takes = new Set<Complement>([...(known?.takes ?? []), ...entry.takes]);
    joined.set(key, { ...(known ?? entry), takes });
  }
  return [...joined.values()];
}

export const LEXICON: readonly LexiconEntry[] = join([
  ...REPORT,
  ...CLAIM,
  ...DEMAND,
  ...JUDGEMENT,
  ...BELIEF,
]);
