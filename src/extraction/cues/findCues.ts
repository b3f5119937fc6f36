// tokens → cue candidates: every place where an entry of the lexicon stands in one of its forms.

import type { Document, Token } from '../document';
import type { Span } from '../types';
import type { LexiconEntry } from './entry';
import type { VerbForm } from './inflect';
import { patternsOf, phraseEnd } from './patterns';

/** The words of one entry found in the text. */
export interface CueCandidate extends Span {
  readonly entry: LexiconEntry;
  /** Token indices: the head, and the first one after the whole phrase. */
  readonly head: number;
  readonly last: number;
  readonly forms: ReadonlySet<VerbForm>;
}

const POSSESSIVES = new Set('my your his her its our their the a an'.split(' '));

/** Every candidate in text order, the longest phrase where several start at one word. */
export function findCues(document: Document): CueCandidate[] {
  const { tokens } = document;
  const cues: CueCandidate[] = [];
  const wordAt = (index: number): string | undefined => tokens[index]?.lower;
  let covered = 0;
  tokens.forEach((token, head) => {
    // "declined to comment on" is one cue; "comment on" in it is no other
    if (head < covered) return;
    for (const { entry, rest, forms } of patternsOf(token.lower)) {
      const last = phraseEnd(rest, head + 1, wordAt, (index) => isFiller(tokens[index]));
      if (last === null) continue;
      if (entry.kind === 'verb' && !isVerbHere(tokens, head, forms)) continue;
      if (entry.kind === 'noun' && (token.pos !== 'NOUN' || isVerbHere(tokens, head, BASE)))
        continue;
      cues.push({ start: token.start, end: tokens[last - 1]!.end, entry, head, last, forms });
      covered = last;
      break;
    }
  });
  return cues;
}

const BASE: ReadonlySet<VerbForm> = new Set(['base']);

const isFiller = (token: Token | undefined): boolean =>
  token !== undefined &&
  token.word &&
  (token.pos === 'DET' ||
    token.pos === 'ADJ' ||
    token.pos === 'ADV' ||
    POSSESSIVES.has(token.lower));

/** "Obama reports that" (tagged a noun by mistake) but not "the reports that". */
function isVerbHere(tokens: readonly Token[], head: number, forms: ReadonlySet<VerbForm>): boolean {
  const token = tokens[head]!;
  const before = tokens[head - 1];
  const after = tokens[head + 1];
  const behindDeterminer =
    before !== undefined && (before.pos === 'DET' || POSSESSIVES.has(before.lower));
  if (token.pos === 'VERB' || token.pos === 'AUX') return !behindDeterminer || forms.has('gerund');
  if (forms.has('past') || forms.has('participle'))
    return token.pos !== 'ADJ' || before?.pos === 'PROPN' || before?.pos === 'PRON';
  if (forms.has('gerund')) return before?.text === ',' && token.pos === 'NOUN';
  const subject =
    before !== undefined &&
    (before.pos === 'PROPN' || /^(?:he|she|it|they|who|we|i|you)$/.test(before.lower));
  return (
    subject &&
    after !== undefined &&
    /^(?:that|the|he|she|it|they|to|a|his|her|["“:,])$/.test(after.lower)
  );
}
