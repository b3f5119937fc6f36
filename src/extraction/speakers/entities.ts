// names → entities: which mentions are one person or body, and what the text says of each.

import type { Document } from '../document';
import type { SpeakerType } from '../types';
import { FEMININE_NAMES, MASCULINE_NAMES } from './data/givenNames';
import { KNOWN_BODIES, ORGANISATION_WORDS } from './data/organisations';
import { FEMININE_WORDS, KEPT_TITLES, MASCULINE_WORDS } from './data/titles';
import type { NameMention } from './names';
import { roleAround, roleWords } from './roles';

export type Gender = 'masculine' | 'feminine';

/** A person or body of the article. */
export interface Entity {
  /** The fullest name printed. */
  name: string;
  words: readonly string[];
  type: Extract<SpeakerType, 'person' | 'organisation'>;
  gender: Gender | null;
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
  /** The entity that a single word names ("Trump" in a headline); undefined where none or several could be meant. */
  named(word: string): number | undefined;
}

const LOCATIVE = /^(?:in|at|near|outside|across|throughout|around|into)$/;
const GENERATIONS = new Set(['jr', 'sr', 'ii', 'iii', 'iv']);

/** Gathers mentions into entities: full names first, then their short forms. */
export function gatherEntities(document: Document, names: readonly NameMention[]): Entities {
  const entities: Entity[] = [];
  const entityOf: number[] = new Array<number>(names.length).fill(-1);
  const byWord = new Map<string, number[]>();
  const join = (mention: number, entity: number, full: boolean): void => {
    entityOf[mention] = entity;
    addMention(document, names[mention]!, mention, entities[entity]!, full);
  };
  const found = (mention: number): number => {
    const name = names[mention]!;
    const index = entities.push(newEntity(document, name)) - 1;
    for (const word of new Set([name.words[0]!, lastWord(name.words)]))
      byWord.set(word, [...(byWord.get(word) ?? []), index].slice(-MOST_NAMESAKES));
    return index;
  };
  names.forEach((name, i) => {
    if (name.words.length < 2) return;
    const same = (byWord.get(lastWord(name.words)) ?? []).find((candidate) =>
      sameFullName(entities[candidate]!, name),
    );
    join(i, same ?? found(i), true);
  });
  const acronyms = new Map<string, number>();
  entities.forEach((entity, i) => {
    const letters = acronym(entity.words);
    if (letters.length >= 2 && !acronyms.has(letters)) acronyms.set(letters, i);
  });
  names.forEach((name, i) => {
    if (name.words.length !== 1) return;
    const word = name.words[0]!;
    const short = shortFormOf(byWord.get(word) ?? [], entities, name);
    join(
      i,
      short ?? (isAcronym(document, name) ? acronyms.get(word) : undefined) ?? found(i),
      false,
    );
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
  return { entities, entityOf, named, withRole: (word) => roleIndex.get(word) ?? [] };
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

const lastWord = (words: readonly string[]): string => {
  const last = words.at(-1)!;
  return GENERATIONS.has(last) && words.length > 1 ? words.at(-2)! : last;
};

const initialless = (words: readonly string[]): readonly string[] =>
  words.length > 2 ? words.filter((word, i) => word.length > 1 || i === 0) : words;

/** "Donald J. Trump" and "Donald Trump", "Hillary Rodham Clinton" and "Hillary Clinton"; but not "Donald Trump Jr." */
function sameFullName(entity: Entity, name: NameMention): boolean {
  const a = initialless(entity.words);
  const b = initialless(name.words);
  if (a.join(' ') === b.join(' ')) return true;
  const generation = (words: readonly string[]): string =>
    words.find((word) => GENERATIONS.has(word)) ?? '';
  if (generation(a) !== generation(b) || lastWord(a) !== lastWord(b) || entity.type !== 'person')
    return false;
  return a[0] === b[0] && (a.length > 2 || b.length > 2);
}

/** "Clinton" after "Hillary Clinton"; of several, the one whom the title fits and the text names in full most often. */
function shortFormOf(
  candidates: readonly number[],
  entities: readonly Entity[],
  name: NameMention,
): number | undefined {
  const gender = titleGender(name.title);
  const fitting = candidates.filter((i) => {
    const entity = entities[i]!;
    if (name.title !== null && entity.type === 'organisation') return false;
    return gender === null || entity.gender === null || entity.gender === gender;
  });
  return fitting.sort(
    (a, b) => entities[b]!.fullMentions.length - entities[a]!.fullMentions.length || a - b,
  )[0];
}

function newEntity(document: Document, name: NameMention): Entity {
  return {
    name: document.text.slice(name.start, name.end),
    words: name.words,
    type: typeOf(document, name),
    gender: null,
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
  const role = roleAround(document, name);
  if (role !== null && entity.roles.length < 8) entity.roles.push(role);
  if (name.title !== null && entity.type === 'organisation' && !isOrganisation(name.words))
    entity.type = 'person';
  if (entity.type === 'person')
    entity.gender ??= titleGender(name.title) ?? roleGender(role) ?? givenNameGender(name.words);
}

function givenNameGender(words: readonly string[]): Gender | null {
  const first = KEPT_TITLES.has(words[0]!) ? (words[1] ?? '') : words[0]!;
  if (words.length < 2 && !FEMININE_NAMES.has(first) && !MASCULINE_NAMES.has(first)) return null;
  return FEMININE_NAMES.has(first) ? 'feminine' : MASCULINE_NAMES.has(first) ? 'masculine' : null;
}

const titleGender = (title: string | null): Gender | null => roleGender(title);

function roleGender(role: string | null): Gender | null {
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

const isOrganisation = (words: readonly string[]): boolean =>
  words.some((word, i) => ORGANISATION_WORDS.has(word) && (i > 0 || words.length === 1)) ||
  words.includes('of') ||
  words.includes('for') ||
  (words.length === 1 && KNOWN_BODIES.has(words[0]!));

function typeOf(document: Document, name: NameMention): Entity['type'] {
  if (name.title !== null) return 'person';
  if (isOrganisation(name.words)) return 'organisation';
  if (MASCULINE_NAMES.has(name.words[0]!) || FEMININE_NAMES.has(name.words[0]!)) return 'person';
  if (isAcronym(document, name)) return 'organisation';
  if (name.words.length > 1)
    return name.definite || name.words.length > 4 ? 'organisation' : 'person';
  return name.definite ? 'organisation' : 'person';
}

const isAcronym = (document: Document, name: NameMention): boolean =>
  name.words.length === 1 &&
  /^\p{Lu}{2,6}$/u.test(document.text.slice(name.start, name.end).replace(/\./g, ''));

const acronym = (words: readonly string[]): string =>
  words
    .filter((word) => !/^(?:of|for|and|the|in|on)$/.test(word))
    .map((word) => word[0]!)
    .join('');
