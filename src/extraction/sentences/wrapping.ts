// Texts whose lines were broken to a width, as e-mails and wire copy are: how wide, and which lines are full.

import type { Span } from '../types';

const [NARROWEST, WIDEST] = [40, 100];
const FEWEST_BREAKS = 4;
/** Of lines and their breaks: the rest are the last lines of paragraphs where no blank line stands between these. */
const MOSTLY_FULL = 0.6;
/** A long address or a title may stand out over the margin. */
const WITHIN = 0.98;

/** The width to which the lines of a text were broken; null where they were not. */
export function findWidth(text: string, lines: readonly Span[]): number | null {
  const broken = lines.slice(0, -1).filter((line, i) => isFollowed(text, line, lines[i + 1]!));
  if (broken.length < FEWEST_BREAKS) return null;
  const lengths = broken.map(({ start, end }) => end - start).sort((a, b) => a - b);
  const width = lengths[Math.floor(WITHIN * (lengths.length - 1))]!;
  if (width < NARROWEST || width > WIDEST) return null;
  let full = 0;
  let amid = 0;
  lines.slice(0, -1).forEach((line, i) => {
    const next = lines[i + 1]!;
    if (!isFollowed(text, line, next) || !isFull(text, line, next, width)) return;
    full += 1;
    if (/[\p{L}\p{N},;]/u.test(text[line.end - 1]!)) amid += 1;
  });
  // "Item one of a list¶item two of a list": as long as each other, but no word is short of room
  return full >= MOSTLY_FULL * broken.length && 2 * amid > full ? width : null;
}

/** Had the first word of the next line no room in this one? */
export function isFull(text: string, line: Span, next: Span, width: number): boolean {
  const word = /^\S+/.exec(text.slice(next.start, Math.min(next.end, next.start + WIDEST)))?.[0];
  return line.end - line.start + 1 + (word ?? '').length > width;
}

/** Is there one line break and no blank line between the two? */
export function isFollowed(text: string, line: Span, next: Span): boolean {
  const gap = text.slice(line.end, Math.min(next.start, line.end + WIDEST));
  return next.start - line.end < WIDEST && (gap.match(/\n|\r(?!\n)/g) ?? []).length === 1;
}
