// text → paragraphs. A line break ends a paragraph, save in hard-wrapped text ("…the minister\nsaid on Monday…").

import type { Span } from '../types';
import { findWidth, isFollowed, isFull } from './wrapping';

const LINE = /[^\n\r\u2028\u2029]+/g;
const FULL_LINE = 55;

/** The paragraphs of `text` in order, trimmed, none empty. */
export function findParagraphs(text: string): Span[] {
  const lines: Span[] = [];
  for (const line of text.matchAll(LINE)) {
    const span = trim(text, { start: line.index, end: line.index + line[0].length });
    if (span !== null) lines.push(span);
  }
  const width = findWidth(text, lines);
  const paragraphs: { start: number; end: number }[] = [];
  lines.forEach((line, i) => {
    const last = paragraphs.at(-1);
    const before = lines[i - 1];
    if (last !== undefined && before !== undefined && goesOn(text, before, line, width))
      last.end = line.end;
    else paragraphs.push({ ...line });
  });
  return paragraphs;
}

/** Cuts white space from both ends of a span; null where nothing else is in it. */
export function trim(text: string, span: Span): Span | null {
  let { start, end } = span;
  while (start < end && /\s/u.test(text[start]!)) start += 1;
  while (end > start && /\s/u.test(text[end - 1]!)) end -= 1;
  return start < end ? { start, end } : null;
}

/** Does the line go on with the sentence or the paragraph of the line before it? */
function goesOn(text: string, before: Span, line: Span, width: number | null): boolean {
  if (!isFollowed(text, before, line)) return false;
  if (width !== null) return isFull(text, before, line, width);
  return (
    before.end - before.start >= FULL_LINE &&
    /[\p{Ll},;]/u.test(text[before.end - 1]!) &&
    /\p{Ll}/u.test(text[line.start]!)
  );
}
