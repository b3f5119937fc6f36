// What the model found → attributions that keep the promises of this step: contents apart from each other and from the
// cue, each span with a word in it.

import type { TaggedAttribution } from '../../tagging/types';
import { trim } from '../sentences/paragraphs';
import type { Span } from '../types';
import type { Unweighed } from './attribution';

/** The attribution; null where no content with a word in it is left. */
export function fromTagged(text: string, tagged: TaggedAttribution): Unweighed | null {
  const { cue, source, content } = tagged;
  const contents = content.flatMap((span) => tidy(text, span, cue));
  if (contents.length === 0) return null;
  const sources = source === null ? [] : tidy(text, source, cue);
  return {
    source: sources[0] ?? null,
    cue: withoutStops(text, cue),
    content: contents,
    foundBy: 'model',
    tagged,
  };
}

/**
 * What is left of a span: the model decides on cues first and on the rest for each cue, so that it may take words of the
 * cue for both.
 */
export function tidy(text: string, span: Span, cue: Span): Span[] {
  return without(span, cue).flatMap((part) => {
    const trimmed = trim(text, part);
    return trimmed !== null && hasWord(text, trimmed) ? [withoutStops(text, trimmed)] : [];
  });
}

const hasWord = (text: string, { start, end }: Span): boolean =>
  /[\p{L}\p{N}]/u.test(text.slice(start, end));

/** "Quint said: “…”", "Jane Roe, a teacher, said", "It rained, he said": annotators count colon and comma in, readers do not. */
function withoutStops(text: string, { start, end }: Span): Span {
  const words = /^[\s,:;–—-]*(.*?)[\s,:;–—-]*$/su.exec(text.slice(start, end))?.[1] ?? '';
  if (words === '') return { start, end };
  const from = text.indexOf(words, start);
  return { start: from, end: from + words.length };
}

/** What is left of `span` when `hole` is taken out. */
function without({ start, end }: Span, hole: Span): Span[] {
  if (hole.end <= start || hole.start >= end) return [{ start, end }];
  return [
    { start, end: Math.max(start, hole.start) },
    { start: Math.min(end, hole.end), end },
  ].filter((part) => part.start < part.end);
}
