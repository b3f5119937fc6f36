// The words that negate a report: "did not say", "never claimed", "No one at the bank said", "denied", "declined". A report
// is negated when it doesn't say that the speaker asserted the content; two negations ("did not deny") don't say so either.

import type { Document, Token } from '../document';
import { tokensIn } from '../document';
import type { CueClass, Span } from '../types';
import { AUXILIARIES, keepsFrom, NEGATORS, verbGroup } from './verbGroup';

/** From the first negating word, with its auxiliary, to the cue; the cue where it denies or refuses by itself; else null. */
export function findNegation(
  document: Document,
  { cue, source }: { readonly cue: Span; readonly source: Span | null },
  cueClass: CueClass,
): Span | null {
  const { tokens } = document;
  const group = verbGroup(document, cue);
  const to = (index: number): Span => ({
    start: Math.min(tokens[index]!.start, cue.start),
    end: cue.end,
  });
  let nots = 0;
  let failures = 0;
  let earliest: number | null = null;
  for (let i = group.start; i < group.last; i += 1) {
    const inCue = i >= group.first;
    const not = negates(tokens, i) || (inCue && negatesInCue(tokens, i));
    if (not) nots += 1;
    else if (!inCue && keepsFrom(tokens, i)) failures += 1;
    else continue;
    earliest ??= i;
  }
  // "never failed to mention": it was mentioned
  if (nots > 0 && failures > 0) return null;
  if (earliest !== null) return to(auxiliaryBefore(tokens, earliest, group.start));
  const wrong = misquotes(tokens, group.start);
  if (wrong !== null) return to(wrong);
  const subject = subjectBefore(document, group.start, source);
  const front =
    subject === null ? null : (negativeSubject(tokens, subject) ?? fronted(tokens, subject));
  if (front !== null) return to(front);
  const after = source === null || source.start < cue.end ? null : tokensIn(document, source).first;
  // "“It was my fault,” said nobody."
  if (after !== null && negativeSubject(tokens, after) !== null)
    return { start: cue.start, end: source!.end };
  return cueClass === 'denial' || cueClass === 'refusal'
    ? { start: cue.start, end: cue.end }
    : null;
}

const FURTHEST_MISQUOTING = 12;

/** "An earlier version misquoted Dr Marsh as | saying", "was misreported as having | said": she did not say it. */
function misquotes(tokens: readonly Token[], start: number): number | null {
  for (let i = start - 1; i >= 0 && start - i <= FURTHEST_MISQUOTING; i -= 1) {
    const { lower, sentence, text } = tokens[i]!;
    if (sentence !== tokens[start]?.sentence || /^[.;:“”"]$/.test(text)) return null;
    if (/^mis(?:quot|report|represent|stat)(?:ed|es|ing|e)$/.test(lower)) return i;
    // "wrongly quoted the mayor as saying"
    const reports = /^(?:quot|report|cit)(?:ed|ing|es|e)$/.test(lower);
    if (reports && /^(?:wrongly|incorrectly|falsely|mistakenly)$/.test(tokens[i - 1]?.lower ?? ''))
      return i - 1;
  }
  return null;
}

function negates(tokens: readonly Token[], index: number): boolean {
  const { lower } = tokens[index]!;
  const next = tokens[index + 1]?.lower ?? '';
  // "not only praised the goalkeeper but kissed him"
  if (lower === 'not' && /^(?:only|just|merely|simply|least)$/.test(next)) return false;
  return NEGATORS.has(lower) || (lower === 'no' && next === 'longer');
}

/** "made no mention of", "says nothing about"; but "pleaded guilty" of its own class */
const negatesInCue = (tokens: readonly Token[], index: number): boolean =>
  /^(?:nothing|nobody|without)$/.test(tokens[index]!.lower) ||
  (tokens[index]!.lower === 'no' && tokens[index + 1]?.word === true);

/** "did n't", "has never", "were not able", "has so far not said": the span starts with the auxiliary. */
function auxiliaryBefore(tokens: readonly Token[], negator: number, start: number): number {
  let at = negator - 1;
  while (at > start && !AUXILIARIES.has(tokens[at]!.lower)) at -= 1;
  return at >= start && AUXILIARIES.has(tokens[at]!.lower) ? at : negator;
}

/** Where the subject in front of the verb starts: the source, else a pronoun or the two words of "neither side". */
function subjectBefore(document: Document, start: number, source: Span | null): number | null {
  const { tokens } = document;
  if (source !== null) {
    const { first, last } = tokensIn(document, source);
    // Nothing that acts in between: "No leader can win by | pretending" is said of no pretending
    const apart = tokens.slice(last, start).some(({ pos, text }) => pos === 'VERB' || text === ',');
    if (last <= start && !apart && tokens[first]?.sentence === tokens[start]?.sentence)
      return first;
    return null;
  }
  const before = tokens[start - 1];
  if (before === undefined || before.sentence !== tokens[start]?.sentence) return null;
  const determined = /^(?:no|neither)$/.test(tokens[start - 2]?.lower ?? '');
  return determined && tokens[start - 2]!.sentence === before.sentence ? start - 2 : start - 1;
}

/** "Nobody", "None of the ministers", "Neither side", "Nothing in it"; not "No. 10", "No fewer than nine". */
function negativeSubject(tokens: readonly Token[], first: number): number | null {
  const word = tokens[first]?.lower ?? '';
  const next = tokens[first + 1]?.lower ?? '';
  if (/^(?:nobody|no-one|neither|nothing)$/.test(word)) return first;
  if (word === 'none') return next === 'the' ? null : first;
  if (word === 'no')
    return tokens[first + 1]?.word === true && !/^(?:less|fewer|more|doubt|wonder)$/.test(next)
      ? first
      : null;
  if (word === 'not')
    return /^(?:one|a|all|every|everyone|everybody|many|any)$/.test(next) ? first : null;
  return /^(?:hardly|scarcely)$/.test(word) && /^any/.test(next) ? first : null;
}

/** "Nor did [he] say", "Not once has [she] said", "At no point did [they] warn": where the negation in front starts. */
function fronted(tokens: readonly Token[], subject: number): number | null {
  const { sentence } = tokens[subject]!;
  const word = (back: number): string => {
    const token = tokens[subject - back];
    return token === undefined || token.sentence !== sentence ? '' : token.lower;
  };
  if (!AUXILIARIES.has(word(1))) return null;
  if (/^(?:nor|neither|never|nowhere)$/.test(word(2))) return subject - 2;
  if (word(2) === 'once' && word(3) === 'not') return subject - 3;
  return word(3) === 'no' && /^(?:at|in|under|on)$/.test(word(4)) ? subject - 4 : null;
}
