// What is stored → words in order, each known to be the speaker's own (in quotation marks) or the reporter's.

import { findQuotations } from '../extraction/quotations/quotations';
import { findParagraphs } from '../extraction/sentences/paragraphs';
import type { Form, Span } from '../extraction/types';
import type { SourceWord, StoredQuotation } from './types';
import { readWords } from './words';

/** No word has this key: it keeps a claim from running on from one quotation into another. */
const BREAK = '\0';

/** Room for a reporter's "he told the committee on Monday," between two halves of a quotation, in characters. */
export const LONGEST_TAG = 80;
/** Where no statement tells what belongs together: room for a sentence of the report. */
const LONGEST_SENTENCE = 300;

/** The words of a statement. */
export function statementWords({
  form,
  content,
}: Pick<StoredQuotation, 'form' | 'content'>): SourceWord[] {
  return content.flatMap(({ start, exact }) =>
    markWords(exact, quotedParts(exact, form)).map((word) => ({
      ...word,
      start: start + word.start,
      end: start + word.end,
    })),
  );
}

/** The words of a whole text. */
export function textWords(text: string): SourceWord[] {
  const quoted = findQuotations(text, findParagraphs(text))
    .filter(({ depth }) => depth === 0)
    .map(({ inner }) => inner);
  return markWords(text, quoted);
}

/** Only what stands in quotation marks in a text, as far as one quotation may go on behind a sentence of the report. */
export function ownTextWords(words: readonly SourceWord[]): SourceWord[] {
  const own: SourceWord[] = [];
  for (const word of words) {
    if (!word.quoted) continue;
    const last = own.at(-1);
    if (last !== undefined && word.start - last.end > LONGEST_SENTENCE) own.push(breakAt(word));
    own.push(word);
  }
  return own;
}

/** The speaker's own words alone. Where reporters' words stood between two, a claim may not run on. */
export function ownWords(words: readonly SourceWord[], form: Form): SourceWord[] {
  if (form === 'indirect') return [];
  const own: SourceWord[] = [];
  words.forEach((word, i) => {
    if (!word.quoted) return;
    // Spans of one direct statement are one quotation, which the report only interrupts.
    const apart = form === 'mixed' && i > 0 && words[i - 1]!.quoted === false;
    if (apart && own.length > 0) own.push(breakAt(word));
    own.push(word);
  });
  return own;
}

const breakAt = (word: SourceWord): SourceWord => ({ ...word, end: word.start, key: BREAK });

function quotedParts(exact: string, form: Form): Span[] {
  const whole = { start: 0, end: exact.length };
  // Answers under a speaker's label have no marks, and are direct.
  if (form === 'direct') return [whole];
  if (form === 'indirect') return [];
  return findQuotations(exact, [whole])
    .filter(({ depth }) => depth === 0)
    .map(({ inner }) => inner);
}

function markWords(text: string, quoted: readonly Span[]): SourceWord[] {
  const brackets = [...text.matchAll(/\[(?!\p{L}\]\p{L})[^[\]\n]{0,300}\]/gu)].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
  }));
  const isQuoted = insideOf(quoted);
  const isInserted = insideOf(brackets);
  return readWords(text).map((word) => ({
    ...word,
    quoted: isQuoted(word.start),
    inserted: isInserted(word.start),
  }));
}

/** Answers whether an offset is in any of the spans, which are in order; offsets must be asked in order too. */
function insideOf(spans: readonly Span[]): (offset: number) => boolean {
  let next = 0;
  return (offset) => {
    while (next < spans.length && spans[next]!.end <= offset) next += 1;
    return next < spans.length && spans[next]!.start <= offset;
  };
}
