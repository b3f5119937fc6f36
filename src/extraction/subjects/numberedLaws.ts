// "Article 50", "Section 12", "Resolution 242", "Proposition 8": laws and parts of them that go by a number.

import type { Document } from '../document';
import type { Span } from '../types';

const NUMBERED =
  /^(?:Article|Section|Clause|Resolution|Proposition|Directive|Amendment|Protocol|Title)$/;
const NUMBER = /^(?:\d{1,4}[a-z]?|[IVX]{1,5}|C-\d+)$/;

/** The laws between two tokens that are named by number. */
export function numberedLaws({ tokens }: Document, first: number, last: number): Span[] {
  const found: Span[] = [];
  for (let i = first; i + 1 < last; i += 1) {
    if (!NUMBERED.test(tokens[i]!.text) || !NUMBER.test(tokens[i + 1]!.text)) continue;
    found.push({ start: tokens[i]!.start, end: tokens[i + 1]!.end });
  }
  return found;
}
