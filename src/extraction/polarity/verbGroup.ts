// The words before a cue that belong to its verb: "[has not yet been able to] say", "[is said to have] told". Negation
// and hedging are both read from them, and from nothing else where a subject might stand between.

import type { Document, Token } from '../document';
import { tokensIn } from '../document';
import type { Span } from '../types';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

export const BE = set("be am is are was were been being 's 're 'm");
export const AUXILIARIES = new Set([
  ...BE,
  ...set(
    "have has had having 've 'd do does did will would shall should can could may might must 'll ca wo",
  ),
]);
/** "not", and what stands in its place. */
export const NEGATORS = set("not n't never neither nor hardly scarcely nowhere cannot");
/** What keeps from saying by its own sense: "failed to say", "was unable to say". */
export const FAILURES = set(
  'fail fails failed failing refuse refuses refused refusing decline declines declined declining neglect neglects neglected omit omits omitted unable unwilling reluctant',
);
const EVASIONS = set('avoid avoids avoided avoiding without resist resisted');
export const SEMBLANCE = set(
  'appear appears appeared appearing seem seems seemed seeming tend tends tended purport purports purported',
);
export const RUMOURED = set(
  'said believed thought understood reported rumoured rumored alleged expected likely supposed',
);
/** Verbs and adjectives whose "to …" has the same subject. */
const BEFORE_TO = new Set([
  ...FAILURES,
  ...SEMBLANCE,
  ...RUMOURED,
  ...set(
    'want wants wanted wish wishes wished care cared choose chooses chose chosen like dare dares dared need needs needed bother bothered try tries tried mean means meant intend intends intended begin begins began come comes came go going used continue continues continued able willing ready prepared inclined keen allowed free yet',
  ),
]);
/** Adverbs that stand amid a verb, but for those in -ly; not those of place: "the man who was not there | said". */
const ADVERBS = set(
  'ever even yet also still just once again often always now then however though so far quite only already long first later too perhaps maybe almost once rather sometimes well',
);
const LONGEST = 14;

/** Index of the first token of the cue's verb group; the cue's own first token where nothing belongs before it. */
export function verbGroup(
  document: Document,
  cue: Span,
): { start: number; first: number; last: number } {
  const { tokens } = document;
  const { first, last } = tokensIn(document, cue);
  let start = first;
  for (;;) {
    const steps = stepBack(tokens, start);
    const next = tokens[start - steps];
    if (steps === 0 || next === undefined || first - (start - steps) > LONGEST) break;
    if (next.sentence !== tokens[first]?.sentence) break;
    start -= steps;
  }
  return { start, first, last };
}

/** How many tokens before `at` join the group; 0 where it ends. */
function stepBack(tokens: readonly Token[], at: number): number {
  const before = tokens[at - 1];
  if (before === undefined) return 0;
  const { lower } = before;
  const word = (back: number): string => tokens[at - back]?.lower ?? '';
  if (AUXILIARIES.has(lower) || NEGATORS.has(lower) || lower === 'to') return 1;
  if (ADVERBS.has(lower) || (before.pos === 'ADV' && lower.endsWith('ly'))) return 1;
  // "unable to say", "appeared not to know"
  const infinitive = word(0) === 'to' || (NEGATORS.has(word(0)) && tokens[at + 1]?.lower === 'to');
  if (infinitive && BEFORE_TO.has(lower)) return 1;
  // "without explaining", "avoided saying"
  if (EVASIONS.has(lower) && word(0).endsWith('ing')) return 1;
  // "stopped short of saying"
  if (lower === 'of' && word(2) === 'short' && word(3).startsWith('stop')) return 3;
  // "all but admitted", "no longer claims"
  if ((lower === 'but' && word(2) === 'all') || (lower === 'longer' && word(2) === 'no')) return 2;
  // "did not, however, say"
  if (lower !== ',') return 0;
  for (let back = 3; back <= 5; back += 1) {
    if (word(back) !== ',') continue;
    return AUXILIARIES.has(word(back + 1)) || NEGATORS.has(word(back + 1)) ? back : 0;
  }
  return 0;
}

/** Whether a token keeps from saying by its own sense where it stands: "yet" does before "to", "short" before "of". */
export function keepsFrom(tokens: readonly Token[], index: number): boolean {
  const { lower } = tokens[index]!;
  const next = tokens[index + 1]?.lower;
  if (FAILURES.has(lower) || (lower === 'yet' && next === 'to')) return next === 'to';
  return EVASIONS.has(lower) || (lower.startsWith('stop') && next === 'short');
}
