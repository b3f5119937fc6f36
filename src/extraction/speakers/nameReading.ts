// A run of capitalised words → a name: its title parted from it, or nothing where it is a role, a group or a thing.

import type { Document, Token } from '../document';
import { FEMININE_NAMES, MASCULINE_NAMES } from './data/givenNames';
import { BODY_NOUNS, KNOWN_BODIES, ORGANISATION_WORDS } from './data/organisations';
import { DESCRIPTIONS, SOMEONE } from './data/people';
import { PEOPLES, PLACE_WORDS } from './data/places';
import { KEPT_TITLES, POST_NOMINALS, ROLE_NOUNS, TITLE_TAILS, TITLES } from './data/titles';
import { bare, mention, type NameMention } from './nameMention';

const GROUP =
  /^(?:\p{L}+(?:ocrats|icans|opeans|[^v]ians|ists|tees)|(?:jap|chin|portugu)ese|french|british|irish|dutch|greeks|germans|russians|muslims|jews|arabs|kurds|turks|poles|swiss|brits|tories|latinos|hispanics|delegates|voters|critics|officials)$/u;
// "the Swede", "the Italian": someone whom the text has named otherwise
const DEMONYM =
  /(?:[a-z]{3}ian|[a-z]{2}can|[a-z]{3}lander|german|swede|dane|finn|turk|scot|greek|czech|briton|spaniard|frenchman|frenchwoman|dutchman|irishman|englishman|welshman)$/;
const AFFILIATION = /^[rdi]-[a-z.]+$/;
const COURTESY = /^(?:mr|mrs|ms|miss|dr|sir|lord|lady|sen|rep|gov|prof|sens|reps)$/;
// "Paris-based Euronext", "Former Dockers forward Danny Moyle"
const DESCRIBES_NEXT =
  /-(?:based|born|backed|owned|language|led|style)$|^(?:past|former|latest|late|retired|fellow|ex)$/;

/** The name in the run of tokens, with its title parted from it; null where the run names nobody. */
export function readRun(
  document: Document,
  first: number,
  end: number,
  opensWithCommonWord: boolean,
): NameMention | null {
  const { tokens, text } = document;
  const last = withoutLetters(tokens, first, end);
  const { start, runFirst } = partTitle(tokens, first, last, opensWithCommonWord);
  // "Secretary of State" alone, "Prime Minister" alone, "Senate Majority Leader": a role, not a name
  if (
    start >= last ||
    /^(?:of|for|and|the)$/.test(tokens[start]!.lower) ||
    isRole(tokens.slice(start, last), start === first)
  )
    return null;
  if (isShouted(document, start, last)) return null;
  if (start === first && start === last - 1 && KEPT_TITLES.has(bare(tokens[start]!))) return null;
  const words = tokens
    .slice(start, last)
    .filter((token) => token.word || /\p{N}/u.test(token.text))
    .map(bare)
    .filter((word) => word !== '');
  if (words.length === 0 || words.every((word) => word.length === 1)) return null;
  if (namesNobody(tokens, words, { first, start, last })) return null;
  const title =
    start > runFirst ? text.slice(tokens[runFirst]!.start, tokens[start - 1]!.end) : null;
  return mention(tokens, runFirst, start, last, words, title);
}

/** Where a run ends without the letters behind the name: "Sunita Rao KC". */
function withoutLetters(tokens: readonly Token[], first: number, end: number): number {
  let last = end;
  while (last - first > 2 && POST_NOMINALS.has(tokens[last - 1]!.text)) last -= 1;
  return last;
}

/** "Head coach Dean Hargreaves": a given name that is a title too; "Dean Martha Quill" is one. */
const isGivenName = (tokens: readonly Token[], at: number, last: number): boolean =>
  at === last - 2 && MASCULINE_NAMES.has(tokens[at]!.lower);

/** Where the name proper starts, and where the run does once plain words are taken off its front. */
function partTitle(
  tokens: readonly Token[],
  first: number,
  last: number,
  opensWithCommonWord: boolean,
): { start: number; runFirst: number } {
  const organisation = tokens.slice(first, last).some(
    (token, i, run) =>
      // "the Minister of Energy", "Head of State": an office, for all that its last word is one of bodies
      !(run[1]?.lower === 'of' && /^(?:head|minister|secretary)$/.test(run[0]!.lower)) &&
      ORGANISATION_WORDS.has(bare(token)) &&
      i === run.length - 1 &&
      // "Mr Park", "Sen. House"
      !COURTESY.test(bare(run[0]!)),
  );
  let start = first;
  if (!organisation) {
    for (let i = first; i < last - 1; i += 1) {
      const tail =
        tokens[i]!.lower === 'of' &&
        TITLE_TAILS.has(
          bare(tokens[last > i + 2 && tokens[i + 1]!.lower === 'the' ? i + 2 : i + 1]!),
        );
      if (
        TITLES.has(bare(tokens[i]!)) &&
        !isGivenName(tokens, i, last) &&
        !(tokens[i + 1]!.lower === 'of' || tokens[i + 1]!.lower === 'for')
      )
        start = i + 1;
      else if (tail) start = Math.min(last, tokens[i + 1]!.lower === 'the' ? i + 3 : i + 2);
    }
  }
  let runFirst = first;
  // "Former secretary of State Clinton", as USA Today prints it
  if (start === first && last - first > 1 && endsTitle(tokens, first)) {
    start = first + 1;
    runFirst = first - 2;
  }
  const opens = first === 0 || tokens[first - 1]!.sentence !== tokens[first]!.sentence;
  if (start === first && last - first > 1 && DESCRIBES_NEXT.test(tokens[first]!.lower)) {
    start = first + 1;
    runFirst = start;
  }
  start = partDescription(tokens, start, last);
  // "Farmer Murugan, 52, said": an occupation, which stands capitalised for its place
  if (start === first && last - first === 2 && opens && isOccupation(bare(tokens[first]!)))
    start = first + 1;
  // "Screenwriter Cole Hadd said": the first word is capitalised for its place only
  if (start === first && opensWithCommonWord && last - first > 1) {
    start = first + 1;
    const word = bare(tokens[first]!);
    // "Latest Opera browser": a plain word is no title
    if (!ROLE_NOUNS.has(word) && !DESCRIPTIONS.has(word)) runFirst = start;
  }
  return { start, runFirst };
}

