// tokens → names: runs of capitalised words, with the title in front parted from the name.

import type { Document, Token } from '../document';
import { isHeadline } from '../sentences/headlines';
import type { Span } from '../types';
import { FEMININE_NAMES, MASCULINE_NAMES } from './data/givenNames';
import { OPEN_HEADS, ORGANISATION_WORDS } from './data/organisations';
import { KEPT_TITLES, TITLE_TAILS, TITLES } from './data/titles';

/** A name where it stands in the text. */
export interface NameMention extends Span {
  /** Token indices of the name proper, half-open. */
  readonly first: number;
  readonly last: number;
  /** First token of the run, title included. */
  readonly runFirst: number;
  /** Lower-case words of the name, without marks. */
  readonly words: readonly string[];
  /** The title as printed ("Serranese President"); null where there is none. */
  readonly title: string | null;
  /** "the" stands in front: "the Times". */
  readonly definite: boolean;
  readonly quoted: boolean;
}

const PARTICLES = /^(?:de|van|von|der|den|del|della|di|da|dos|du|bin|ibn|al|el|la|le|ter|ten|y)$/;
const CAPITALISED = /^(?:\p{Lu}[\p{L}\p{N}.'’&-]*|(?:al|el|d|de|l|o|mc)[-'’]\p{Lu}\p{L}*)$/u;
const NOT_NAMES = new Set(
  'i the a an this that these those he she it they we you his her its their our my mr mrs ms in on at but and or if'.split(
    ' ',
  ),
);
const GROUP =
  /^(?:\p{L}+(?:ocrats|icans|opeans|[^v]ians|ists|tees)|(?:jap|chin|portugu)ese|french|british|irish|dutch|greeks|germans|russians|muslims|jews|arabs|kurds|turks|poles|swiss|brits|tories|latinos|hispanics|delegates|voters|critics|officials)$/u;
// "the Swede", "the Italian": someone whom the text has named otherwise
const DEMONYM =
  /(?:[a-z]{3}ian|[a-z]{2}can|german|swede|dane|finn|turk|scot|greek|czech|briton|spaniard|frenchman|frenchwoman|dutchman|irishman|englishman|welshman)$/;
const AFFILIATION = /^[rdi]-[a-z.]+$/;
const CALENDAR =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day|^(?:january|february|march|april|may|june|july|august|september|october|november|december)$|^(?:jan|feb|aug|sept?|oct|nov|dec)\.$/;

