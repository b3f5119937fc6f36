// How much of a content stands in quotation marks.

import { type Document, tokensIn } from './document';
import type { Form, Span } from './types';

/** Quoted through and through, not at all, or in part. */
export function formOf(document: Document, content: readonly Span[]): Form {
  let inside = 0;
  let outside = 0;
  for (const span of content) {
    const { first, last } = tokensIn(document, span);
    for (let i = first; i < last; i += 1) {
      const token = document.tokens[i]!;
      if (!token.word) continue;
      if (token.quotation >= 0) inside += 1;
      else outside += 1;
    }
  }
  return outside === 0 && inside > 0 ? 'direct' : inside === 0 ? 'indirect' : 'mixed';
}
