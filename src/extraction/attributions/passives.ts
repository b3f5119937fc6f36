// Cues in the passive: who stands before them is spoken to or about and does not speak; who speaks stands behind "by".

import { type Document, tokensIn } from '../document';
import type { Span } from '../types';
import type { Unweighed } from './attribution';

/** Not "quoted", "cited", "recorded" and "heard": "Quint was quoted as saying" is Quint's. */
const PARTICIPLES =
  '(?:asked|told|thought|believed|expected|said|reported|reportedly|rumou?red|alleged|understood|known|urged|warned|advised|' +
  'informed|reminded|questioned|quizzed|pressed|challenged|grilled|accused|blamed|criticis?z?ed|condemned|praised|hailed|denied|' +
  'promised|called|dubbed|branded|labell?ed|described|ordered|estimated|assumed|supposed)';
/** "was later asked", "have been told", "is widely believed to" */
const PASSIVE = new RegExp(
  "^(?:(?:has|have|had|would|could|will|to)\\s+)?(?:(?:has|have|had)\\s+)?(?:is|are|was|were|be|been|being|'s|’s)\\s+" +
    `(?:\\p{L}+ly\\s+|once\\s+|also\\s+|then\\s+|later\\s+|not\\s+|twice\\s+|again\\s+)*${PARTICIPLES}\\b`,
  'iu',
);
/** "Asked whether she would resign, …", "… said, when pressed on the figures" */
const QUESTIONED = /^(?:(?:when|if|as)\s+)?(?:asked|pressed|questioned|quizzed|challenged)\b/iu;
/** "He is reported to have said": he it was who said it. */
const HEARSAY =
  /\b(?:said|reported|believed|understood|thought|alleged|rumou?red|known|supposed)\s+to\s+(?:have\s+)?\p{L}+/iu;
const BEFORE_PARTICIPLE = /^(?:when|if|once|unless|while|though|although)$/;

/**
 * The attribution without a source that is none: "[Clinton] was asked whether…", "Asked whether she would resign,
 * [Hollins] replied". Of 69 cues of this kind in PolNeAR train none has its source in front, 11 have one behind "by".
 */
export function withoutAddressee(document: Document, found: Unweighed): Unweighed {
  const { cue, source } = found;
  if (cue === null || (source !== null && followsBy(document, cue, source))) return found;
  const words = document.text.slice(cue.start, cue.end);
  const questioned =
    QUESTIONED.test(words) && (opensClause(document, cue) || isAside(document, source, cue));
  const passive =
    PASSIVE.test(words) && !HEARSAY.test(words) && (source === null || source.end <= cue.start);
  return questioned || passive ? { ...found, source: agent(document, found) } : found;
}

function followsBy(document: Document, cue: Span, source: Span): boolean {
  const { first } = tokensIn(document, source);
  return source.start >= cue.end && document.tokens[first - 1]?.lower === 'by';
}

const LONGEST_AGENT = 8;

/** "Asked on Friday by [Dora Starnes] if…": what stands between "by", right behind the cue or the day, and the content. */
function agent(document: Document, { cue, content }: Unweighed): Span | null {
  const { tokens } = document;
  const from = tokensIn(document, cue!).last;
  const to = tokensIn(document, content[0]!).first;
  const between = tokens.slice(from, to);
  const by = between.findIndex(({ lower }) => lower === 'by');
  const words = between.slice(by + 1);
  if (by < 0 || by > 3 || words.length === 0 || words.length > LONGEST_AGENT) return null;
  if (words.some(({ word, pos }) => !word || pos === 'VERB')) return null;
  return { start: words[0]!.start, end: words.at(-1)!.end };
}

/** Does the cue begin its sentence, or stand behind "when", so that nobody stands before it who could ask? */
function opensClause(document: Document, cue: Span): boolean {
  const { tokens, sentences } = document;
  const { first } = tokensIn(document, cue);
  const token = tokens[first];
  if (token === undefined) return false;
  const before = tokens[first - 1];
  return sentences[token.sentence]!.first === first || BEFORE_PARTICIPLE.test(before?.lower ?? '');
}

/** "Coach Rick Dale, asked about the trade after practice, grinned": behind one comma stands a participle, and he is asked. */
function isAside({ text }: Document, source: Span | null, cue: Span): boolean {
  if (source === null || source.end > cue.start) return false;
  return (
    /^\s*,\s*$/.test(text.slice(source.end, cue.start)) &&
    !/,/.test(text.slice(source.start, source.end))
  );
}
