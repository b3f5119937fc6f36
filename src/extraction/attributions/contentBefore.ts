// What a cue reports, where it stands in front: "“…,” she said", "Talks will go on, said Xi", "The answer, he said, is no".

import type { Document } from '../document';
import type { Span } from '../types';
import { opensQuotation, quotationLast, spanOf } from './contentAfter';
import { TIME_WORDS } from './nounPhrases';

export interface FrontedContent {
  readonly span: Span;
  readonly quoted: boolean;
  readonly first: number;
}

const LOOSE =
  /^(?:who|which|when|as|while|after|before|according|though|although|a|an|during|in|at)$/;
const DASH_OR_COMMA = /^(?:[,.—–-]|--)$/;

/** The quotation or clause that ends right before token `end` (the subject of a tag, or its verb if inverted). */
export function contentBefore(
  document: Document,
  end: number,
  sentenceFirst: number,
  own: number,
): FrontedContent | null {
  const { tokens } = document;
  let before = end - 1;
  while (
    before >= sentenceFirst &&
    DASH_OR_COMMA.test(tokens[before]!.text) &&
    tokens[before]!.quotation === own
  )
    before -= 1;
  if (before < sentenceFirst) return null;
  if (tokens[before]!.quotation >= 0 && tokens[before]!.quotation !== own)
    return quotationBefore(document, before, sentenceFirst);
  return before === end - 1 ? null : clauseBefore(document, sentenceFirst, before, own);
}

function quotationBefore(
  document: Document,
  index: number,
  sentenceFirst: number,
): FrontedContent | null {
  const { tokens, quotations } = document;
  const quotation = quotations[tokens[index]!.quotation]!;
  let opening = index;
  while (opening > 0 && tokens[opening - 1]!.quotation === tokens[index]!.quotation) opening -= 1;
  // "The plan is “a mess,” he said": the clause around the quotation belongs to it
  const inClause =
    opening > sentenceFirst &&
    tokens[opening]!.sentence === tokens[index]!.sentence &&
    !/^[,:]$/.test(tokens[opening - 1]!.text);
  const first = inClause ? skipConjunction(document, sentenceFirst) : opening;
  return { span: { start: tokens[first]!.start, end: quotation.end }, quoted: true, first };
}

function clauseBefore(
  document: Document,
  sentenceFirst: number,
  before: number,
  own: number,
): FrontedContent | null {
  const { tokens } = document;
  let first = before;
  while (first > sentenceFirst && tokens[first - 1]!.quotation === own) first -= 1;
  if (own < 0) first = sentenceFirst;
  first = skipConjunction(document, first);
  const words = tokens.slice(first, before + 1);
  if (words.length < 3 || !words.some((token) => token.pos === 'VERB' || token.pos === 'AUX'))
    return null;
  const opener = words[0]!;
  // "In a statement on Monday, he said", "After leaving office, she said": only an adverbial stands in front
  const adverbial =
    opener.pos === 'ADP' ||
    opener.pos === 'SCONJ' ||
    /^(?:when|after|before|while|as|if|asked|speaking|writing)$/.test(opener.lower) ||
    (opener.pos === 'VERB' && /ing$/.test(opener.lower));
  if (adverbial && !words.some((token) => token.text === ',')) return null;
  const span = spanOf(document, first, before + 1);
  return span === null ? null : { span, quoted: false, first };
}

const skipConjunction = (document: Document, index: number): number =>
  /^(?:and|but|still|meanwhile)$/i.test(document.tokens[index]!.lower) &&
  document.tokens[index + 1]?.text !== ','
    ? index + 1
    : index;

/**
 * Nothing that the cue could report stands behind it: "…, he said.", "…, he told CNN.", "…, he said in a statement."
 * Answers the token index where the tag ends, or null where it is no tag.
 */
export function tagEnd(
  document: Document,
  from: number,
  limit: number,
  own: number,
): number | null {
  const { tokens } = document;
  for (let i = from; i < limit; i += 1) {
    const token = tokens[i]!;
    if (/^(?:[.,;!?—–…]|--)$/.test(token.text)) return i;
    if (token.text === ':' || token.quotation !== own) return null;
    if (token.lower === 'that' && tokens[i - 1]!.pos !== 'ADP') return null;
    if (i > from) continue;
    if (token.lower === 'to' && tokens[i + 1]?.pos === 'VERB') return null;
    const adverbial =
      ['ADP', 'ADV', 'SCONJ'].includes(token.pos) ||
      TIME_WORDS.has(token.lower) ||
      /^(?:when|as|while|after|before|if|to)$/.test(token.lower);
    if (!adverbial) return null;
  }
  return limit;
}

/** "Sometimes, they say, it means…", "The bigger risk, he said, is…": a tag between commas with its sentence around it. */
export function contentAround(
  document: Document,
  start: number,
  end: number,
  sentenceFirst: number,
  limit: number,
): (Span | null)[] | null {
  const { tokens } = document;
  if (tokens[start - 1]?.text !== ',' || tokens[end]?.text !== ',' || start - 1 <= sentenceFirst)
    return null;
  const next = tokens[end + 1];
  if (
    next === undefined ||
    end + 1 >= limit ||
    /ing$/.test(next.lower) ||
    LOOSE.test(next.lower) ||
    opensQuotation(document, end + 1)
  )
    return null;
  return [
    spanOf(document, skipConjunction(document, sentenceFirst), start - 1),
    spanOf(document, end + 1, limit),
  ];
}

/** The rest of a split statement behind a tag: "“…,” he said, “…”", "The answer, he said, is no". */
export function contentBehindTag(
  document: Document,
  end: number,
  limit: number,
  fronted: FrontedContent,
): Span | null {
  const { tokens, quotations } = document;
  if (!/^[,—–:]$|^--$/.test(tokens[end]?.text ?? '')) return null;
  const next = tokens[end + 1];
  if (next === undefined || end + 1 >= limit) return null;
  for (let i = end + 1; i < Math.min(limit, end + 30); i += 1) {
    if (!opensQuotation(document, i)) continue;
    const { start, end: stop } = quotations[tokens[i]!.quotation]!;
    const splits = i === end + 1 || /^[,:—–]$/.test(tokens[i - 1]!.text);
    return splits && (fronted.quoted || i === end + 1)
      ? { start, end: Math.max(stop, tokens[quotationLast(document, i) - 1]!.end) }
      : null;
  }
  if (fronted.quoted) return null;
  // "…, he said, adding that", "…, said Smith, who…": the sentence goes on without the speaker's words
  if (/ing$/.test(next.lower) || LOOSE.test(next.lower)) return null;
  return spanOf(document, end + 1, limit);
}
