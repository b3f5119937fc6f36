// paragraphs → quotations, with those that run over several paragraphs joined by re-opened marks.

import type { Span } from '../types';
import { type Family, findMarks } from './marks';
import { pairMarks } from './pairing';

/** Text inside quotation marks. The marks belong to the span; `inner` leaves them out. */
export interface Quotation extends Span {
  readonly inner: Span;
  readonly family: Family;
  /** False where no closing mark was found: it ends with its paragraph. */
  readonly closed: boolean;
  /** 0 for outermost, 1 for a quotation in a quotation. */
  readonly depth: number;
  readonly paragraph: number;
  /** Index of the quotation that this one goes on with ("“First paragraph.¶“Second.”"); null for a new one. */
  readonly continues: number | null;
}

/** Every quotation of the paragraphs, in text order, outer before inner. */
export function findQuotations(text: string, paragraphs: readonly Span[]): Quotation[] {
  const quotations: Quotation[] = [];
  paragraphs.forEach((paragraph, index) => {
    const open = openAtEnd(quotations, index - 1);
    for (const pair of pairMarks(
      text,
      findMarks(text, paragraph.start, paragraph.end),
      paragraph.end,
      opensSingle(text, paragraphs[index + 1]) ? paragraph.start : null,
    )) {
      // A straight mark that opens the next paragraph re-opens; the earlier one was left unclosed on purpose.
      const continues =
        open !== null &&
        pair.start === paragraph.start &&
        pair.depth === 0 &&
        pair.family === quotations[open]!.family;
      quotations.push({ ...pair, paragraph: index, continues: continues ? open : null });
    }
  });
  return quotations;
}

/** "'It was late.¶'We had to go,' he said": only before such a paragraph is a single mark left open on purpose. */
const opensSingle = (text: string, paragraph: Span | undefined): boolean =>
  paragraph !== undefined && /^['‘]\p{Lu}/u.test(text.slice(paragraph.start, paragraph.start + 3));

/** The outermost quotation that the paragraph leaves unclosed, if any. */
function openAtEnd(quotations: readonly Quotation[], paragraph: number): number | null {
  for (let i = quotations.length - 1; i >= 0 && quotations[i]!.paragraph === paragraph; i -= 1) {
    if (!quotations[i]!.closed && quotations[i]!.depth === 0) return i;
  }
  return null;
}
