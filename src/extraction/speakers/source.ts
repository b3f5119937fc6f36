// source words → what kind of phrase they are: names, a pronoun, or a common noun with what describes it.

import { type Document, type Token, tokensIn } from '../document';
import type { Span } from '../types';
import { BODY_NOUNS } from './data/organisations';
import { DESCRIPTIONS } from './data/people';
import { POST_NOMINALS, ROLE_NOUNS, TITLES } from './data/titles';
import { headNoun } from './headNoun';
import type { NameIndex } from './nameIndex';

/** One member of a source; a joint source ("Xi and Tokayev") has several. */
export interface SourcePart extends Span {
  /** Token indices, half-open. */
  readonly first: number;
  readonly last: number;
  /** Index of the name that the phrase is ("union leader Bob Crow"); null for pronouns and common nouns. */
  readonly name: number | null;
  /** Index of a name that stands in apposition to a common noun ("the mayor, Rafael Quint"). */
  readonly apposed: number | null;
  /** The pronoun, in lower case; null for other phrases. */
  readonly pronoun: string | null;
  /** Token index of the common noun that heads the phrase; null for the others. */
  readonly noun: number | null;
}

const PRONOUNS = new Set(
  'i you he she it we they him her them us me his their its our my who which that this these those both each nobody none neither'.split(
    ' ',
  ),
);

/** Reads the words of a source into its parts. */
export function readSource(document: Document, source: Span, index: NameIndex): SourcePart[] {
  const { first, last } = wholeNames(tokensIn(document, source), index);
  const listed = listOfNames(document, first, last, index);
  if (listed !== null)
    return listed.map((name) => {
      const { runFirst, last: end } = index.names[name]!;
      return readPart(document, runFirst, end, end, index);
    });
  const parts: SourcePart[] = [];
  let from = first;
  const core = coreEnd(document, first, last, index);
  for (let i = first; i < core; i += 1) {
    if (!separates(document, i, first, core, index)) continue;
    if (i > from) parts.push(readPart(document, from, i, i, index));
    from = i + 1;
  }
  if (from < last) parts.push(readPart(document, from, Math.max(core, from + 1), last, index));
  return parts.filter((part) => part.start < part.end);
}

/** "Screenwriter Cole" of "Screenwriter Cole Hadd": a source that cuts a name in two means the whole. */
function wholeNames(
  { first, last }: { first: number; last: number },
  index: NameIndex,
): { first: number; last: number } {
  const around = index
    .between(Math.max(0, first - MOST_LISTED), last + MOST_LISTED)
    .map((name) => index.names[name]!);
  // Not at its front: "Trump" of "the editorial board of the Washington Post Trump said" is right as it is.
  return {
    first,
    last: around.find((name) => name.runFirst < last && last < name.last)?.last ?? last,
  };
}

/**
 * "Sens. Jeff Merkley (D-Ore.), Sherrod Brown (D-Ohio) and Robert Menendez": the names, where nothing but brackets, party
 * and state, commas, "and" and roles stands around them; null for other phrases.
 */
function listOfNames(
  { tokens }: Document,
  first: number,
  last: number,
  index: NameIndex,
): number[] | null {
  const names = index.between(first, last, MOST_LISTED);
  if (names.length < 2) return null;
  let at = first;
  let joined = false;
  let bracket = false;
  for (const name of [...names, null]) {
    const end = name === null ? last : index.names[name]!.runFirst;
    for (; at < end; at += 1) {
      const { lower, text, pos } = tokens[at]!;
      if (text === '(') bracket = true;
      const passes =
        bracket ||
        text === ',' ||
        pos === 'CCONJ' ||
        /^[rdi]-[a-z.]+$/.test(lower) ||
        (name !== null && (lower === 'the' || ROLE_NOUNS.has(lower) || DESCRIPTIONS.has(lower)));
      if (!passes) return null;
      if (pos === 'CCONJ') joined = true;
      if (text === ')') bracket = false;
    }
    if (name !== null) at = index.names[name]!.last;
  }
  return joined ? names.filter((name) => !inBrackets(tokens, index.names[name]!.runFirst)) : null;
}

