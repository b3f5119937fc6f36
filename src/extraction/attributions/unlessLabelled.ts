// Where a label or signature says who speaks, it goes before the model, which takes the label for a sentence.

import type { Span } from '../types';
import type { Unweighed } from './attribution';

/**
 * The attributions but for those that give a labelled passage to somebody else: "REED: It was late, I said." keeps "I
 * said" inside REED's words and loses a "REED" to whom the model gave the same words.
 */
export function unlessLabelled(
  found: readonly Unweighed[],
  labels: readonly Unweighed[],
): Unweighed[] {
  const passages = labels.flatMap(({ content }) => content).sort((a, b) => a.start - b.start);
  let next = 0;
  return [...found]
    .sort((a, b) => a.content[0]!.start - b.content[0]!.start)
    .filter(({ source, content }) => {
      const { start } = content[0]!;
      const { end } = content.at(-1)!;
      while (next < passages.length && passages[next]!.end <= start) next += 1;
      const passage = passages[next];
      if (passage === undefined || passage.start >= end) return true;
      return source === null ? !covers({ start, end }, passage) : lies(source, passage);
    });
}

const lies = (inner: Span, outer: Span): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;

/** Most of the passage is in the span. */
const covers = (span: Span, passage: Span): boolean =>
  2 * (Math.min(span.end, passage.end) - Math.max(span.start, passage.start)) >
  passage.end - passage.start;