const bare = (token: Token): string => token.lower.replace(/[.’']/g, '');

/** Every name of the document in text order. Headlines, where all words are capitalised, give none. */
export function findNames(document: Document): NameMention[] {
  const names: NameMention[] = [];
  const common = commonWords(document);
  const proper = properWords(document);
  for (const sentence of document.sentences) {
    if (isHeadline(document.tokens.slice(sentence.first, sentence.last))) continue;
    for (let at = sentence.first; at < sentence.last;) {
      const last = runEnd(document, at, sentence.first, sentence.last);
      if (last === at) {
        at += 1;
        continue;
      }
      const name = readRun(
        document,
        at,
        last,
        at === sentence.first && common.has(document.tokens[at]!.lower),
      );
      // "Regulators said", "Campaigners say": a plural in small letters elsewhere, or never capitalised in mid-sentence
      const { lower } = document.tokens[at]!;
      const capitalisedByPlace =
        at === sentence.first &&
        last === at + 1 &&
        (common.has(lower) || (/[a-z]{3}s$/.test(lower) && !proper.has(lower)));
      if (name !== null && !capitalisedByPlace) names.push(name);
      at = last;
    }
  }
  return names;
}

/** Words that the text prints in small letters somewhere. */
function commonWords(document: Document): ReadonlySet<string> {
  return new Set(
    document.tokens
      .filter((token) => token.word && /^\p{Ll}/u.test(token.text))
      .map((token) => token.lower),
  );
}

/** Words that stand capitalised in mid-sentence somewhere. */
function properWords(document: Document): ReadonlySet<string> {
  const { tokens, sentences } = document;
  return new Set(
    tokens
      .filter(
        (token, i) =>
          i > sentences[token.sentence]!.first &&
          /^\p{Lu}/u.test(token.text) &&
          tokens[i - 1]!.word,
      )
      .map((token) => token.lower),
  );
}

function isNameWord(document: Document, index: number, sentenceFirst: number): boolean {
  const token = document.tokens[index]!;
  if (
    !token.word ||
    !CAPITALISED.test(token.text) ||
    NOT_NAMES.has(token.lower) ||
    AFFILIATION.test(token.lower) ||
    CALENDAR.test(token.lower)
  ) {
    return token.word && TITLES.has(bare(token)) && /^\p{Lu}/u.test(token.text);
  }
  if (token.pos === 'PROPN') return true;
  const opens =
    index === sentenceFirst || document.tokens[index - 1]!.quotation !== token.quotation;
  const known =
    TITLES.has(bare(token)) || MASCULINE_NAMES.has(token.lower) || FEMININE_NAMES.has(token.lower);
  return opens
    ? known
    : token.pos !== 'VERB' &&
        token.pos !== 'AUX' &&
        token.pos !== 'PRON' &&
        token.pos !== 'ADP' &&
        token.pos !== 'DET';
}

/** The end of the run that starts at `first`; `first` itself where none does. */
function runEnd(document: Document, first: number, sentenceFirst: number, limit: number): number {
  const { tokens } = document;
  if (!isNameWord(document, first, sentenceFirst)) return first;
  let last = first + 1;
  while (last < limit) {
    if (
      isNameWord(document, last, sentenceFirst) &&
      tokens[last]!.quotation === tokens[first]!.quotation
    )
      last += 1;
    else if (joinsNext(document, first, last, sentenceFirst, limit)) last += 2;
    else if (
      tokens[last]!.lower === 'of' &&
      tokens[last + 1]?.lower === 'the' &&
      last + 2 < limit &&
      isNameWord(document, last + 2, sentenceFirst) &&
      (OPEN_HEADS.has(bare(tokens[last - 1]!)) || TITLES.has(bare(tokens[last - 1]!)))
    )
      last += 3;
    else if (nickname(document, last, limit)) last += 3;
    else break;
  }
  return last;
}

/** "Bank of England", "Centers for Disease Control", "Secretary of State", "Charles de Gaulle", "Johnson & Johnson". */
function joinsNext(
  document: Document,
  first: number,
  at: number,
  sentenceFirst: number,
  limit: number,
): boolean {
  const { tokens } = document;
  if (at + 1 >= limit || !isNameWord(document, at + 1, sentenceFirst)) return false;
  const { lower } = tokens[at]!;
  const before = bare(tokens[at - 1]!);
  if (PARTICLES.test(lower) || lower === '&') return true;
  if (lower === 'of')
    return OPEN_HEADS.has(before) || (TITLES.has(before) && TITLE_TAILS.has(bare(tokens[at + 1]!)));
  if (lower === 'for') return OPEN_HEADS.has(before);
  if (lower !== 'and') return false;
  const organisation = tokens.slice(first, at).some((token) => OPEN_HEADS.has(bare(token)));
  return (
    organisation &&
    !TITLES.has(bare(tokens[at + 1]!)) &&
    tokens.slice(first, at).some((token) => token.lower === 'of' || token.lower === 'for')
  );
}

/** "Robert “Bobby” Scott" */
function nickname(document: Document, at: number, limit: number): boolean {
  const { tokens, quotations } = document;
  if (at + 3 >= limit || tokens[at]!.quotation < 0) return false;
  const quotation = quotations[tokens[at]!.quotation]!;
  return (
    quotation.start === tokens[at]!.start &&
    tokens[at + 2]!.end === quotation.end &&
    CAPITALISED.test(tokens[at + 1]!.text) &&
    CAPITALISED.test(tokens[at + 3]!.text)
  );
}

function readRun(
  document: Document,
  first: number,
  last: number,
  opensWithCommonWord: boolean,
): NameMention | null {
  const { tokens, text } = document;
  const organisation = tokens
    .slice(first, last)
    .some((token, i, run) => ORGANISATION_WORDS.has(bare(token)) && i === run.length - 1);
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
        !(tokens[i + 1]!.lower === 'of' || tokens[i + 1]!.lower === 'for')
      )
        start = i + 1;
      else if (tail) start = Math.min(last, tokens[i + 1]!.lower === 'the' ? i + 3 : i + 2);
    }
  }
  // "Screenwriter Cole Hadd said": the first word is capitalised for its place only
  if (start === first && opensWithCommonWord && last - first > 1) start = first + 1;
  // "Secretary of State" alone, "President" alone: a role, not a name
  if (start >= last || (start === first && last - first === 1 && TITLES.has(bare(tokens[first]!))))
    return null;
  if (start === last - 1 && KEPT_TITLES.has(bare(tokens[start]!))) return null;
  const words = tokens
    .slice(start, last)
    .filter((token) => token.word || /\p{N}/u.test(token.text))
    .map(bare)
    .filter((word) => word !== '');
  if (words.length === 0 || words.every((word) => word.length === 1)) return null;
  const definite = tokens[first - 1]?.lower === 'the';
  if (words.length === 1 && definite && DEMONYM.test(words[0]!)) return null;
  if (words.length === 1 && (GROUP.test(words[0]!) || AFFILIATION.test(tokens[start]!.lower)))
    return null;
  return {
    start: tokens[start]!.start,
    end: tokens[last - 1]!.end,
    first: start,
    last,
    runFirst: first,
    words,
    title: start > first ? text.slice(tokens[first]!.start, tokens[start - 1]!.end) : null,
    definite,
    quoted: tokens[start]!.quotation >= 0,
  };
}