const inBrackets = (tokens: readonly Token[], at: number): boolean => tokens[at - 1]?.text === '(';

const MOST_LISTED = 8;

/** The phrase without what only describes it: up to a comma, bracket, preposition, verb or relative pronoun. */
function coreEnd(document: Document, first: number, last: number, index: NameIndex): number {
  const { tokens } = document;
  for (let i = first; i < last; i += 1) {
    const token = tokens[i]!;
    const inName = index
      .between(Math.max(0, i - 12), i + 13)
      .some((n) => index.names[n]!.runFirst <= i && i < index.names[n]!.last);
    if (inName || i === first) continue;
    // "Former Dockers forward Danny Moyle", "an Internet source": nouns, whatever part of speech they were taken for
    if (isNounHere(document, i, last, index)) continue;
    if (
      /^[,;(—–]$/.test(token.text) ||
      // "Teachers' leader Kath Bowen - a former head herself -"
      (/^--?$/.test(token.text) && token.start > tokens[i - 1]!.end) ||
      token.pos === 'VERB' ||
      token.pos === 'AUX' ||
      /^(?:who|which|that|whose)$/.test(token.lower)
    ) {
      if (token.text === ',' && listGoesOn(document, i, last)) continue;
      return i;
    }
    if (token.pos === 'ADP' && token.word && !isTitleBeforeName(document, first, i, last, index))
      return i;
  }
  return last;
}

function isNounHere({ tokens }: Document, at: number, last: number, index: NameIndex): boolean {
  const { lower, pos } = tokens[at]!;
  if (!/^(?:VERB|ADP|ADV|AUX)$/.test(pos)) return false;
  // "Its lead author, Dr Ines Valderrama": right behind an owner or article stands no verb
  if (pos === 'VERB' && /^(?:its|his|her|their|our|my|the|an?)$/.test(tokens[at - 1]!.lower))
    return true;
  const known = ROLE_NOUNS.has(lower) || DESCRIPTIONS.has(lower) || TITLES.has(lower);
  const beforeName = index
    .between(at + 1, at + 5, 1)
    .some((n) => index.names[n]!.runFirst === at + 1);
  if (known && (beforeName || at === last - 1)) return true;
  // "Former striker turned pundit Gary Stead"
  const nameAhead = index.between(at + 1, at + 6, 1).length > 0;
  if (lower === 'turned' && nameAhead) return true;
  const bareForm = !/(?:ed|ing|s)$/.test(lower);
  return pos === 'VERB' && at === last - 1 && bareForm && tokens[at - 1]!.pos !== 'PRON';
}

/** "Lord of the Rings director Peter Jackson", "Governor of Washington Chris Gregoire": "of" stands in the title of a name. */
function isTitleBeforeName(
  { tokens }: Document,
  first: number,
  at: number,
  last: number,
  index: NameIndex,
): boolean {
  if (tokens[at]!.lower !== 'of' || !/^\p{Lu}/u.test(tokens[first]!.text)) return false;
  if (tokens[first]!.pos === 'DET' || at - first > LONGEST_TITLE) return false;
  const name = index
    .between(at + 1, Math.min(last, at + LONGEST_TITLE))
    .find((n) => index.names[n]!.words.length > 1);
  if (name === undefined) return false;
  const { runFirst } = index.names[name]!;
  if (tokens.slice(at + 1, runFirst).some(({ text }) => text === ',')) return false;
  const role = ROLE_NOUNS.has(tokens[runFirst - 1]!.lower) && runFirst - 1 > at;
  return role || (TITLES.has(tokens[first]!.lower) && index.names[name]!.title !== null);
}

const LONGEST_TITLE = 7;

/** "Xi, Tokayev and Putin" */
function listGoesOn(document: Document, comma: number, last: number): boolean {
  const { tokens } = document;
  if (tokens[comma + 1]?.pos !== 'PROPN') return false;
  for (let i = comma + 1; i < Math.min(last, comma + 12); i += 1) {
    // not "Northline's administrators, Birch & Co"
    if (tokens[i]!.pos === 'CCONJ' && tokens[i]!.word)
      return tokens[i + 1]?.pos === 'PROPN' || tokens[i + 1]?.pos === 'DET';
    if (tokens[i]!.pos !== 'PROPN' && tokens[i]!.text !== ',') return false;
  }
  return false;
}

/** Is the token a comma or "and" between two members of a joint source? */
function separates(
  document: Document,
  at: number,
  first: number,
  core: number,
  index: NameIndex,
): boolean {
  const { tokens } = document;
  const token = tokens[at]!;
  if (at === first || at + 1 >= core) return false;
  if (!(token.pos === 'CCONJ' && token.word) && token.text !== ',') return false;
  if (
    index
      .between(Math.max(0, at - 12), at + 13)
      .some((n) => index.names[n]!.runFirst <= at && at < index.names[n]!.last)
  )
    return false;
  // "research and development chief Bob Crow": no new member without a name or article behind
  const next = tokens[at + 1]!;
  return (
    next.pos === 'PROPN' ||
    next.pos === 'DET' ||
    next.pos === 'PRON' ||
    tokens[at - 1]!.pos === 'PROPN'
  );
}

function readPart(
  document: Document,
  first: number,
  core: number,
  last: number,
  index: NameIndex,
): SourcePart {
  const { tokens } = document;
  let end = core;
  // "Bornstein's": the owner of the words
  while (
    end > first + 1 &&
    /^(?:'s?|both|all|each|also|himself|herself|themselves)$/.test(tokens[end - 1]!.lower)
  )
    end -= 1;
  // "Sunita Rao KC"
  while (end > first + 2 && POST_NOMINALS.has(tokens[end - 1]!.text)) end -= 1;
  const head = tokens[end - 1]!;
  const span = { start: tokens[first]!.start, end: tokens[end - 1]!.end };
  const inCore = index.between(first, end);
  const name = inCore.findLast((n) => index.names[n]!.last === end) ?? null;
  const pronoun = end - first === 1 && PRONOUNS.has(head.lower) ? head.lower : null;
  const noun = name === null && pronoun === null ? headNoun(tokens, first, end) : null;
  const apposed = noun === null ? null : apposedName(document, first, core, last, index);
  return { ...span, first, last: end, name, apposed, pronoun, noun };
}

/** "the mayor, Rafael Quint", "The leader of the opposition, Graham Tuke": the name behind the first comma. */
function apposedName(
  document: Document,
  first: number,
  core: number,
  last: number,
  index: NameIndex,
): number | null {
  const { tokens } = document;
  for (let i = core; i < last; i += 1) {
    if (tokens[i]!.pos === 'VERB' || tokens[i]!.pos === 'CCONJ') return null;
    if (tokens[i]!.text !== ',') continue;
    // "A spokesperson for the nurses' union, Unison": the union is called so
    const someone = /^(?:an?|one|another)$/.test(tokens[first]!.lower);
    const ofBody = someone && BODY_NOUNS.has(tokens[i - 1]!.lower) && i > core;
    if (ofBody && tokens.slice(core, i).some(({ pos }) => pos === 'ADP')) return null;
    // "his union, the First Division Association", "Scott's niece, state Del. Marcia Price"
    return (
      index.between(i + 1, last, MOST_APPOSED).find((n) => {
        const before = tokens.slice(i + 1, index.names[n]!.runFirst);
        return (
          // "Many schools, its general secretary, Nell Okonjo"
          before.length <= 5 &&
          before.every(
            ({ pos, lower }, k) =>
              /^(?:the|its|their|his|her)$/.test(lower) ||
              /^(?:NOUN|ADJ|PROPN)$/.test(pos) ||
              (lower === ',' && k === before.length - 1),
          )
        );
      }) ?? null
    );
  }
  return null;
}

const MOST_APPOSED = 4;
