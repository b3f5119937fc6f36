// A quotation as someone gives it → pieces that must stand together, and what stands between them.

import { findQuotations } from '../extraction/quotations/quotations';
import type { Span } from '../extraction/types';
import type { Claim, Joint, Piece } from './types';
import { readWords } from './words';

// "…", "...", ". . .", "[…]", "(...)"
const ELLIPSIS = /[[(]?(?:…|\.(?:\s?\.){2,})[\])]?/gu;
// "[Clinton]", "want[ed]"; "[T]he" only changes a letter's case and is a word as any other
const BRACKET = /\p{L}*\[[^[\]]{0,300}\]\p{L}*/gu;
const OPENING_LETTER = /^\[\p{L}\]\p{L}+$/u;

interface Cut extends Span {
  readonly joint: Joint;
}

/** Reads a claim; of `“Yes,” he said, “and no.”` only what stands in the marks counts. */
export function readClaim(text: string): Claim {
  return claimOf(text, quotedSpans(text));
}

/** The same where it is known which spans of the text are quoted; other words split the quotation. */
export function claimOf(text: string, spans: readonly Span[]): Claim {
  const pieces: Piece[] = [];
  let hasBrackets = false;
  for (const span of spans) {
    let joint: Joint = pieces.length === 0 ? 'start' : 'split';
    let inserted: string[] = [];
    let at = span.start;
    const flush = (end: number): void => {
      const words = readWords(text, { start: at, end });
      if (words.length === 0) return;
      pieces.push({ joint, inserted, words });
      joint = 'split';
      inserted = [];
    };
    for (const cut of cutsIn(text, span)) {
      flush(cut.start);
      at = cut.end;
      // "… [Suu Kyi's] incarceration": what an omission beside a bracket may hide is no shorter for the bracket.
      const omits: boolean = joint === 'ellipsis' && pieces.length > 0;
      joint = omits ? 'ellipsis' : cut.joint;
      if (cut.joint === 'bracket') {
        hasBrackets = true;
        inserted = readWords(text, cut).map(({ key }) => key);
      }
    }
    flush(span.end);
  }
  return { text, pieces, hasBrackets };
}

/** What is inside the outermost marks if the text is made of quotations; else all of it. */
function quotedSpans(text: string): Span[] {
  const whole = { start: 0, end: text.length };
  const quotations = findQuotations(text, [whole]).filter(({ depth }) => depth === 0);
  const [first] = quotations;
  if (first === undefined || text.slice(0, first.start).trim() !== '') return [whole];
  // "'em all," is no quotation of its own: single marks count only around the whole.
  if (first.family === 'single' && text.slice(first.end).trim() !== '') return [whole];
  return quotations.filter(({ family }) => family === first.family).map(({ inner }) => inner);
}

function cutsIn(text: string, { start, end }: Span): Cut[] {
  const part = text.slice(start, end);
  const place = (found: RegExpExecArray, joint: Joint): Cut => {
    return { start: start + found.index, end: start + found.index + found[0].length, joint };
  };
  const ellipses = [...part.matchAll(ELLIPSIS)].map((found) => place(found, 'ellipsis'));
  const brackets = [...part.matchAll(BRACKET)]
    .filter(([words]) => !OPENING_LETTER.test(words) && !/[…]|\.\s?\.\s?\./.test(words))
    .map((found) => place(found, 'bracket'));
  const cuts = [...ellipses, ...brackets].sort((a, b) => a.start - b.start);
  return cuts.filter((cut, i) => i === 0 || cut.start >= cuts[i - 1]!.end);
}
