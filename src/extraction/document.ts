// What the first steps know of a text: paragraphs, tokens, sentences, quotations. Later steps only read it.

import { findQuotations, type Quotation } from './quotations/quotations';
import { findParagraphs } from './sentences/paragraphs';
import { sentenceEnds } from './sentences/sentences';
import { reportingTagAt } from './sentences/tags';
import { mendNames } from './tokens/names';
import { type PartOfSpeech, tagPartsOfSpeech } from './tokens/partsOfSpeech';
import { type RawToken, tokenise } from './tokens/tokenise';
import type { Span } from './types';

/** A token and where it stands. */
export interface Token extends RawToken {
  readonly pos: PartOfSpeech;
  readonly sentence: number;
  readonly paragraph: number;
  /** Index of the outermost quotation around it, marks included; -1 outside. */
  readonly quotation: number;
}

/** A sentence: its characters and its tokens, `first` to `last` (exclusive). */
export interface Sentence extends Span {
  readonly first: number;
  readonly last: number;
  readonly paragraph: number;
}

export interface Document {
  readonly text: string;
  readonly paragraphs: readonly Span[];
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  readonly quotations: readonly Quotation[];
}

/** Reads a text into paragraphs, tokens, sentences and quotations. */
export function readDocument(text: string): Document {
  const paragraphs = findParagraphs(text);
  const quotations = findQuotations(text, paragraphs);
  const paragraphWords = paragraphs.map((paragraph) =>
    tokenise(text, paragraph.start, paragraph.end),
  );
  const tags = tagPartsOfSpeech(paragraphWords.flat());
  const inQuotation = outermost(quotations);
  const tokens: Token[] = [];
  const sentences: Sentence[] = [];
  paragraphWords.forEach((inParagraph, paragraph) => {
    let from = 0;
    for (const to of sentenceEnds(inParagraph, (index) => reportingTagAt(inParagraph, index))) {
      const inSentence = inParagraph.slice(from, to);
      const first = tokens.length;
      const mended = mendNames(inSentence, tags.slice(first, first + inSentence.length));
      inSentence.forEach((word, i) => {
        const { start, end, text: printed, lower, word: isWord } = word;
        tokens.push({
          start,
          end,
          text: printed,
          lower,
          word: isWord,
          pos: mended[i]!,
          sentence: sentences.length,
          paragraph,
          quotation: inQuotation(start),
        });
      });
      const last = tokens.length;
      sentences.push({
        start: tokens[first]!.start,
        end: tokens[last - 1]!.end,
        first,
        last,
        paragraph,
      });
      from = to;
    }
  });
  return { text, paragraphs, tokens, sentences, quotations };
}

/** Answers which outermost quotation an offset stands in (-1: none); offsets must be asked in ascending order. */
function outermost(quotations: readonly Quotation[]): (offset: number) => number {
  const outer = quotations.flatMap((quotation, index) => (quotation.depth === 0 ? [index] : []));
  let next = 0;
  return (offset) => {
    while (next < outer.length && quotations[outer[next]!]!.end <= offset) next += 1;
    return next < outer.length && quotations[outer[next]!]!.start <= offset ? outer[next]! : -1;
  };
}

/** Half-open range of the tokens that overlap `span`; found by halving, since callers ask for every statement. */
export function tokensIn(document: Document, span: Span): { first: number; last: number } {
  const { tokens } = document;
  return {
    first: bisect(tokens.length, (i) => tokens[i]!.end > span.start),
    last: bisect(tokens.length, (i) => tokens[i]!.start >= span.end),
  };
}

/** The quotation that starts at `offset`. */
export function quotationAt({ quotations }: Document, offset: number): Quotation | undefined {
  const found = quotations[bisect(quotations.length, (i) => quotations[i]!.start >= offset)];
  return found?.start === offset ? found : undefined;
}

/** The smallest index for which `holds`, in a sequence where it holds from there on. */
export function bisect(length: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
