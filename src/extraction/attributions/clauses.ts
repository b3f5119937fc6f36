// The verb of a cue in its clause: auxiliaries, voice, subject.

import type { CueCandidate } from '../cues/findCues';
import type { Document, Token } from '../document';
import { isNominal, nounPhraseAfter, nounPhraseBefore, type Range } from './nounPhrases';

/** A verb cue with its auxiliaries and the noun phrase in front. */
export interface VerbGroup {
  readonly candidate: CueCandidate;
  /** First token of auxiliaries and adverbs; the first one behind the cue. */
  readonly first: number;
  readonly last: number;
  readonly passive: boolean;
  readonly infinitive: boolean;
  readonly gerund: boolean;
  /** Its own subject; null where it has none ("and called for…", ", adding that…"). */
  readonly subject: Range | null;
  /** "as Trump points out, …" */
  readonly parenthetical: boolean;
}

const BE = new Set("be is are was were been being am 's 're 'm".split(' '));
const AUXILIARIES = new Set(
  "has have had did does do will would can could may might must should not n't never is are was were been".split(
    ' ',
  ),
);

const inGroup = (token: Token): boolean =>
  token.pos === 'AUX' ||
  token.pos === 'ADV' ||
  AUXILIARIES.has(token.lower) ||
  token.lower === 'also';

/** Reads the clause around a verb cue; nothing is looked for outside the sentence or across quotation marks. */
export function readVerbGroup(document: Document, candidate: CueCandidate): VerbGroup {
  const { tokens, sentences } = document;
  const { head, forms } = candidate;
  const floor = clauseFloor(document, head, sentences[tokens[head]!.sentence]!.first);
  let first = head;
  while (first > floor && inGroup(tokens[first - 1]!)) first -= 1;
  const auxiliaries = tokens.slice(first, head);
  const infinitive = forms.has('base') && first > floor && tokens[first - 1]!.lower === 'to';
  const passive = forms.has('participle') && isPassive(auxiliaries);
  const gerund = forms.has('gerund') && !auxiliaries.some((token) => BE.has(token.lower));
  const subject = infinitive
    ? null
    : gerund
      ? absoluteSubject(tokens, first, floor)
      : nounPhraseBefore(tokens, subjectEnd(tokens, first, floor), floor);
  const before = subject === null ? undefined : tokens[subject.first - 1];
  const parenthetical =
    before?.lower === 'as' &&
    (subject!.first - 1 === floor || tokens[subject!.first - 2]?.text === ',');
  // Adverbs belong to the cue ("has repeatedly said") but not those that open the group ("Trump then said").
  while (first < head && tokens[first]!.pos === 'ADV' && !AUXILIARIES.has(tokens[first]!.lower))
    first += 1;
  return {
    candidate,
    first,
    last: candidate.last,
    passive,
    infinitive,
    gerund,
    subject,
    parenthetical,
  };
}

/** "was told", "has been accused", but not "has said". */
function isPassive(auxiliaries: readonly Token[]): boolean {
  const lower = auxiliaries.map((token) => token.lower);
  if (lower.includes('been') || lower.includes('being')) return true;
  return (
    lower.some((word) => BE.has(word)) &&
    !lower.some((word) => word === 'has' || word === 'have' || word === 'had')
  );
}

/** "with Senator McCain telling reporters that…": a participle with a subject of its own. */
function absoluteSubject(tokens: readonly Token[], first: number, floor: number): Range | null {
  if (!isNominal(tokens[first - 1])) return null;
  const phrase = nounPhraseBefore(tokens, first, floor);
  return phrase !== null && /^(?:with|of)$/.test(tokens[phrase.first - 1]?.lower ?? '')
    ? phrase
    : null;
}

/** "Beck, who has in the past described": phrases of time and place between subject and verb are stepped over. */
function subjectEnd(tokens: readonly Token[], first: number, floor: number): number {
  let end = first;
  while (end > floor && tokens[end - 1]!.pos === 'ADV') end -= 1;
  for (let i = end - 1; i >= Math.max(floor + 1, end - 5); i -= 1) {
    const token = tokens[i]!;
    if (token.lower === 'in' && inGroup(tokens[i - 1]!) && tokens[i - 1]!.pos === 'AUX') {
      let before = i - 1;
      while (before > floor && inGroup(tokens[before - 1]!)) before -= 1;
      return before;
    }
    if (!token.word || token.pos === 'VERB') break;
  }
  return end;
}

/** A clause never reaches back over the end of a quotation, unless it stands in that quotation itself. */
function clauseFloor(document: Document, head: number, sentenceFirst: number): number {
  const { tokens, quotations } = document;
  const own = tokens[head]!.quotation;
  let floor = head;
  while (floor > sentenceFirst) {
    const before = tokens[floor - 1]!;
    if (before.quotation !== own && !isWordInName(document, before, floor, quotations)) break;
    floor -= 1;
  }
  return floor;
}

/** "the hacker known as “Guccifer” said", "James “Jim” Smith said": a short name in marks does not end the clause. */
function isWordInName(
  document: Document,
  before: Token,
  floor: number,
  quotations: Document['quotations'],
): boolean {
  if (before.quotation < 0) return document.tokens[floor]!.quotation >= 0;
  const { inner, closed } = quotations[before.quotation]!;
  const words = document.text.slice(inner.start, inner.end);
  return (
    closed &&
    words.length <= 40 &&
    /^\p{Lu}/u.test(words) &&
    !/[.,!?;:…]$/.test(words) &&
    words.split(' ').length <= 4
  );
}

/** The subject of the main clause, for participles and infinitives that have none: "…, adding that", "Noting that…, Xi said". */
export function mainSubject(
  document: Document,
  sentenceFirst: number,
  first: number,
  sentenceLast: number,
): Range | null {
  const { tokens } = document;
  if (first - sentenceFirst <= 1) {
    for (let i = first; i < sentenceLast - 1; i += 1) {
      if (tokens[i]!.text === ',' && tokens[i]!.quotation < 0 && startsPhrase(tokens[i + 1]!))
        return nounPhraseAfter(tokens, i + 1, sentenceLast);
    }
    return null;
  }
  for (let i = sentenceFirst; i < first; i += 1) {
    const token = tokens[i]!;
    if (
      token.quotation >= 0 ||
      i === sentenceFirst ||
      !(token.pos === 'VERB' || token.pos === 'AUX')
    )
      continue;
    let end = i;
    while (end > sentenceFirst && tokens[end - 1]!.pos === 'ADV') end -= 1;
    return nounPhraseBefore(tokens, end, sentenceFirst);
  }
  return null;
}

const startsPhrase = (token: Token): boolean =>
  token.pos === 'PROPN' || token.pos === 'DET' || token.pos === 'PRON';
