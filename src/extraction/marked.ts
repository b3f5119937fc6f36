// What a person marks in a text → what an attribution of the engine says of itself: form, cue, sentence, whose words.

import { readDocument } from './document';
import { buildStatements } from './statements';
import type { Marked, Reading, Span } from './types';

/** So much is read on either side: a quotation that began further away is taken for none. */
const AROUND = 4_000;

/** Reads what was marked, and the paragraphs around it alone: the whole of a long text takes a second. */
export function readMarked(text: string, { source, cue, content }: Marked): Reading {
  const spans = [source, cue, ...content].filter((span) => span !== null);
  const from = paragraphStart(text, Math.min(...spans.map(({ start }) => start)));
  const to = paragraphEnd(text, Math.max(...spans.map(({ end }) => end)));
  const moved = (span: Span | null, by: number): Span | null =>
    span && { start: span.start + by, end: span.end + by };
  const document = readDocument(text.slice(from, to));
  const [read] = buildStatements(
    document,
    [
      {
        source: moved(source, -from),
        cue: moved(cue, -from),
        content: content.map((span) => moved(span, -from)!),
        foundBy: 'model',
        confidence: 1,
        tagged: null,
      },
    ],
    [[]],
  );
  const { form, segments, cue: readCue, negation, hedge, sentence } = read!;
  return {
    form,
    content,
    source,
    segments: segments.map((segment) => ({ ...segment, ...moved(segment, from)! })),
    cue: readCue && { ...readCue, ...moved(readCue, from)! },
    negation: moved(negation, from),
    hedge: moved(hedge, from),
    sentence: moved(sentence, from)!,
  };
}

function paragraphStart(text: string, offset: number): number {
  const start = text.lastIndexOf('\n', Math.max(0, offset - 1)) + 1;
  return safe(text, Math.max(Math.min(start, offset), offset - AROUND));
}

function paragraphEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return safe(text, Math.min(end < 0 ? text.length : end, offset + AROUND));
}

/** Never within a surrogate pair. */
const safe = (text: string, offset: number): number =>
  /[\uDC00-\uDFFF]/.test(text.charAt(offset)) ? Math.max(0, offset - 1) : offset;
