// Whether all pieces of a claim stand in a source, word for word and in order, and what was left out between them.

import { isNegation, isSenseChanged } from './sense';
import type { Claim, Piece, SourceWord } from './types';

/** Words that may be left out at a mark of omission: more, and the pieces were not said together. */
export const FAR = 60;
/** Words that an editor's bracket may stand for: "[Clinton] has been" for "the former secretary has been". */
const MOST_REPLACED = 4;
/** A mark of omission that hides no more than this, and a negation among it, turns the sense. */
const SHORT_OMISSION = 5;
/** Places where a claim may begin in a source; a claim of one word in a long text has more. */
const MOST_BEGINNINGS = 40;

/** Where a claim stands in a source: half-open ranges of its words, one a piece. */
export interface ExactMatch {
  readonly ranges: readonly { readonly from: number; readonly to: number }[];
  readonly elided: boolean;
  /** Left out words between the pieces, in all. */
  readonly omitted: number;
}

/** The closest match of all pieces in order; null where there is none that is fair. */
export function matchExactly(claim: Claim, source: readonly SourceWord[]): ExactMatch | null {
  const [first, ...rest] = claim.pieces;
  if (first === undefined) return null;
  let best: ExactMatch | null = null;
  let beginnings = 0;
  for (let from = 0; from < source.length && beginnings < MOST_BEGINNINGS; from += 1) {
    const to = matchAt(first, source, from);
    if (to === null) continue;
    beginnings += 1;
    const found = follow(rest, source, [{ from, to }]);
    if (found !== null && (best === null || found.omitted < best.omitted)) best = found;
    if (best?.omitted === 0) break;
  }
  return best;
}

function follow(
  rest: readonly Piece[],
  source: readonly SourceWord[],
  begun: ExactMatch['ranges'],
): ExactMatch | null {
  const ranges = [...begun];
  let omitted = 0;
  let elided = false;
  for (const piece of rest) {
    const at = ranges.at(-1)!.to;
    const next = nextPiece(piece, source, at);
    if (next === null) return null;
    // An editor's bracket that both print is left out by neither.
    omitted += source.slice(at, next.from).filter((word) => !word.inserted).length;
    if (next.from > at && piece.joint !== 'bracket') elided = true;
    ranges.push(next);
  }
  return { ranges, elided, omitted };
}

function nextPiece(
  piece: Piece,
  source: readonly SourceWord[],
  at: number,
): { from: number; to: number } | null {
  // The stored text may print the same bracket: its words are skipped on both sides.
  const same = piece.inserted.filter((key, i) => source[at + i]?.key === key).length;
  const most = piece.joint === 'bracket' ? Math.max(MOST_REPLACED, same) : FAR;
  for (let from = at; from < source.length && from - at <= most; from += 1) {
    const to = matchAt(piece, source, from);
    const between = source.slice(at, from);
    if (to !== null && isFair(between, source[from]!) && isSameBracket(piece, between))
      return { from, to };
  }
  return null;
}

/** "We will … raise taxes" from "We will not raise taxes" is no fair omission; one of "no alarm, nothing, only …" is. */
function isFair(omitted: readonly SourceWord[], next: SourceWord): boolean {
  if (omitted.length > SHORT_OMISSION) return true;
  const last = omitted.findLastIndex(({ key }) => isNegation(key));
  const behind = [...omitted.slice(last + 1), next];
  return last === -1 || behind.some(({ before }) => /[.,;:!?—–]/.test(before));
}

/** "[in 2014]" may be put in, but not where the stored text prints "[in 2012]". */
function isSameBracket({ inserted }: Piece, between: readonly SourceWord[]): boolean {
  const stored = between.filter((word) => word.inserted).map(({ key }) => key);
  return inserted.length === 0 || stored.length === 0 || !isSenseChanged(stored, inserted);
}

/** Where a piece that begins at `from` ends; null if it does not stand there. Editors' insertions may be left out. */
function matchAt({ words }: Piece, source: readonly SourceWord[], from: number): number | null {
  let at = from;
  for (const [i, { key }] of words.entries()) {
    while (source[at]?.key !== key && source[at]?.inserted === true && i > 0) at += 1;
    if (source[at]?.key !== key) return null;
    at += 1;
  }
  return at;
}
