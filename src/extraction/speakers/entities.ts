// names → entities: which mentions are one person or body, and what the text says of each.

import type { Document } from '../document';
import type { SpeakerType } from '../types';
import { FEMININE_NAMES, MASCULINE_NAMES } from './data/givenNames';
import {
  genderOfGivenName,
  genderOfRole,
  hasBodyWords,
  isAcronym,
  isBodyRole,
  isPersonRole,
  isPlaceName,
  isThing,
  lastTitle,
  typeAtSight,
} from './kinds';
import type { NameMention } from './names';
import { misspelt, shortFormOf } from './namesakes';
import { partyAt } from './parties';
import { roleAround, roleWords } from './roles';
import {
  acronym,
  aliasesInBrackets,
  bearsTitle,
  familyNameBehind,
  isEndOf,
  isInnerName,
  isShortWithTitle,
  lastWord,
  relativeOf,
  sameFullName,
} from './sameName';

export type Gender = 'masculine' | 'feminine';

/** A person or body of the article. */
export interface Entity {
  /** The fullest name printed. */
  name: string;
  words: readonly string[];
  type: Extract<SpeakerType, 'person' | 'organisation'>;
  gender: Gender | null;
  /** A country, state or city: it may speak, but no pronoun for a person means it. */
  place: boolean;
  /** The party that is printed with the name. */
  party: string | null;
  /** A law, event or work: no pronoun or noun for a speaker means it. */
  readonly thing: boolean;
  /** A title, a person's role, a given name or a later short form says that it is a person. */
  surelyPerson: boolean;
  /** Titles that are printed with the name: "dr", "sen". */
  readonly titles: Set<string>;
  /** Roles as printed, in text order. */
  readonly roles: string[];
  /** Indices into the list of mentions. */
  readonly mentions: number[];
  readonly forms: Set<string>;
  /** How many mentions stand behind "in", "at", "near": places are no people. */
  locative: number;
  /** The mentions that print at least two of its words, in text order. */
  readonly fullMentions: number[];
}

export interface Entities {
  readonly entities: readonly Entity[];
  /** The entity of each mention. */
  readonly entityOf: readonly number[];
  /** The people of whom a role with this word is printed, no more than fifty. */
  withRole(word: string): readonly number[];
  /** The people of a party, those named most often first. */
  ofParty(party: string): readonly number[];
  /** The entity that a single word names ("Trump" in a headline); undefined where none or several could be meant. */
  named(word: string): number | undefined;
}

const LOCATIVE = /^(?:in|at|near|off|along|outside|across|throughout|around|into)$/;

/** Gathers mentions into entities: full names first, then their short forms. */
export function gatherEntities(document: Document, names: readonly NameMention[]): Entities {
  const entities: Entity[] = [];
  const entityOf: number[] = new Array<number>(names.length).fill(-1);
  const byWord = new Map<string, number[]>();
  const join = (mention: number, entity: number, full: boolean): void => {
    entityOf[mention] = entity;
    addMention(document, names[mention]!, mention, entities[entity]!, full);
  };
  const note = (index: number, words: readonly string[]): void => {
    // "Molina" of Andrés Molina Obregón, "Khalid" of Prince Khalid bin Nasser
    const inner = words.length > 2 ? words.slice(1, -1).filter((word) => isInnerName(word)) : [];
    for (const word of new Set([words[0]!, lastWord(words), ...inner]))
      byWord.set(word, [...(byWord.get(word) ?? []), index].slice(-MOST_NAMESAKES));
  };
  const found = (mention: number): number => {
    const name = names[mention]!;
    const index = entities.push(newEntity(document, name)) - 1;
    note(index, name.words);
    return index;
  };
  names.forEach((name, i) => {
    if (name.words.length < 2 || isShortWithTitle(name)) return;
    const same = (byWord.get(lastWord(name.words)) ?? []).find(
      (candidate) =>
        sameFullName(entities[candidate]!, name) || isEndOf(entities[candidate]!, name),
    );
    join(i, same ?? found(i), true);
  });
  /** "Tom and Helen Brandt": Tom Brandt, whom the text prints no other way. */
  const spouse = (mention: number): number | undefined => {
    const family = familyNameBehind(document, names, mention);
    if (family === null) return undefined;
    const name = names[mention]!;
    const entity = newEntity(document, name);
    entity.words = [...name.words, lastWord(family.words)];
    entity.name = `${entity.name} ${document.tokens[family.last - 1]!.text}`;
    const index = entities.push(entity) - 1;
    note(index, entity.words);
    return index;
  };
  const bracketed = aliasesInBrackets(document, names, entityOf);
  const acronyms = new Map<string, number>();
  entities.forEach((entity, i) => {
    const letters = acronym(entity.words);
    if (letters.length >= 2 && !acronyms.has(letters)) acronyms.set(letters, i);
  });
  const meantLast = new Map<string, number>();
  names.forEach((name, i) => {
    if (isShortWithTitle(name)) {
      const bearer = (byWord.get(name.words[1]!) ?? []).find((candidate) =>
        bearsTitle(entities[candidate]!, name),
      );
      join(i, bearer ?? found(i), bearer === undefined);
      return;
    }
    if (name.words.length !== 1) return;
    const word = name.words[0]!;
    const known =
      relativeOf(document, names, i, byWord, entities) ??
      shortFormOf(document, byWord.get(word) ?? [], entities, names, i, meantLast.get(word)) ??
      bracketed.get(word) ??
      (isAcronym(document, name) ? acronyms.get(word) : undefined) ??
      misspelt(word, byWord);
    if (known !== undefined) {
      meantLast.set(word, known);
      const { words } = entities[known]!;
      if (words.length > 1 && lastWord(words) === word && !hasBodyWords(words))
        entities[known]!.surelyPerson ||= name.title !== null || entities[known]!.type === 'person';
    }
    join(i, known ?? spouse(i) ?? found(i), false);
  });
  for (const entity of entities) entity.mentions.sort((a, b) => a - b);
  const named = (word: string): number | undefined => {
    const candidates = (byWord.get(word) ?? []).filter(
      (i) => lastWord(entities[i]!.words) === word,
    );
    return candidates.sort(
      (a, b) => entities[b]!.mentions.length - entities[a]!.mentions.length,
    )[0];
  };
  const roleIndex = indexRoles(entities);
  const members = indexParties(entities);
  return {
    entities,
    entityOf,
    named,
    withRole: (word) => roleIndex.get(word) ?? [],
    ofParty: (party) => members.get(party) ?? [],
  };
}

