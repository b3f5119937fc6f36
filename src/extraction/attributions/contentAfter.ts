// What a cue reports, where it stands behind the cue: "said that…", "said: “…”", "pledged to…", "called for…".

import type { CueCandidate } from '../cues/findCues';
import type { Document, Token } from '../document';
import type { Span } from '../types';
import type { Rule } from './attribution';
import { TIME_WORDS } from './nounPhrases';

export interface FoundContent {
  readonly span: Span;
  readonly rule: Rule;
}

const QUESTION_WORDS = new Set('whether if why how what who when where which'.split(' '));
const OBJECT_PRONOUNS =
  /^(?:me|him|them|us|you|her|reporters|supporters|lawmakers|voters|journalists)$/;
const CLAUSE_PRONOUNS = /^(?:he|she|they|it|we|i|there)$/;
const LONGEST_ADDRESSEE = 14;
const LONGEST_ADVERBIAL = 22;

/** Does a quotation open at this token? */
export function opensQuotation(document: Document, index: number): boolean {
  const token = document.tokens[index];
  return (
    token !== undefined &&
    token.quotation >= 0 &&
    document.quotations[token.quotation]!.start === token.start
  );
}

/** Index of the first token behind the quotation that stands around `index`. */
export function quotationLast(document: Document, index: number): number {
  const { tokens } = document;
  const quotation = tokens[index]!.quotation;
  let last = index;
  while (last < tokens.length && tokens[last]!.quotation === quotation) last += 1;
  return last;
}

/** The span of tokens `first` to `last`, without stops, commas and dashes around it; null where nothing else is left. */
export function spanOf(document: Document, first: number, last: number): Span | null {
  const { tokens } = document;
  let from = first;
  let to = last;
  while (to > from && isEdge(tokens[to - 1]!)) to -= 1;
  while (from < to && isEdge(tokens[from]!)) from += 1;
  return from < to ? { start: tokens[from]!.start, end: tokens[to - 1]!.end } : null;
}

const isEdge = (token: Token): boolean => /^(?:[,;:.—–-]|--|\.{2,})$/.test(token.text);

/** What stands behind the cue, up to token `limit`, as far as the entry takes it; null where nothing fits. */
export function contentAfter(
  document: Document,
  cue: CueCandidate,
  limit: number,
): FoundContent | null {
  const { tokens } = document;
  const { takes } = cue.entry;
  const first = contentStart(document, cue, limit);
  const token = tokens[first];
  if (token === undefined || first >= limit) return null;
  const found = (rule: Rule): FoundContent | null => {
    const span = spanOf(
      document,
      first,
      rule === 'quotation' ? quotedLast(document, first, limit) : limit,
    );
    return span === null ? null : { span, rule };
  };
  if (opensQuotation(document, first))
    return takesQuotation(document, cue, first) ? found('quotation') : null;
  const clause = takes.has('c') || takes.has('t');
  if (clause && (token.lower === 'that' || tokens[first - 1]?.text === ':')) return found('clause');
  if (QUESTION_WORDS.has(token.lower))
    return takes.has('w') || takes.has('o') || takes.has('c') ? found('question') : null;
  if (token.lower === 'to') return takes.has('i') ? found('infinitive') : null;
  if (takes.has('c') && startsClause(tokens, first, limit)) return found('clause');
  return takes.has('o') && startsObject(token) ? found('object') : null;
}

/** "called the plan “a mess”" needs an object; "said “…”" a clause; scare quotes of a word or two tell nothing. */
function takesQuotation(document: Document, cue: CueCandidate, first: number): boolean {
  const { takes } = cue.entry;
  if (takes.has('c') || takes.has('t') || takes.has('q') || takes.has('o')) return true;
  return quotationLast(document, first) - first > 6;
}

/** Where the content starts: past time words, addressee, manner and place ("told reporters Tuesday in Ohio that"). */
function contentStart(document: Document, cue: CueCandidate, limit: number): number {
  const { tokens } = document;
  let at = skipTime(tokens, cue.last, limit);
  if (cue.entry.takes.has('p')) at = skipTime(tokens, skipAddressee(document, at, limit), limit);
  const token = tokens[at];
  if (token === undefined || at >= limit) return at;
  if (token.text === ':') return at + 1;
  if (token.text === ',' && opensQuotation(document, at + 1)) return at + 1;
  if (token.lower === 'that' || opensQuotation(document, at)) return at;
  if (token.pos !== 'ADP' && token.pos !== 'SCONJ' && token.text !== ',') return at;
  // "said in an interview on Fox News that …", "said at a rally, “…”"
  for (let i = at; i < Math.min(limit, at + LONGEST_ADVERBIAL); i += 1) {
    if (tokens[i]!.lower === 'that' && i > at + 1 && tokens[i]!.pos !== 'DET') return i;
    if (tokens[i]!.text === ':') return i + 1;
    if (opensQuotation(document, i) && (i > at + 1 || tokens[at]!.text === ',')) return i;
    if (i > at && tokens[i]!.pos === 'AUX') break;
  }
  return at;
}

