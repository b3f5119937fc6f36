// What kind of subject a named entity is: what its words say first, then how the text speaks of it.

import type { Document } from '../document';
import { PEOPLES, PLACE_WORDS } from '../speakers/data/places';
import { TITLES } from '../speakers/data/titles';
import type { Entity } from '../speakers/entities';
import { hasBodyWords, isAcronym } from '../speakers/kinds';
import type { NameMention } from '../speakers/names';
import { hasPeople } from '../speakers/peoples';
import type { SubjectType } from '../types';
import {
  FEASTS,
  LAW_WORDS,
  NEITHER,
  PLACE_ENDS,
  PLACE_HEADS,
  PLACE_STARTS,
  REGION_STARTS,
  WORK_WORDS,
} from './words';

/** The type of subject that an entity is; null for what is none, such as an event, a feast or a people. */
export function typeOfEntity(
  document: Document,
  names: readonly NameMention[],
  peoples: ReadonlySet<string>,
  entity: Entity,
): SubjectType | null {
  const { words, type, place, thing, mentions, locative, roles, gender, surelyPerson } = entity;
  const [first, last] = [words[0]!, words.at(-1)!];
  if (namesNothing(entity) || isScareQuoted(document, names, entity)) return null;
  if (entity.words.length === 1 && isNamedAsPlace(document, names, mentions)) return 'place';
  if (words.length > 1) {
    // "off Orla Head", though Orla is a given name
    if (locative > 0 && PLACE_ENDS.has(last) && roles.length === 0) return 'place';
    if (surelyPerson || (type === 'person' && gender !== null)) return 'person';
    if (NEITHER.has(last)) return null;
    if (LAW_WORDS.has(last)) return 'law';
    if (WORK_WORDS.has(last)) return 'work';
    if (PLACE_ENDS.has(last) || PLACE_STARTS.has(first)) return 'place';
    // "South East Asia", "Northern Europe", "State of Texas"
    const region = PLACE_WORDS.has(last) && (REGION_STARTS.has(first) || PLACE_HEADS.has(first));
    if (region) return 'place';
  } else if (last === 'constitution') return 'law';
  if (thing) return null;
  if (place) return 'place';
  if (type === 'organisation')
    return words.length === 1 && !isKnownBody(document, names, entity) ? null : 'organisation';
  if (surelyPerson || gender !== null) return 'person';
  // "in Wenn", "near Port Hallam": where things happen
  if (locative > 0 && locative * 3 >= mentions.length && roles.length === 0) return 'place';
  // "Pell Grants", "National Enforcement": what these are named after is no family
  if (words.length > 1)
    return /(?:tion|ment|ings|ers|ants|ogy|ics|ness)$/.test(last) ? 'organisation' : 'person';
  return typeOfBareWord(document, names, peoples, entity);
}

/** "Southeast Asian", "Pakistan-based", "XVII", "Secretary of State": capitals, and no name of anything. */
function namesNothing({ words, name, place }: Entity): boolean {
  const last = words.at(-1)!;
  if (FEASTS.has(last) || (!place && PEOPLES.has(last.split('-').at(-1)!))) return true;
  if (words.length > 1) return TITLES.has(words[0]!) && words[1] === 'of';
  return /-\p{Ll}+$/u.test(name) || /^[IVX]{2,}$|^\p{Lu}s$/u.test(name);
}

/** "a “Grand Bargain”": all of a quotation, each time; what is meant is the wording. */
function isScareQuoted(
  { tokens }: Document,
  names: readonly NameMention[],
  { mentions, surelyPerson, gender, type }: Entity,
): boolean {
  if (surelyPerson || gender !== null || type === 'organisation') return false;
  return mentions.every((mention) => {
    const { runFirst, last } = names[mention]!;
    const [before, after] = [tokens[runFirst - 1], tokens[last]];
    return [before, after].every((token) => /^["“”‘’']$/.test(token?.text ?? ''));
  });
}

/** A bare word of which the text says nothing: people and bodies do something, places are named in passing. */
function typeOfBareWord(
  document: Document,
  names: readonly NameMention[],
  peoples: ReadonlySet<string>,
  { mentions, locative, words }: Entity,
): SubjectType | null {
  if (opensOnly(document, names, mentions) || isAdjective(words[0]!)) return null;
  if (locative > 0 || hasPeople(peoples, words[0]!)) return 'place';
  const acts = mentions.some((mention) => {
    const next = document.tokens[names[mention]!.last];
    return /^(?:VERB|AUX)$/.test(next?.pos ?? '') || /^'s?$/.test(next?.lower ?? '');
  });
  // "Linux", "Zeus", "Tannadice": of what is only ever spoken of, nothing tells what it is
  return acts && !/\p{N}/u.test(words[0]!) ? 'person' : null;
}

/** "NATO", "Ofcom"; "the Gershon" or "Rainfall" once are no bodies, whatever "the" or "its" stands by them. */
function isKnownBody(
  document: Document,
  names: readonly NameMention[],
  { words, mentions }: Entity,
): boolean {
  if (hasBodyWords(words) || isAcronym(document, names[mentions[0]!]!)) return true;
  return mentions.length > 1 && !opensOnly(document, names, mentions);
}

/** "“People are tired”", "Maybe it was late": a capital that only its place gives it, at every mention. */
function opensOnly(
  { tokens, sentences }: Document,
  names: readonly NameMention[],
  mentions: readonly number[],
): boolean {
  return mentions.every((mention) => {
    const { first } = names[mention]!;
    const before = tokens[first - 1];
    if (first <= sentences[tokens[first]!.sentence]!.first) return true;
    return !(before!.word || /^[,(&/]$/.test(before!.text) || before!.lower === "'s");
  });
}

const STATE_NOUNS =
  /^(?:ministry|government|minister|parliament|capital|border|borders|coast|economy)$/;
const PLACE_NOUNS =
  /^(?:river|valley|region|area|town|city|village|bay|coast|district|border|estuary|island|plant|factory|harbour|airport|station|suburb|neighbou?rhood|province|peninsula|lake|mine|forest)$/;

/** "the Orla river", "the Wenbridge plant", "neighbouring Ardane" */
function isNamedAsPlace(
  { tokens }: Document,
  names: readonly NameMention[],
  mentions: readonly number[],
): boolean {
  return mentions.some((mention) => {
    const { runFirst, last, title } = names[mention]!;
    if (title !== null) return false;
    const named = PLACE_NOUNS.test(tokens[last]?.lower ?? '');
    const definite = /^(?:the|a|its|their|this|that)$/.test(tokens[runFirst - 1]?.lower ?? '');
    // "Sundland's foreign ministry"
    const state =
      /^'s?$/.test(tokens[last]?.lower ?? '') &&
      tokens.slice(last + 1, last + 4).some(({ lower }) => STATE_NOUNS.test(lower));
    return (
      (named && definite) ||
      state ||
      /^(?:neighbou?ring|nearby|downtown|rural|coastal|mainland)$/.test(
        tokens[runFirst - 1]?.lower ?? '',
      )
    );
  });
}

/** "Kestrian", "Serranese": a people, whatever country it is of. */
const isAdjective = (word: string): boolean => /[a-z]{3}(?:ian|ean|ese|ish)$/.test(word);
