// The text as the network was taught to read: its articles are American, quote in “…” or "…" alone, and break lines between
// paragraphs only.

import type { Document } from './document';
import type { Quotation } from './quotations/quotations';
import type { Span } from './types';

/** Marks that its articles do not have, or have too seldom: „Ja“, «Oui», »Ja«, 「はい」. */
const FOREIGN = /^[„‟«»‹›「『]/;

/**
 * The same text, code unit for code unit: with “ and ” round its outermost quotations where they have other marks ('No,' she
 * said, where the text quotes in single marks; „Nein“, «No», »Nein«), and no line break within a paragraph.
 */
export function asTaught({
  text,
  quotations,
  paragraphs,
}: Pick<Document, 'text' | 'quotations' | 'paragraphs'>): string {
  return withoutBreaks(withDoubleMarks(text, quotations), paragraphs);
}

/** "the minister\nsaid on Monday" */
function withoutBreaks(text: string, paragraphs: readonly Span[]): string {
  let taught = '';
  let from = 0;
  for (const { start, end } of paragraphs) {
    const paragraph = text.slice(start, end);
    if (!/[\n\r\u2028\u2029]/.test(paragraph)) continue;
    taught += text.slice(from, start) + paragraph.replace(/[\n\r\u2028\u2029]/g, ' ');
    from = end;
  }
  return taught + text.slice(from);
}

function withDoubleMarks(text: string, quotations: readonly Quotation[]): string {
  const outermost = quotations.filter(({ depth }) => depth === 0);
  const british = quotesInSingleMarks(outermost);
  let taught = '';
  let from = 0;
  const put = (at: number, mark: string): void => {
    taught += text.slice(from, at) + mark;
    from = at + 1;
  };
  for (const { start, end, inner, family, closed } of outermost) {
    const changes = FOREIGN.test(text[start]!) || (british && family === 'single');
    if (!changes || inner.start - start !== 1) continue;
    put(start, '“');
    if (closed && end - inner.end === 1) put(inner.end, '”');
  }
  return taught + text.slice(from);
}

/** By length: an American headline has 'so' in it as well, and an article in single marks a title in double ones. */
function quotesInSingleMarks(outermost: readonly Quotation[]): boolean {
  let balance = 0;
  for (const { start, end, family } of outermost)
    balance += family === 'single' ? end - start : start - end;
  return balance > 0;
}