function skipTime(tokens: readonly Token[], from: number, limit: number): number {
  let at = from;
  while (
    at < limit &&
    (TIME_WORDS.has(tokens[at]!.lower) ||
      (tokens[at]!.pos === 'ADV' && !QUESTION_WORDS.has(tokens[at]!.lower)))
  )
    at += 1;
  // "said last month that", "said early Friday that"
  if (
    /^(?:last|this|next|late|early|earlier|that)$/.test(tokens[at]?.lower ?? '') &&
    TIME_WORDS.has(tokens[at + 1]?.lower ?? '')
  )
    return skipTime(tokens, at + 2, limit);
  // "said on Tuesday he would", "said in May that"
  if (tokens[at]?.pos === 'ADP' && TIME_WORDS.has(tokens[at + 1]?.lower ?? '') && at + 2 < limit)
    return skipTime(tokens, at + 2, limit);
  return at;
}

/** "told me", "told CNN", "told a crowd in Iowa that": the addressee is no part of the content. */
function skipAddressee(document: Document, from: number, limit: number): number {
  const { tokens } = document;
  const quotation = quotationBehindComma(document, from, limit);
  if (quotation !== null) return quotation;
  for (let at = from; at < limit && at - from < LONGEST_ADDRESSEE; at += 1) {
    const token = tokens[at]!;
    if (
      token.lower === 'that' ||
      QUESTION_WORDS.has(token.lower) ||
      token.text === ':' ||
      token.lower === 'to'
    )
      return at;
    if (OBJECT_PRONOUNS.test(token.lower)) return at + 1;
    if (opensQuotation(document, at) || token.text === ',') return at;
    if (at > from && CLAUSE_PRONOUNS.test(token.lower)) return at;
    if (token.pos === 'AUX' || token.pos === 'VERB') return from + 1;
    if (
      at > from &&
      token.pos === 'DET' &&
      tokens[at - 1]!.pos !== 'ADP' &&
      tokens[at - 1]!.pos !== 'CCONJ'
    )
      return at;
  }
  return from;
}

/** "told the crowd that had gathered in the rain, “…”" */
function quotationBehindComma(document: Document, from: number, limit: number): number | null {
  const { tokens } = document;
  for (let at = from; at < limit && at - from < LONGEST_ADVERBIAL; at += 1) {
    const token = tokens[at]!;
    if (token.lower === 'that' && tokens[at - 1]?.pos !== 'NOUN') return null;
    if (opensQuotation(document, at)) return /^[,:]$/.test(tokens[at - 1]?.text ?? '') ? at : null;
  }
  return null;
}

/** A quotation that ends in a stop or comma is complete; "“most people in politics” can't be trusted" goes on. */
function quotedLast(document: Document, first: number, limit: number): number {
  const { tokens, quotations, text } = document;
  const last = quotationLast(document, first);
  const { inner } = quotations[tokens[first]!.quotation]!;
  const after = tokens[last];
  if (
    after === undefined ||
    last >= limit ||
    !after.word ||
    /[.,!?…]\s*$/.test(text.slice(inner.end - 2, inner.end))
  )
    return last;
  return limit;
}

function startsClause(tokens: readonly Token[], first: number, limit: number): boolean {
  const token = tokens[first]!;
  if (!token.word && token.pos !== 'NUM' && token.text !== '$') return false;
  if (token.pos === 'VERB' && !/ing$/.test(token.lower)) return false;
  for (let i = first + 1; i < limit; i += 1) {
    const here = tokens[i]!;
    if (
      (here.pos === 'AUX' || here.pos === 'VERB') &&
      tokens[i - 1]!.lower !== 'to' &&
      !(here.pos === 'VERB' && /ing$/.test(here.lower))
    )
      return true;
  }
  return false;
}

const startsObject = (token: Token): boolean =>
  (token.word || token.pos === 'NUM') &&
  !/^(?:by|in|on|at|from|with|as|than|and|or|but|to|for|of|after|before|during|over|when|while|because|is|are|was|were)$/.test(
    token.lower,
  );
