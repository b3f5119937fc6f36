// Verdicts in words and marks that can be told apart without colours.

import type { Schemas } from './api';

type Verdict = Schemas['Verdict'];

export const VERDICT_WORDS: Record<Verdict, string> = {
  verbatim: 'Found in these words',
  altered: 'Words differ',
  stitched: 'Put together from pieces',
  misattributed: 'Said by someone else',
  'paraphrase-only': 'Only a reporter’s words',
  unattributed: 'Printed, speaker not known',
  'not-found': 'Not found',
};

export const MARKS: Record<Verdict, string> = {
  verbatim: '✓',
  altered: '≠',
  stitched: '⧺',
  misattributed: '⇄',
  'paraphrase-only': '¶',
  unattributed: '?',
  'not-found': '–',
};
