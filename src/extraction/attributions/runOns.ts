// Quotations that the model leaves out: whole sentences in quotation marks that no content covers. A statement lost is a
// story missed, so that each becomes one of its own; who speaks, the text around it tells later.

import { bisect, type Document } from '../document';
import type { Quotation } from '../quotations/quotations';
import { isHeadline } from '../sentences/headlines';
import type { Span } from '../types';
import type { Attribution } from './attribution';

/** Shorter ones are titles and scare quotes: "the so-called “surge”". */
const FEWEST_WORDS = 4;
/** How sure such a statement is: of 17 on the three dev sets 3 have speaker and words as the annotators have them. */
const CONFIDENCE = 0.2;

/**
 * “It is late,” Halvik said. He sat down.¶“We have far to go.”: one attribution for every quotation that is made of whole
 * sentences and that none of those found touches. Joined to the statement before, seven of eight were wrong on the dev
 * articles: people annotate them as statements without a cue.
 */
export function runOns(document: Document, found: readonly Attribution[]): Attribution[] {
  const covered = coverage(found);
  return wholeSentences(document)
    .filter((quotation) => !covered(quotation))
    .map(({ start, end }) => ({
      source: null,
      cue: null,
      content: [{ start, end }],
      foundBy: 'quotation',
      confidence: CONFIDENCE,
      tagged: null,
    }));
}

/** The outermost quotations of four words and more that begin with a sentence and end with one. */
function wholeSentences(document: Document): Quotation[] {
  const { quotations, sentences, tokens } = document;
  const extent = new Map<number, { first: number; last: number }>();
  tokens.forEach(({ quotation }, i) => {
    if (quotation >= 0)
      extent.set(quotation, { first: extent.get(quotation)?.first ?? i, last: i });
  });
  return [...extent].flatMap(([index, { first, last }]) => {
    const inside = tokens.slice(first, last + 1);
    const opens = sentences[tokens[first]!.sentence]!.first === first;
    const closes = tokens
      .slice(last + 1, sentences[tokens[last]!.sentence]!.last)
      .every((token) => !token.word);
    const words = inside.filter((token) => token.word).length;
    // "‘Legend in the Coal Fields’" as a line of its own: the heading of a section
    const speech = words >= FEWEST_WORDS && !isHeadline(inside);
    return opens && closes && speech ? [quotations[index]!] : [];
  });
}

/** Answers whether any content touches a span. */
function coverage(found: readonly Attribution[]): (span: Span) => boolean {
  const spans = found.flatMap(({ content }) => content).sort((a, b) => a.start - b.start);
  // Furthest end of all spans that start no later than the i-th, so that one look-up answers.
  const reach: number[] = [];
  for (const span of spans) reach.push(Math.max(reach.at(-1) ?? 0, span.end));
  return ({ start, end }) => {
    const behind = bisect(spans.length, (i) => spans[i]!.start >= end);
    return behind > 0 && reach[behind - 1]! > start;
  };
}
