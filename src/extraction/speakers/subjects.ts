// sentence → the words that are its subject: whoever a later "he", "it" or "the company" most likely goes on about.

import type { Document, Sentence } from '../document';
import type { Span } from '../types';

const LONGEST_OPENING = 16;
const LONGEST_SUBJECT = 24;

/** The subject of a sentence, outside quotation marks: the phrase in front of its first verb; null where none is seen. */
export function subjectOf(
  { tokens }: Document,
  sentence: Sentence,
  isName: (token: number) => boolean,
): Span | null {
  let first = sentence.first;
  // "“We found rust,” Terrell told reporters.": the words behind the quotation
  while (first < sentence.last && (tokens[first]!.quotation >= 0 || !isPhraseStart(first)))
    first = next(first);
  if (first >= sentence.last || (tokens[first]!.pos === 'VERB' && !isName(first))) return null;
  let last = first;
  while (last < sentence.last && last - first < LONGEST_SUBJECT && !endsSubject(last)) last += 1;
  if (last === first || last >= sentence.last || last - first >= LONGEST_SUBJECT) return null;
  return { start: tokens[first]!.start, end: tokens[last - 1]!.end };

  /** Steps over "In Ohio on Tuesday," and "Campaigning against Romney in 2012," as a whole, over anything else by one. */
  function next(at: number): number {
    const { pos, quotation } = tokens[at]!;
    if (quotation >= 0 || !/^(?:ADP|SCONJ|VERB|PART)$/.test(pos)) return at + 1;
    for (let i = at + 1; i < Math.min(sentence.last, at + LONGEST_OPENING); i += 1)
      if (tokens[i]!.text === ',' && tokens[i]!.quotation < 0) return i + 1;
    return sentence.last;
  }

  function isPhraseStart(at: number): boolean {
    return isName(at) || /^(?:PROPN|DET|PRON|NOUN|ADJ|NUM)$/.test(tokens[at]!.pos);
  }

  function endsSubject(at: number): boolean {
    const { pos, quotation, text, lower } = tokens[at]!;
    if (quotation >= 0 && tokens[first]!.quotation < 0) return true;
    // "Jane Roe, who chairs the board, said": what stands between commas belongs to it
    if (/^(?:who|which|that)$/.test(lower)) return true;
    // "Moor was born": names may be taken for verbs
    if (isName(at)) return false;
    // "Former striker turned pundit Gary Stead disagreed"
    if (lower === 'turned' && [1, 2, 3].some((ahead) => isName(at + ahead))) return false;
    return /^(?:VERB|AUX)$/.test(pos) || /^[;:—–]$/.test(text);
  }
}
