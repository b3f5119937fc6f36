// The words that negate a report: "did not say", "never claimed", "denied", "declined to comment".

import type { Document, Token } from '../document';
import { tokensIn } from '../document';
import type { CueClass, Span } from '../types';

const NEGATORS = new Set("not n't never neither nor hardly scarcely without cannot".split(' '));
const FURTHEST = 6;

/** From the auxiliary or negator to the cue; the whole cue where it denies or refuses by itself; null where affirmed. */
export function findNegation(document: Document, cue: Span, cueClass: CueClass): Span | null {
  const { tokens } = document;
  const { first, last } = tokensIn(document, cue);
  for (let i = last - 1; i >= first; i -= 1) {
    if (isNo(tokens, i)) return { start: cue.start, end: cue.end };
    if (NEGATORS.has(tokens[i]!.lower))
      return {
        start: tokens[auxiliaryBefore(tokens, i)]!.start,
        end: Math.max(cue.end, tokens[i]!.end),
      };
  }
  for (let i = first - 1; i >= 0 && first - i <= FURTHEST; i -= 1) {
    const token = tokens[i]!;
    if (token.sentence !== tokens[first]?.sentence || !inVerbGroup(token)) break;
    if (NEGATORS.has(token.lower))
      return { start: tokens[auxiliaryBefore(tokens, i)]!.start, end: cue.end };
  }
  if (neitherOpens(tokens, first)) return cue;
  return cueClass === 'denial' || cueClass === 'refusal'
    ? { start: cue.start, end: cue.end }
    : null;
}

/** "made no mention of", "gave no reason" */
const isNo = (tokens: readonly Token[], index: number): boolean =>
  tokens[index]!.lower === 'no' && tokens[index + 1]?.word === true;

/** "Neither side said", "Nobody asked", "No one told us": the subject negates. */
function neitherOpens(tokens: readonly Token[], first: number): boolean {
  let at = first - 1;
  while (at >= 0 && (tokens[at]!.pos === 'AUX' || tokens[at]!.pos === 'ADV')) at -= 1;
  if (at < 0 || tokens[at]!.sentence !== tokens[first]?.sentence) return false;
  const subject = tokens[at]!.lower;
  if (/^(?:nobody|none|neither)$/.test(subject)) return true;
  return (
    /^(?:no|neither)$/.test(tokens[at - 1]?.lower ?? '') &&
    tokens[at - 1]!.sentence === tokens[at]!.sentence
  );
}

function inVerbGroup(token: Token): boolean {
  return (
    token.pos === 'AUX' ||
    token.pos === 'ADV' ||
    token.pos === 'PART' ||
    NEGATORS.has(token.lower) ||
    /^(?:do|does|did|has|have|had|would|will|could|can|immediately|to|being|be)$/.test(token.lower)
  );
}

/** "did n't", "has never", "would not": the span starts with the auxiliary. */
function auxiliaryBefore(tokens: readonly Token[], negator: number): number {
  const before = tokens[negator - 1];
  return before !== undefined &&
    before.pos === 'AUX' &&
    before.sentence === tokens[negator]!.sentence
    ? negator - 1
    : negator;
}
