// What the model would have read instead: the readings that came second, in the terms of the attribution that was kept.

import type { TaggedAttribution } from '../../tagging/types';
import type { Alternatives, Span } from '../types';
import type { Attribution } from './attribution';
import { tidy } from './fromTagged';

/** Less is no doubt worth showing: of 2,107 statements of PolNeAR dev 45 keep another source, 442 another content. */
const LEAST = 0.05;

/** The other source and the other content, each where it is likely enough and differs from what was kept. */
export function alternativesTo(
  text: string,
  { source, content, tagged }: Attribution,
): Alternatives {
  if (tagged === null) return { source: [], content: [] };
  const { alternatives, cue } = tagged;
  const other = { source: alternatives.source, content: alternatives.content };
  const sources = other.source?.source ? tidy(text, other.source.source, cue).slice(0, 1) : [];
  const contents = (other.content?.content ?? []).flatMap((span) => tidy(text, span, cue));
  return {
    source: sources
      .filter((span) => source === null || !same([span], [source]))
      .map((span) => ({ ...span, confidence: shareOf(other.source) }))
      .filter(({ confidence }) => confidence >= LEAST),
    content: [{ spans: contents, confidence: shareOf(other.content) }].filter(
      ({ spans, confidence }) => spans.length > 0 && confidence >= LEAST && !same(spans, content),
    ),
  };
}

/** How likely the reading is when only it and the chosen one are compared. */
const shareOf = (other: TaggedAttribution['alternatives']['source']): number =>
  other === null ? 0 : other.odds / (1 + other.odds);

const same = (a: readonly Span[], b: readonly Span[]): boolean =>
  a.length === b.length &&
  a.every(({ start, end }, i) => start === b[i]!.start && end === b[i]!.end);
