// Puts an attribution together so that its invariants hold.

import type { Span } from '../types';
import type { Attribution, Rule } from './attribution';
import { confidenceOf } from './confidence';

/** An attribution whose contents are in text order, apart from each other and from the cue; null without content. */
export function attribution(
  rule: Rule,
  source: Span | null,
  cue: Span | null,
  contents: readonly (Span | null)[],
): Attribution | null {
  const content: Span[] = [];
  for (const span of contents
    .filter((candidate) => candidate !== null)
    .sort((a, b) => a.start - b.start)) {
    const apart = cue === null || span.end <= cue.start || span.start >= cue.end;
    if (apart && span.start >= (content.at(-1)?.end ?? 0)) content.push(span);
  }
  if (content.length === 0) return null;
  const named =
    source !== null && !content.some((span) => span.start <= source.start && source.end <= span.end)
      ? source
      : null;
  return { source: named, cue, content, rule, confidence: confidenceOf(rule, named !== null) };
}
