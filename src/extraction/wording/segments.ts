// Whose words a content is made of, phrase by phrase: the speaker's as printed between quotation marks, or the reporter's.
// In doubt they are the reporter's: a paraphrase must never be shown as a quotation.

import type { Attribution } from '../attributions/attribution';
import { bisect, type Document, tokensIn } from '../document';
import type { Quotation } from '../quotations/quotations';
import { trim } from '../sentences/paragraphs';
import type { Form, Segment, Span } from '../types';
import { insertions } from './insertions';
import { isWordingOnly } from './titles';

/** The segments in text order (no quotation marks at their ends), and the form that follows from them. */
export function readWording(
  document: Document,
  attribution: Attribution,
): { form: Form; segments: Segment[] } {
  const { text } = document;
  // Answers under a speaker's label ("A: Not at all.") are that person's own words, marks or none.
  const labelled = attribution.foundBy === 'label';
  const outer = labelled ? null : quotationAround(document, attribution);
  const pieces = attribution.content.map((span) => {
    const quoted = quotedIn(document, span, outer);
    return { span, quoted: labelled && hasWord(text, gaps(span, quoted)) ? [span] : quoted };
  });
  const all = pieces.every(({ span, quoted }) => !hasWord(text, gaps(span, quoted)));
  const segments: Segment[] = [];
  let speaks = false;
  let reports = false;
  for (const { span, quoted } of pieces) {
    const speech = all ? quoted : quoted.filter((part) => !isWordingOnly(document, part));
    speaks ||= hasWord(text, speech);
    reports ||= hasWord(text, gaps(span, speech));
    segments.push(...segmentsOf(text, span, speech));
  }
  return { form: !reports ? 'direct' : speaks ? 'mixed' : 'indirect', segments };
}

/** A content in segments; `speech` are the stretches of it in quotation marks that count, in text order. */
function segmentsOf(text: string, span: Span, speech: readonly Span[]): Segment[] {
  const own = speech.flatMap((part) => {
    const { foreign, breaks } = insertions(text, part);
    return gaps(
      part,
      [...foreign, ...breaks].sort((a, b) => a.start - b.start),
    );
  });
  const inserted = speech.flatMap((part) => insertions(text, part).foreign);
  const speaker = own.map((part) => ({ ...part, words: 'speaker' as const }));
  const around = gaps(span, speech).map((part) => withoutMarks(text, part, speech));
  const reporter = [...around, ...inserted].map((part) => ({
    ...part,
    words: 'reporter' as const,
  }));
  return [...speaker, ...reporter]
    .sort((a, b) => a.start - b.start)
    .flatMap(({ words, ...part }) => {
      const bare = trim(text, part);
      return bare !== null && hasWord(text, [bare]) ? [{ ...bare, words }] : [];
    });
}

/** The marks of a quotation next to it are nobody's words; those of a title inside stay: `the so-called “surge”`. */
function withoutMarks(text: string, { start, end }: Span, speech: readonly Span[]): Span {
  const behind = speech.some((part) => part.start >= end);
  const before = speech.some((part) => part.end <= start);
  const words = text.slice(start, end);
  const close = before
    ? (/^\s*["”“»«›‹'’‘‚„」』`]{1,2}[\s,.;:–—-]*/u.exec(words)?.[0].length ?? 0)
    : 0;
  const open = behind
    ? (/[\s,;:–—-]*["“”„«»‹›'‘’‚‛「『`]{1,2}\s*$/u.exec(words.slice(-8))?.[0].length ?? 0)
    : 0;
  return { start: start + close, end: Math.max(start + close, end - open) };
}

/** The stretches between quotation marks in a content, the marks left out. */
function quotedIn(document: Document, span: Span, outer: Quotation | null): Span[] {
  const { tokens, quotations } = document;
  const found: Quotation[] = [];
  if (outer === null) {
    const { first, last } = tokensIn(document, span);
    for (let i = first; i < last; i += 1) {
      const quotation = quotations[tokens[i]!.quotation];
      if (quotation !== undefined && found.at(-1) !== quotation) found.push(quotation);
    }
  } else {
    const from = bisect(quotations.length, (i) => quotations[i]!.start >= span.start);
    for (let i = from; i < quotations.length && quotations[i]!.start < span.end; i += 1) {
      if (quotations[i]!.depth === outer.depth + 1) found.push(quotations[i]!);
    }
  }
  return found
    .map(({ inner }) => ({
      start: Math.max(inner.start, span.start),
      end: Math.min(inner.end, span.end),
    }))
    .filter(({ start, end }) => start < end);
}

/** Innermost first: how many quotations before the cue are looked through for one around it. */
const MOST_BEFORE = 8;

/**
 * The quotation that somebody else speaks: “Quint told me it was late,” Roe said. Its marks make Quint's words no
 * quotation of Quint, since they stand there in Roe's words.
 */
function quotationAround(
  { quotations }: Document,
  { cue, content }: Attribution,
): Quotation | null {
  if (cue === null) return null;
  const behind = bisect(quotations.length, (i) => quotations[i]!.start >= cue.start);
  const start = Math.min(cue.start, content[0]!.start);
  const end = Math.max(cue.end, content.at(-1)!.end);
  for (let i = behind - 1; i >= 0 && i >= behind - MOST_BEFORE; i -= 1) {
    const { inner, closed } = quotations[i]!;
    if (closed && inner.start <= start && end <= inner.end) return quotations[i]!;
  }
  return null;
}

/** What is left of a span between parts of it that stand in text order. */
function gaps({ start, end }: Span, parts: readonly Span[]): Span[] {
  const left: Span[] = [];
  let from = start;
  for (const part of parts) {
    if (part.start > from) left.push({ start: from, end: part.start });
    from = Math.max(from, part.end);
  }
  if (from < end) left.push({ start: from, end });
  return left;
}

const hasWord = (text: string, spans: readonly Span[]): boolean =>
  spans.some(({ start, end }) => /[\p{L}\p{N}]/u.test(text.slice(start, end)));
