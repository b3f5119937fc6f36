// The cue lexicon: every entry of the data files beside this one, one for each lemma and kind.

import type { LexiconEntry } from '../entry';
import { BELIEF } from './belief';
import { CLAIM } from './claim';
import { DEMAND } from './demand';
import { JUDGEMENT } from './judgement';
import { REPORT } from './report';

/** One entry for each lemma and kind; where lines differ in class, the first one stands. */
function distinct(entries: readonly LexiconEntry[]): LexiconEntry[] {
  const byKey = new Map<string, LexiconEntry>();
  for (const entry of entries) {
    const key = `${entry.kind} ${entry.lemma}`;
    if (!byKey.has(key)) byKey.set(key, entry);
  }
  return [...byKey.values()];
}

export const LEXICON: readonly LexiconEntry[] = distinct([
  ...REPORT,
  ...CLAIM,
  ...DEMAND,
  ...JUDGEMENT,
  ...BELIEF,
]);
