// Verdicts in words and marks that can be told apart without colours.

import type { components } from '../../http/contract';

type Verdict = components['schemas']['Verdict'];

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

/** What each verdict means for whoever wrote the draft, the best first. */
export const VERDICT_MEANINGS: Record<Verdict, string> = {
  verbatim:
    'These words stand in quotation marks in a stored article, and nobody else is credited.',
  altered: 'Clearly the same quotation, but some words are others. The differences are marked.',
  stitched: 'The pieces stand apart, in different statements or far from each other.',
  misattributed: 'The words are there, but somebody else said them.',
  'paraphrase-only': 'A reporter summed it up so. Nobody was quoted with these words.',
  unattributed: 'The words stand in a stored article, but who said them is not known.',
  'not-found': 'No stored article has it. It may still have been said.',
};
