// Is a name a person or a body, a he or a she? What its words, titles and roles tell.

import type { Document } from '../document';
import { FEMININE_NAMES, MASCULINE_NAMES } from './data/givenNames';
import { BODY_NOUNS, KNOWN_BODIES, ORGANISATION_WORDS } from './data/organisations';
import { PLACE_NAMES, PLACE_WORDS } from './data/places';
import {
  FEMININE_WORDS,
  KEPT_TITLES,
  MASCULINE_WORDS,
  PEERS,
  ROLE_NOUNS,
  TITLES,
} from './data/titles';
import { words } from './data/words';
import type { Gender } from './entities';
import type { NameMention } from './names';

/** The gender that a given name nearly always has. */
export function genderOfGivenName(own: readonly string[]): Gender | null {
  if (isPeer(own)) return genderOfRole(own[0]!);
  const first = KEPT_TITLES.has(own[0]!) ? (own[1] ?? '') : own[0]!;
  return FEMININE_NAMES.has(first) ? 'feminine' : MASCULINE_NAMES.has(first) ? 'masculine' : null;
}

/** "Mrs.", "the actress", "a spokesman for…": the gender that a title or role tells. */
export function genderOfRole(role: string | null): Gender | null {
  if (role === null) return null;
  for (const word of role
    .toLowerCase()
    .split(/[\s,]+/)
    .slice(0, 6)) {
    const plain = word.replace(/\./g, '');
    if (FEMININE_WORDS.has(plain)) return 'feminine';
    if (MASCULINE_WORDS.has(plain)) return 'masculine';
  }
  return null;
}

/** Do the words themselves make it a body ("Upper Basin Commission", "Centre for Policy", "NATO")? */
export const hasBodyWords = (own: readonly string[]): boolean =>
  (!isGivenAndFamily(own) &&
    own.some((word, i) => ORGANISATION_WORDS.has(word) && (i > 0 || own.length === 1))) ||
  (own.includes('of') && !isPeer(own)) ||
  own.includes('for') ||
  (own.length === 1 && KNOWN_BODIES.has(own[0]!));

/** "the Duke of Mersey" */
const isPeer = (own: readonly string[]): boolean => own[1] === 'of' && PEERS.has(own[0]!);

export const isPlaceName = (own: readonly string[]): boolean =>
  own.length === 1 ? PLACE_WORDS.has(own[0]!) : PLACE_NAMES.has(own.join(' '));

const THINGS = words(`
  act bill treaty accord agreement deal plan programme program project initiative cup prize award awards war revolution mass symphony sonata trophy festival games olympics election
  amendment constitution report study book times-square day night week weekend christmas easter
  poll survey guide book index transcript
  flu virus hurricane storm summit conference debate convention primary caucus caucuses scandal affair crisis
`);

/** "the Clean Power Plan", "the Harbour Mass": a name of something that nobody calls "he" or "the company". */
export const isThing = (own: readonly string[]): boolean =>
  own.length > 1 &&
  THINGS.has(own.at(-1)!) &&
  !(own.length === 2 && genderOfGivenName(own) !== null);

// Words of bodies and places that are last names as well: "Mike Lake", "Kristen Day"
const FAMILY_NAMES = words(`
  lake park bridge church house field mountain mountains valley bay street post record union court banks tower hotel day night week close hill read book prize wood woods west cross
`);

const isGivenAndFamily = (own: readonly string[]): boolean =>
  own.length === 2 && FAMILY_NAMES.has(own[1]!) && genderOfGivenName(own) !== null;

/** "NATO", "UBC": all capitals, and no label of a transcript ("KNOX:"). */
export const isAcronym = (document: Document, name: NameMention): boolean =>
  name.words.length === 1 &&
  /^\p{Lu}{2,6}$/u.test(document.text.slice(name.start, name.end).replace(/\./g, '')) &&
  document.tokens[name.last]?.text !== ':';

/** What a first mention looks like; later evidence may change it. */
export function typeAtSight(document: Document, name: NameMention): 'person' | 'organisation' {
  if (name.title !== null) return 'person';
  if (hasBodyWords(name.words) || isPlaceName(name.words) || isThing(name.words))
    return 'organisation';
  if (name.words[0] === 'number') return 'organisation';
  if (genderOfGivenName(name.words) !== null) return 'person';
  // "Sheikh Tamim bin Rashid al-Nuaimi", of five words
  if (KEPT_TITLES.has(name.words[0]!) && name.words.length > 1) return 'person';
  if (isAcronym(document, name)) return 'organisation';
  if (/\.\p{L}+$/u.test(document.text.slice(name.start, name.end)) && name.words.length > 1)
    return document.tokens[name.last - 2]?.text === '.' ? 'organisation' : 'person';
  if (name.words.length > 1)
    return name.definite || name.words.length > 4 ? 'organisation' : 'person';
  return name.definite ? 'organisation' : 'person';
}

/** The noun that a printed role turns on: "the maker of electric buses" → maker. */
export function headOfRole(role: string): string {
  const core = role
    .toLowerCase()
    .split(/\s+(?:of|for|in|at|on|from|to|with|who|which|that|and|based)\b|,/)[0]!;
  return core
    .trim()
    .split(/[\s-]+/)
    .at(-1)!
    .replace(/\.$/, '');
}

export const isPersonRole = (role: string): boolean => {
  const head = headOfRole(role);
  return ROLE_NOUNS.has(head) || TITLES.has(head) || genderOfRole(head) !== null;
};

export const isBodyRole = (role: string): boolean => {
  const head = headOfRole(role);
  return BODY_NOUNS.has(head) && !ROLE_NOUNS.has(head);
};

/** "Former Sen." → sen */
export const lastTitle = (title: string): string =>
  title.toLowerCase().split(/\s+/).at(-1)!.replace(/\.$/, '');
