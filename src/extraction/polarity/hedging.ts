// The words that weaken a report: "reportedly said", "appeared to suggest", "is said to", "may have told".

import type { Document, Token } from '../document';
import { tokensIn } from '../document';
import type { Span } from '../types';

const ADVERBS = new Set(
  'reportedly allegedly apparently supposedly purportedly seemingly ostensibly presumably possibly probably perhaps maybe likely arguably evidently'.split(
    ' ',
  ),
);
const MODALS = new Set('may might could'.split(' '));
const SEMBLANCE =
  /^(?:appear|appears|appeared|appearing|seem|seems|seemed|seeming|tend|tends|tended)$/;
const BE = /^(?:is|are|was|were|been|be|'s|'re)$/;
const RUMOURED =
  /^(?:said|believed|thought|understood|reported|rumoured|rumored|alleged|expected|likely|supposed)$/;
const FURTHEST_BEFORE = 6;
const FURTHEST_BEHIND = 3;

/** The hedging words nearest to the cue, inside it, in front or right behind; null where there are none. */
export function findHedge(document: Document, cue: Span): Span | null {
  const { tokens } = document;
  const { first, last } = tokensIn(document, cue);
  const sentence = tokens[first]?.sentence;
  for (let i = last - 1; i >= 0 && first - i <= FURTHEST_BEFORE; i -= 1) {
    const token = tokens[i]!;
    if (token.sentence !== sentence || (i < first && /^[.;:"“”]$/.test(token.text))) break;
    const span = hedgeAt(tokens, i, i < first);
    if (span !== null) return span;
    if (
      i < first &&
      token.pos === 'VERB' &&
      !SEMBLANCE.test(token.lower) &&
      !RUMOURED.test(token.lower)
    )
      break;
  }
  for (let i = last; i < tokens.length && i - last < FURTHEST_BEHIND; i += 1) {
    const token = tokens[i]!;
    if (token.sentence !== sentence) break;
    if (ADVERBS.has(token.lower)) return { start: token.start, end: token.end };
    if (token.text !== ',' && token.pos !== 'ADV') break;
  }
  return null;
}

function hedgeAt(tokens: readonly Token[], index: number, before: boolean): Span | null {
  const token = tokens[index]!;
  const next = tokens[index + 1];
  if (ADVERBS.has(token.lower)) return { start: token.start, end: token.end };
  // "might say", but not "on May 3 said"
  if (
    MODALS.has(token.lower) &&
    token.text === token.lower &&
    token.pos === 'AUX' &&
    !/^(?:not|n't|never|no)$/.test(next?.lower ?? '')
  )
    return { start: token.start, end: token.end };
  if (SEMBLANCE.test(token.lower) && next?.lower === 'to')
    return { start: token.start, end: next.end };
  // "is said to have told", "It is understood that"
  const previous = tokens[index - 1];
  const passive = RUMOURED.test(token.lower) && previous !== undefined && BE.test(previous.lower);
  if (
    passive &&
    ((before && next?.lower === 'to') ||
      /^(?:understood|believed|thought|rumoured|rumored|expected)$/.test(token.lower))
  )
    return { start: previous.start, end: token.end };
  return null;
}
