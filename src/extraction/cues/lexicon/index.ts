// The cue lexicon: every entry of the data files beside this one, one for each lemma and kind.

import type { LexiconEntry } from '../entry';
import { BELIEF } from './belief';
import { CLAIM } from './claim';
import { DEMAND } from './demand';
import { JUDGEMENT } from './judgement';
import { REPORT } from './report';

/** Each lemma stands once for its kind; a test holds that. */
export const LEXICON: readonly LexiconEntry[] = [
  ...REPORT,
  ...CLAIM,
  ...DEMAND,
  ...JUDGEMENT,
  ...BELIEF,
];
