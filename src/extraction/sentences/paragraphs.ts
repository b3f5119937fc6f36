// text → paragraphs. A line break ends a paragraph, save in hard-wrapped text ("…the minister\nsaid on Monday…").

import type { Span } from '../types';

const LINE = /[^\n\r\u2028\u2029]+/g;
const FULL_LINE = 55;

/** The paragraphs of `text` in order, trimmed, none empty. */
export function findParagraphs(text: string): Span[] {
  const paragraphs: { start: number; end: number }[] = [];
  for (const line of text.matchAll(LINE)) {
    const span = trim(text, { start: line.index, end: line.index + line[0].length });
    if (span === null) continue;
    const last = paragraphs.at(-1);
    if (last !== undefined && isWrapped(text, last, span)) last.end = span.end;
    else paragraphs.push({ ...span });
  }
  return paragraphs;
}

/** Cuts white space from both ends of a span; null where nothing else is in it. */
export function trim(text: string, span: Span): Span | null {
  let { start, end } = span;
  while (start < end && /\s/u.test(text[start]!)) start += 1;
  while (end > start && /\s/u.test(text[end - 1]!)) end -= 1;
  return start < end ? { start, end } : null;
}

function isWrapped(text: string, before: Span, after: Span): boolean {
  const gap = text.slice(before.end, after.start);
  if ((gap.match(/\n|\r(?!\n)/g) ?? []).length !== 1) return false;
  const lineStart = Math.max(text.lastIndexOf('\n', before.end - 1) + 1, before.start);
  return (
    before.end - lineStart >= FULL_LINE &&
    /[\p{Ll},;]/u.test(text[before.end - 1]!) &&
    /\p{Ll}/u.test(text[after.start]!)
  );
}
