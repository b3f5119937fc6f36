// What the layout of an article puts into spans that is no part of them: datelines, headlines without a stop, words such as "Review:".

import { type Document, tokensIn } from '../document';
import type { Span } from '../types';
import type { Unweighed } from './attribution';
import { isKicker } from './labelForms';

/** "LUMARA, March 3 (TNA) - ", "NEW DELHI: ", "PORT HALLAM, Kestria (AP) — " */
const DATELINE =
  /^(?:\p{Lu}{3,}|\p{Lu}{2}\s\p{Lu}{3,}|ST\.?\s\p{Lu}{3,})[\p{Lu}\s.'’-]{0,40}(?:,\s[\p{L}\d\s.,]{2,40}?)?\s?(?:\([\p{L}\d\s.,/&-]{2,40}\)\s?)?(?:(?:—|–|--?)\s|:\s(?=\P{Lu}*\p{Lu}\P{Lu}))/u;
const LONGEST_DATELINE = 120;
/** Does a line end as sentences and their parts do? Headlines do not. */
const STOPPED = /[.!?…,;:—–"”'’»)\]-]$/u;
/** "called for¶- lower taxes¶- more police" */
const ITEM = /^(?:[-•*·‣▪–—]|\d{1,2}[.)]|\p{Ll})/u;

/** The attribution with spans that keep to what was said and who said it; null where it is a heading of the page. */
export function withoutLayout(document: Document, found: Unweighed): Unweighed | null {
  const { text } = document;
  const { source, cue, content } = found;
  const words = ({ start, end }: Span): string => text.slice(start, end);
  // "Review: ‘The Salt Road’ at the Lyric"
  if (source !== null && cue !== null && words(cue) === ':' && isKicker(words(source))) return null;
  const anchor = cue ?? source ?? content[0]!;
  const within = (span: Span): Span =>
    withoutDateline(document, withinParagraphs(document, span, anchor));
  return {
    ...found,
    source: source === null ? null : within(source),
    content: content.map(within),
  };
}

/**
 * "Lords debate second reading¶Moving the bill, Lord Penhallow said…": what is on the cue's side of a line that ends
 * without a stop. Quotations may go on over paragraphs, and so may lists.
 */
function withinParagraphs(
  { text, paragraphs, ...document }: Document,
  span: Span,
  cue: Span,
): Span {
  const { first, last } = tokensIn({ text, paragraphs, ...document }, span);
  let { start, end } = span;
  const { tokens } = document;
  for (let i = first + 1; i < last; i += 1) {
    const [before, token] = [tokens[i - 1]!, tokens[i]!];
    if (before.paragraph === token.paragraph || before.quotation >= 0 || token.quotation >= 0)
      continue;
    const line = paragraphs[before.paragraph]!;
    if (
      STOPPED.test(text.slice(line.start, line.end)) ||
      ITEM.test(text.slice(token.start, token.start + 4))
    )
      continue;
    if (cue.start >= token.start) start = token.start;
    else {
      end = before.end;
      break;
    }
  }
  return start < end ? { start, end } : span;
}

function withoutDateline({ text, paragraphs, ...document }: Document, span: Span): Span {
  const { first } = tokensIn({ text, paragraphs, ...document }, span);
  const paragraph = paragraphs[document.tokens[first]?.paragraph ?? -1];
  if (paragraph === undefined || paragraph.start !== span.start) return span;
  const dateline = DATELINE.exec(text.slice(span.start, span.start + LONGEST_DATELINE))?.[0] ?? '';
  return span.start + dateline.length < span.end
    ? { start: span.start + dateline.length, end: span.end }
    : span;
}
