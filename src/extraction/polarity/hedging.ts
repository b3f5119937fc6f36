// The words that weaken a report: "reportedly said", "appeared to suggest", "is said to", "may have told", "hinted".

import type { Document, Token } from '../document';
import type { Cue, Span } from '../types';
import { AUXILIARIES, BE, NEGATORS, RUMOURED, SEMBLANCE, verbGroup } from './verbGroup';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const ADVERBS = set(
  'reportedly allegedly apparently supposedly purportedly seemingly ostensibly presumably possibly probably perhaps maybe arguably evidently',
);
/** These weaken the word behind them only: "effectively said", but "almost 200 people said". */
const APPROXIMATELY = set('effectively virtually practically almost nearly');
/** Cues that say less than "said" by themselves. */
const WEAK = set('hint hint at imply intimate insinuate');
const FURTHEST_BEFORE = 6;
const FURTHEST_BEHIND = 3;

/** The hedging words nearest to the cue, inside it, in front or right behind; null where there are none. */
export function findHedge(document: Document, cue: Cue): Span | null {
  const { tokens } = document;
  const { start, first, last } = verbGroup(document, cue);
  for (let i = last - 1; i >= start; i -= 1) {
    const span = inVerb(tokens, i, i < first ? tokens.length : last);
    if (span !== null) return span;
  }
  return (
    beforeSubject(tokens, start, last) ??
    behind(tokens, first, last) ??
    (WEAK.has(cue.lemma) ? { start: cue.start, end: cue.end } : null)
  );
}

/** A hedge that is part of the verb; it must end before the token `stop`. */
function inVerb(tokens: readonly Token[], index: number, stop: number): Span | null {
  const token = tokens[index]!;
  const word = (ahead: number): string => tokens[index + ahead]?.lower ?? '';
  const { start, end } = token;
  const infinitive = word(1) === 'to' || (NEGATORS.has(word(1)) && word(2) === 'to');
  // "is said to have told", "is not believed to have said", "is likely to say"; also "is believed | to have fled", all of it
  // one report by nobody
  if (RUMOURED.has(token.lower) && infinitive) {
    const be = [1, 2].find((back) => BE.has(tokens[index - back]?.lower ?? ''));
    if (be !== undefined) return { start: tokens[index - be]!.start, end };
  }
  // "almost said", but "almost universally expressed outrage"
  const approximate = APPROXIMATELY.has(token.lower) && !word(1).endsWith('ly');
  if (ADVERBS.has(token.lower) || approximate) return { start, end };
  // "all but admitted"
  if (token.lower === 'all' && word(1) === 'but') return { start, end: tokens[index + 1]!.end };
  if (SEMBLANCE.has(token.lower) && infinitive && index + 1 < stop)
    return { start, end: word(1) === 'to' ? tokens[index + 1]!.end : end };
  return isPossibility(tokens, index) ? { start, end } : null;
}

/** "may have told", "might say", "may not have said", "could have told"; not "could say only", "May", "may not say". */
function isPossibility(tokens: readonly Token[], index: number): boolean {
  const { text, lower } = tokens[index]!;
  if (text !== lower || !/^(?:may|might|could)$/.test(lower)) return false;
  const next = tokens[index + 1]?.lower ?? '';
  const rest = NEGATORS.has(next) ? (tokens[index + 2]?.lower ?? '') : next;
  if (lower === 'could') return rest === 'have' && rest === next;
  return rest === next || rest === 'have';
}

/** "Reportedly, the envoy told friends", "Perhaps he said it", "It is understood that the club told him". */
function beforeSubject(tokens: readonly Token[], start: number, last: number): Span | null {
  const sentence = tokens[start]?.sentence;
  for (let i = start - 1; i >= 0 && start - i <= FURTHEST_BEFORE; i -= 1) {
    const token = tokens[i]!;
    if (token.sentence !== sentence || /^[.;:"“”]$/.test(token.text)) return null;
    const { lower, end } = token;
    // "Perhaps, he said, it could help": what is said is what is weakened
    const inserted = tokens[i + 1]?.text === ',' && tokens[last]?.text === ',';
    if (ADVERBS.has(lower)) return inserted ? null : { start: token.start, end };
    // "Petit, it seems, told nobody"
    if (
      /^(?:seems|appears)$/.test(lower) &&
      tokens[i - 1]?.lower === 'it' &&
      tokens[i + 1]?.text === ','
    )
      return { start: tokens[i - 1]!.start, end };
    const be = tokens[i - 1];
    if (RUMOURED.has(lower) && tokens[i + 1]?.lower === 'that' && BE.has(be?.lower ?? ''))
      return { start: be!.start, end };
    if (token.pos === 'VERB' || AUXILIARIES.has(lower)) return null;
  }
  return null;
}

/** "said, apparently, that it was over" */
function behind(tokens: readonly Token[], first: number, last: number): Span | null {
  for (let i = last; i < tokens.length && i - last < FURTHEST_BEHIND; i += 1) {
    const token = tokens[i]!;
    if (token.sentence !== tokens[first]?.sentence) return null;
    if (ADVERBS.has(token.lower)) return { start: token.start, end: token.end };
    if (token.text !== ',' && token.pos !== 'ADV') return null;
  }
  return null;
}
