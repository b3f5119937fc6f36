// "Clinton" after Bill and Hillary Clinton, "Scheiderman" after Eric Schneiderman: whom a short form means.

import { bisect, type Document } from '../document';
import { words } from './data/words';
import type { Entity } from './entities';
import { genderOfRole, hasBodyWords, lastTitle } from './kinds';
import type { NameMention } from './names';

const CLEARLY_MORE = 3;
const NEAR_PARAGRAPHS = 1;

/**
 * The entity of a single-word name. Of several that fit: the one that the title's gender fits, then the one whom this or the
 * last paragraph names in full as a subject, then whom the text names in full most often, then whom the word meant last.
 */
export function shortFormOf(
  document: Document,
  candidates: readonly number[],
  entities: readonly Entity[],
  names: readonly NameMention[],
  index: number,
  meantLast: number | undefined,
): number | undefined {
  const name = names[index]!;
  const gender = genderOfRole(name.title);
  let fitting = candidates.filter((i) => {
    const entity = entities[i]!;
    if (name.title !== null && entity.type === 'organisation') return false;
    return gender === null || entity.gender === null || entity.gender === gender;
  });
  // "Washington Post Trump said": of a body and a person, a last name means the person
  const people = fitting.filter((i) => !hasBodyWords(entities[i]!.words));
  if (people.length > 0 && people.length < fitting.length) fitting = people;
  // "Mr Moxon, who runs the firm" is the son, where the father is Sir Gerald Moxon
  const untitled = fitting.filter((i) => !/^(?:sir|dame|lord|lady)$/.test(entities[i]!.words[0]!));
  if (/^(?:mr|mrs|ms|miss)$/.test(lastTitle(name.title ?? '')) && untitled.length > 0)
    fitting = untitled;
  if (fitting.length < 2) return fitting[0];
  // "Dr Hale" where one Hale is a doctor and the other a senator
  const title = name.title === null ? null : lastTitle(name.title);
  const bearers = fitting.filter((i) => title !== null && entities[i]!.titles.has(title));
  if (bearers.length === 1) return bearers[0];
  const count = (i: number): number => entities[i]!.fullMentions.length;
  const [first, second] = [...fitting].sort((a, b) => count(b) - count(a) || a - b);
  // "Hillary Clinton" throughout and "Bill Clinton" in passing: the text's own Clinton
  if (count(first!) >= CLEARLY_MORE * count(second!) && count(first!) > CLEARLY_MORE) return first;
  const latest = fitting
    .map((i) => ({ i, near: nearestIntroduction(document, entities[i]!, names, index) }))
    .filter(({ near }) => near !== null)
    .sort((a, b) => b.near! - a.near!)[0];
  if (latest !== undefined) return latest.i;
  if (meantLast !== undefined && fitting.includes(meantLast)) return meantLast;
  return first;
}

/** The token of its latest full name before the mention, as subject, in this paragraph or the one before; else null. */
function nearestIntroduction(
  { tokens, sentences }: Document,
  entity: Entity,
  names: readonly NameMention[],
  index: number,
): number | null {
  const at = names[index]!.first;
  const { fullMentions } = entity;
  const before = fullMentions[bisect(fullMentions.length, (i) => fullMentions[i]! >= index) - 1];
  if (before === undefined) return null;
  const { runFirst, last } = names[before]!;
  const token = tokens[runFirst]!;
  if (tokens[at]!.paragraph - token.paragraph > NEAR_PARAGRAPHS) return null;
  const opens = runFirst - sentences[token.sentence]!.first <= MOST_BEFORE_SUBJECT;
  const verbFollows = /^(?:VERB|AUX)$/.test(tokens[last]?.pos ?? '');
  const possessor = /^'s?$/.test(tokens[last]?.lower ?? '');
  // "an unflattering photo of Heidi Cruz", "his wife, Heidi Cruz": named, but not what the text goes on about
  // "Kim Jong Un's sister, Kim Yo Jong, dismissed the talks": who acts, where the family name comes first; the dead of an
  // obituary are called "Penrose" however much "his daughter, Ruth Penrose, said"
  const acts =
    entity.words[0] === names[index]!.words[0] &&
    tokens[last]?.text === ',' &&
    /^(?:VERB|AUX)$/.test(tokens[last + 1]?.pos ?? '');
  const passing =
    tokens[runFirst - 1]?.pos === 'ADP' ||
    tokens.slice(Math.max(0, runFirst - 3), runFirst).some(({ lower }) => KIN.has(lower));
  return (opens || verbFollows || acts) && !possessor && (!passing || acts) ? runFirst : null;
}

const KIN = words(
  'wife husband spouse daughter son brother sister father mother niece nephew cousin widow widower partner',
);
const MOST_BEFORE_SUBJECT = 4;
const SHORTEST_MISSPELT = 7;

/** "Bornsten" for "Bornstein": the one last name that differs by a single letter; short words are too alike. */
export function misspelt(word: string, known: ReadonlyMap<string, number[]>): number | undefined {
  if (word.length < SHORTEST_MISSPELT || known.size > MOST_COMPARED) return undefined;
  const alike = [...known].filter(
    ([other]) => other.length >= SHORTEST_MISSPELT && isNear(word, other),
  );
  return alike.length === 1 && alike[0]![1].length === 1 ? alike[0]![1][0] : undefined;
}

// Compared with every name of the text; beyond this many it is no article, and its time would grow with their square.
const MOST_COMPARED = 300;

/** One letter more, less or other; the first letter is the same. */
function isNear(a: string, b: string): boolean {
  if (a[0] !== b[0] || a === b || Math.abs(a.length - b.length) > 1) return false;
  // "Indonesia" and the Indonesian Navy
  if (a === `${b}n` || b === `${a}n`) return false;
  let from = 0;
  while (from < a.length && a[from] === b[from]) from += 1;
  let fromA = a.length;
  let fromB = b.length;
  while (fromA > from && fromB > from && a[fromA - 1] === b[fromB - 1]) {
    fromA -= 1;
    fromB -= 1;
  }
  return fromA - from <= 1 && fromB - from <= 1;
}