const endsTitle = (tokens: readonly Token[], at: number): boolean =>
  TITLE_TAILS.has(bare(tokens[at]!)) &&
  tokens[at - 1]?.lower === 'of' &&
  /^(?:secretary|minister|head|chancellor|undersecretary)$/.test(tokens[at - 2]?.lower ?? '');

/** "Farmer", "Brothers" */
const isOccupation = (word: string): boolean =>
  DESCRIPTIONS.has(word) ||
  (word.endsWith('s') && DESCRIPTIONS.has(word.slice(0, -1))) ||
  /^(?:brother|sister|sibling|twin|cousin|friend|neighbou?r)s?$/.test(word);

/** Do the words mean a people, a group or a thing? */
function namesNobody(
  tokens: readonly Token[],
  words: readonly string[],
  { first, start, last }: { first: number; start: number; last: number },
): boolean {
  const definite = tokens[first - 1]?.lower === 'the';
  // "European reluctance", "One Rohingya", "an Internet source": a people or a thing, nobody's name
  if (start === first && words.every((word) => PEOPLES.has(word))) return true;
  if (words.length < 3 && definite && DEMONYM.test(words.at(-1)!) && !KNOWN_BODIES.has(words[0]!))
    return true;
  const [only] = words;
  // "The Council", "the Bank": the noun, which a body of the text is called by
  const goesOn = /^(?:of|for)$/.test(tokens[last]?.lower ?? '');
  if (
    words.length === 1 &&
    definite &&
    BODY_NOUNS.has(only!) &&
    !KNOWN_BODIES.has(only!) &&
    !goesOn
  )
    return true;
  // "African Americans", "Analysts": people without a name
  if (
    /[a-z]s$/.test(words.at(-1)!) &&
    (PEOPLES.has(words.at(-1)!.slice(0, -1).split('-').at(-1)!) || isPlural(words))
  )
    return true;
  return words.length === 1 && (GROUP.test(words[0]!) || AFFILIATION.test(tokens[start]!.lower));
}

/** "Republican Donald Trump", "Keeper Tony Bullock", "Washington Chris Gregoire": what stands before the given name describes. */
function partDescription(tokens: readonly Token[], start: number, last: number): number {
  for (let i = start + 1; i < last - 1; i += 1) {
    const word = bare(tokens[i]!);
    if (!MASCULINE_NAMES.has(word) && !FEMININE_NAMES.has(word)) continue;
    const own = bare(tokens[start]!);
    // "J. Edgar Hoover", "Mary Lou Retton", "Park Geun-hye": an initial, a given name, a short name is part of it
    const known = MASCULINE_NAMES.has(own) || FEMININE_NAMES.has(own) || KEPT_TITLES.has(own);
    const describes = PEOPLES.has(own) || ROLE_NOUNS.has(own) || PLACE_WORDS.has(own);
    if (!known && (describes || own.length > 4 || /^\p{Lu}{2,}$/u.test(tokens[start]!.text)))
      return i;
  }
  return start;
}

/** "Analysts", "Fans": more than one of a noun for a person. */
const isPlural = (words: readonly string[]): boolean => {
  const singular = words[0]!.replace(/s$/, '');
  return (
    words.length === 1 &&
    (ROLE_NOUNS.has(singular) || SOMEONE.has(singular) || DESCRIPTIONS.has(singular))
  );
};

/** Does the run end with a title and name nobody ("Prime Minister")? "Ann Major" and "John Driver" do. */
function isRole(run: readonly Token[], whole: boolean): boolean {
  const last = bare(run.at(-1)!);
  if (!whole || !(TITLES.has(last) || (run.length > 1 && ROLE_NOUNS.has(last)))) return false;
  const given = MASCULINE_NAMES.has(run[0]!.lower) || FEMININE_NAMES.has(run[0]!.lower);
  return !(given && run.length === 2);
}

/** "FELLOW DOCTORS", "FIRST QUARTER Let": words in capitals for their weight; "REED" of a label and "NATO" are not. */
function isShouted({ tokens }: Document, first: number, last: number): boolean {
  const capitals = (index: number): boolean => {
    const word = tokens[index];
    return word !== undefined && word.word && /^\p{Lu}{3,}$/u.test(word.text);
  };
  if (!capitals(first)) return false;
  const label = tokens[last]?.text === ':';
  const together = [first - 1, last].some(capitals) || (last - first > 1 && capitals(first + 1));
  return together && !label;
}
