// When two names of a text are one: initials left out, family names alone, titles, aliases in brackets, couples.

import type { Document } from '../document';
import { KEPT_TITLES } from './data/titles';
import type { Entity } from './entities';
import { genderOfGivenName, genderOfRole, hasBodyWords } from './kinds';
import type { NameMention } from './names';

const GENERATIONS = new Set(['jr', 'sr', 'ii', 'iii', 'iv']);

export const lastWord = (words: readonly string[]): string => {
  const last = words.at(-1)!;
  return GENERATIONS.has(last) && words.length > 1 ? words.at(-2)! : last;
};

const initialless = (words: readonly string[]): readonly string[] =>
  words.length > 2 ? words.filter((word, i) => word.length > 1 || i === 0) : words;

/** "Donald J. Trump" and "Donald Trump", "Hillary Rodham Clinton" and "Hillary Clinton"; but not "Donald Trump Jr." */
export function sameFullName(entity: Entity, name: NameMention): boolean {
  const a = initialless(entity.words);
  const b = initialless(name.words);
  if (a.join(' ') === b.join(' ')) return true;
  const generation = (words: readonly string[]): string =>
    words.find((word) => GENERATIONS.has(word)) ?? '';
  if (generation(a) !== generation(b) || lastWord(a) !== lastWord(b) || entity.type !== 'person')
    return false;
  return a[0] === b[0] && (a.length > 2 || b.length > 2);
}

/** "Judith Moss (Con)", as councils and parliaments print it. */
const isNoParty = ({ words }: NameMention): boolean =>
  !/^(?:con|lab|ld|lib|libdem|dem|rep|ind|cb|dup|uup|snp|pc|reform|ukip|green|gop)$/.test(
    words[0]!,
  );

/** "the Peruvian Centre for Social Studies (Cepes)": the word in brackets stands for the name before them. */
export function aliasesInBrackets(
  { tokens }: Document,
  names: readonly NameMention[],
  entityOf: readonly number[],
): ReadonlyMap<string, number> {
  const aliases = new Map<string, number>();
  names.forEach((name, i) => {
    if (name.words.length !== 1) return;
    const [before, after] = [names[i - 1], names[i + 1]];
    const inBrackets =
      before !== undefined &&
      before.words.length > 1 &&
      before.last === name.runFirst - 1 &&
      tokens[before.last]!.text === '(' &&
      tokens[name.last]?.text === ')';
    // "Lord Penhallow (Con)": a party, and the name may have no entity yet
    if (inBrackets && isNoParty(name) && entityOf[i - 1]! >= 0)
      aliases.set(name.words[0]!, entityOf[i - 1]!);
    // "Cepes (the Peruvian Centre for Social Studies)"
    const opened =
      after !== undefined &&
      after.words.length > 2 &&
      tokens[name.last]?.text === '(' &&
      after.runFirst - name.last <= 2 &&
      tokens[after.last]?.text === ')';
    if (opened && entityOf[i + 1]! >= 0) aliases.set(name.words[0]!, entityOf[i + 1]!);
  });
  return aliases;
}

/** "Bill and Hillary Clinton": the first of the two bears the last name as well, if the text names him. */
export function relativeOf(
  { tokens }: Document,
  names: readonly NameMention[],
  index: number,
  byWord: ReadonlyMap<string, number[]>,
  entities: readonly Entity[],
): number | undefined {
  const name = names[index]!;
  const next = names[index + 1];
  if (next === undefined || next.words.length < 2 || next.runFirst !== name.last + 1)
    return undefined;
  if (tokens[name.last]!.lower !== 'and') return undefined;
  const last = lastWord(next.words);
  return (byWord.get(last) ?? []).find((i) => entities[i]!.words[0] === name.words[0]);
}

/** "Sir Arnold", "Lord Penhale": a title that belongs to the name, and one word of the name. */
export const isShortWithTitle = ({ words }: NameMention): boolean =>
  words.length === 2 && KEPT_TITLES.has(words[0]!);

const KNIGHTED = /^(?:sir|dame)$/;

/** Sir Arnold Penrose for "Sir Arnold", Edward Penhale for "Lord Penhale"; but not William Hague for "Prince William". */
export function bearsTitle({ words, type, gender }: Entity, { words: own }: NameMention): boolean {
  const [title, word] = [own[0]!, own[1]!];
  if (words[0] === title) return words.includes(word);
  // "Lady Moxon" is not Sir Gerald Moxon
  const titled = genderOfRole(title);
  if (gender !== null && titled !== null && gender !== titled) return false;
  if (KNIGHTED.test(words[0]!)) return false;
  return (
    type === 'person' && /^(?:lord|lady|baron|baroness)$/.test(title) && lastWord(words) === word
  );
}

const NO_INNER_NAME =
  /^(?:van|von|der|den|de|del|della|di|da|dos|du|bin|ibn|al|el|la|le|ter|ten|y|of|for|the|and)$/;

export const isInnerName = (word: string): boolean => word.length > 2 && !NO_INNER_NAME.test(word);

/** "Molina Obregón" after Andrés Molina Obregón, "van der Velde" after Piet van der Velde. */
export function isEndOf({ words, type }: Entity, { words: own, title }: NameMention): boolean {
  if (type !== 'person' || own.length >= words.length || own.length < 2) return false;
  if (title === null && genderOfGivenName(own) !== null) return false;
  return words.slice(-own.length).join(' ') === own.join(' ');
}

/** The full name behind "and", where the mention is a given name alone ("Tom and Helen Brandt"). */
export function familyNameBehind(
  { tokens }: Document,
  names: readonly NameMention[],
  index: number,
): NameMention | null {
  const name = names[index]!;
  const next = names[index + 1];
  if (next === undefined || next.words.length !== 2 || next.runFirst !== name.last + 1) return null;
  if (next.title !== null || name.title !== null || tokens[name.last]!.lower !== 'and') return null;
  const before = tokens[name.runFirst - 1];
  // "Her brothers, Tomás and Ignacio Villalobos"
  const kin = before?.text === ',' ? tokens[name.runFirst - 2] : before;
  const given =
    genderOfGivenName(name.words) !== null ||
    before?.pos === 'NOUN' ||
    /^(?:brothers|sisters|siblings|twins|sons|daughters|children|parents|couple|grandsons|granddaughters|cousins)$/.test(
      kin?.lower ?? '',
    );
  return given && !hasBodyWords(next.words) ? next : null;
}

export const acronym = (words: readonly string[]): string =>
  words
    .filter((word) => !/^(?:of|for|and|the|in|on)$/.test(word))
    .map((word) => word[0]!)
    .join('');
