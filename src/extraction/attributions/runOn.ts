// Quotations that no cue claimed: "…," he said. "This one goes on." They join the attribution before, or stand alone.

import type { Document } from '../document';
import type { Quotation } from '../quotations/quotations';
import type { Span } from '../types';
import type { Attribution } from './attribution';
import { attribution } from './build';

// Shorter ones are titles and scare quotes: "the so-called “surge”".
const FEWEST_WORDS = 4;

/** The attributions with every whole-sentence quotation added that none of them covers. */
export function withRunOns(document: Document, found: readonly Attribution[]): Attribution[] {
  const { quotations, sentences, tokens } = document;
  const alone: Attribution[] = [];
  const additions = new Map<number, Span[]>();
  const covered = coverage(found);
  const firstToken = new Map<number, number>();
  const lastToken = new Map<number, number>();
  tokens.forEach((token, i) => {
    if (token.quotation < 0) return;
    if (!firstToken.has(token.quotation)) firstToken.set(token.quotation, i);
    lastToken.set(token.quotation, i);
  });
  const bySentence = lastBySentence(document, found);
  quotations.forEach((quotation, index) => {
    const first = firstToken.get(index);
    if (quotation.depth > 0 || first === undefined || covered(quotation)) return;
    const last = lastToken.get(index)!;
    const sentence = tokens[first]!.sentence;
    if (sentences[sentence]!.first !== first || !standsAlone(document, last)) return;
    const before = bySentence[sentence - 1] ?? null;
    if (before !== null && goesOn(document, found[before]!, quotation, sentence)) {
      const added = additions.get(before) ?? [];
      added.push(spanOf(quotation));
      additions.set(before, added);
      for (let s = sentence; s <= tokens[last]!.sentence; s += 1) bySentence[s] = before;
      return;
    }
    const words = tokens.slice(first, last + 1).filter((token) => token.word).length;
    const own =
      words >= FEWEST_WORDS ? attribution('uncued', null, null, [spanOf(quotation)]) : null;
    if (own !== null) alone.push(own);
  });
  const hosts = found.map((host, i) =>
    additions.has(i) ? { ...host, content: [...host.content, ...additions.get(i)!] } : host,
  );
  return [...hosts, ...alone];
}

const spanOf = ({ start, end }: Span): Span => ({ start, end });

/** Nothing but marks follows the quotation in its sentence. */
function standsAlone(document: Document, last: number): boolean {
  const { tokens, sentences } = document;
  return tokens
    .slice(last + 1, sentences[tokens[last]!.sentence]!.last)
    .every((token) => !token.word);
}

/** The attribution holds quoted words, or ends with a colon; and it ends in the sentence right before. */
function goesOn(
  document: Document,
  host: Attribution,
  quotation: Quotation,
  sentence: number,
): boolean {
  const { quotations, sentences } = document;
  const sameParagraph = sentences[sentence - 1]!.paragraph === quotation.paragraph;
  if (sameParagraph) return true;
  if (quotation.continues !== null)
    return quotations[quotation.continues]!.start >= host.content[0]!.start;
  // A paragraph of quotation alone, behind one that ended with quoted words: "…,” Clinton said.¶“He voted…”"
  const last = host.content.at(-1)!;
  return (
    (host.rule === 'fronted-quotation' || host.rule === 'inverted' || host.rule === 'quotation') &&
    last.end <= sentences[sentence - 1]!.end
  );
}

/** Index of the attribution that speaks last in each sentence. */
function lastBySentence(document: Document, found: readonly Attribution[]): (number | null)[] {
  const last: (number | null)[] = document.sentences.map(() => null);
  const at = (offset: number): number => {
    let low = 0;
    let high = document.sentences.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (document.sentences[middle]!.end > offset) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  found.forEach((candidate, index) => {
    const end = Math.max(candidate.content.at(-1)!.end, candidate.cue?.end ?? 0) - 1;
    const sentence = at(end);
    const rival = last[sentence];
    if (
      rival === null ||
      rival === undefined ||
      found[rival]!.content.at(-1)!.end <= candidate.content.at(-1)!.end
    )
      last[sentence] = index;
  });
  return last;
}

function coverage(found: readonly Attribution[]): (span: Span) => boolean {
  const spans = found.flatMap(({ content }) => content).sort((a, b) => a.start - b.start);
  // Furthest end of all spans that start no later than the i-th, so that one look-up answers.
  const reach: number[] = [];
  for (const span of spans) reach.push(Math.max(reach.at(-1) ?? 0, span.end));
  return ({ start, end }) => {
    let low = 0;
    let high = spans.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (spans[middle]!.start < end) low = middle + 1;
      else high = middle;
    }
    return low > 0 && reach[low - 1]! > start;
  };
}