// A text with thousands of people of one surname is no article; the bound keeps its time linear.
const MOST_NAMESAKES = 20;

function indexRoles(entities: readonly Entity[]): ReadonlyMap<string, number[]> {
  const index = new Map<string, number[]>();
  entities.forEach(({ roles, type }, i) => {
    if (type !== 'person') return;
    for (const word of new Set(roles.flatMap(roleWords))) {
      const people = index.get(word) ?? [];
      if (people.length < MOST_IN_ROLE) people.push(i);
      index.set(word, people);
    }
  });
  return index;
}

const MOST_IN_ROLE = 50;

function indexParties(entities: readonly Entity[]): ReadonlyMap<string, number[]> {
  const index = new Map<string, number[]>();
  entities.forEach(({ party, type }, i) => {
    if (party !== null && type === 'person')
      index.set(party, [...(index.get(party) ?? []).slice(0, MOST_IN_ROLE), i]);
  });
  for (const members of index.values())
    members.sort((a, b) => entities[b]!.mentions.length - entities[a]!.mentions.length);
  return index;
}

function newEntity(document: Document, name: NameMention): Entity {
  return {
    name: document.text.slice(name.start, name.end),
    words: name.words,
    type: typeAtSight(document, name),
    gender: null,
    place: isPlaceName(name.words),
    party: null,
    thing: isThing(name.words),
    surelyPerson: false,
    titles: new Set(),
    roles: [],
    mentions: [],
    forms: new Set(),
    locative: 0,
    fullMentions: [],
  };
}

function addMention(
  document: Document,
  name: NameMention,
  index: number,
  entity: Entity,
  full: boolean,
): void {
  const printed = document.text.slice(name.start, name.end).replace(/\s+/g, ' ');
  entity.mentions.push(index);
  entity.forms.add(printed);
  if (full) entity.fullMentions.push(index);
  if (LOCATIVE.test(document.tokens[name.runFirst - 1]?.lower ?? '')) entity.locative += 1;
  if (name.words.length > entity.words.length) {
    entity.words = name.words;
    entity.name = printed;
  }
  entity.party ??= partyAt(document, name);
  if (name.title !== null) entity.titles.add(lastTitle(name.title));
  const role = roleAround(document, name);
  if (role !== null && entity.roles.length < MOST_ROLES) entity.roles.push(role);
  if (name.title !== null && entity.type === 'organisation' && !hasBodyWords(name.words))
    entity.type = 'person';
  if (entity.type !== 'person') return;
  // "A man called Simmonds"
  const [noun, called] = document.tokens.slice(Math.max(0, name.runFirst - 2), name.runFirst);
  if (/^(?:called|named)$/.test(called?.lower ?? '') && genderOfRole(noun!.lower) !== null) {
    entity.gender ??= genderOfRole(noun!.lower);
    entity.surelyPerson = true;
  }
  entity.gender ??=
    genderOfRole(name.title) ?? genderOfRole(role) ?? genderOfGivenName(entity.words);
  if (name.title !== null || entity.gender !== null || (role !== null && isPersonRole(role))) {
    entity.surelyPerson = true;
    if (name.title !== null) entity.place = false;
  }
}

const MOST_ROLES = 8;

/** Once all is read: names without a sign of a person but with one of a body are bodies ("Halden Brae, the maker of…"). */
export function settleTypes({ entities }: Entities, neuter: ReadonlySet<number>): void {
  entities.forEach((entity, i) => {
    if (entity.type !== 'person' || entity.surelyPerson) return;
    const known = MASCULINE_NAMES.has(entity.words[0]!) || FEMININE_NAMES.has(entity.words[0]!);
    const repeated = entity.words.length > 1 && entity.fullMentions.length > 1;
    if (known || entity.roles.some(isPersonRole)) return;
    if (repeated || neuter.has(i) || entity.roles.some(isBodyRole)) entity.type = 'organisation';
  });
}
