// tokens → names: runs of capitalised words, with the title in front parted from the name.

import type { Document, Sentence } from '../document';
import { isHeadline } from '../sentences/headlines';
import { FEMININE_NAMES, MASCULINE_NAMES } from './data/givenNames';
import { KNOWN_BODIES } from './data/organisations';
import { bare, mention, type NameMention } from './nameMention';
import { readRun } from './nameReading';
import { PARTICLES, runEnd } from './nameRuns';

export type { NameMention } from './nameMention';

// "Speculation said", "Newspaper": words that are capitalised for their place
const ABSTRACT = /(?:tion|ment|ness|ity|ance|ence|ship|hood|ism|ing)s?$/;
const COMMON_OPENERS = new Set(
  'management staff people nobody everybody everyone someone somebody anyone others counsel parliament government'.split(
    ' ',
  ),
);
const LONGEST_SIGNATURE = 14;

/** Every name of the document in text order. Headlines, where all words are capitalised, give none. */
export function findNames(document: Document): NameMention[] {
  const names: NameMention[] = [];
  const headlines: Sentence[] = [];
  const common = commonWords(document);
  const proper = properWords(document);
  const known = new Set([...proper].filter((word) => !common.has(word)));
  for (const sentence of document.sentences) {
    const { tokens } = document;
    if (
      isHeadline(tokens.slice(sentence.first, sentence.last)) &&
      !isSignature(document, sentence.first, sentence.last)
    ) {
      headlines.push(sentence);
      continue;
    }
    for (let at = sentence.first; at < sentence.last;) {
      const fixed = fixedName(document, at);
      if (fixed !== null) {
        names.push(fixed);
        at = fixed.last;
        continue;
      }
      const last = runEnd(document, at, sentence, known);
      if (last === at) {
        at += 1;
        continue;
      }
      const name = readRun(
        document,
        at,
        last,
        at === sentence.first &&
          common.has(document.tokens[at]!.lower) &&
          !PARTICLES.test(document.tokens[at]!.lower),
      );
      // "Regulators said", "Campaigners say": a plural in small letters elsewhere, or never capitalised in mid-sentence
      const { lower } = document.tokens[at]!;
      const givenName = MASCULINE_NAMES.has(lower) || FEMININE_NAMES.has(lower);
      const opens =
        at === sentence.first ||
        tokens[at - 1]!.quotation !== tokens[at]!.quotation ||
        tokens[at - 1]!.text === ':';
      const capitalisedByPlace =
        opens &&
        last === at + 1 &&
        (common.has(lower) ||
          // "Agent for the applicant, Mike Tarrant", "Counsel for the family"
          (isSomebodyFor(document, last) && !proper.has(lower)) ||
          (ABSTRACT.test(lower) && !proper.has(lower) && !givenName) ||
          COMMON_OPENERS.has(lower) ||
          (/[a-z]{3}s$/.test(lower) &&
            !proper.has(lower) &&
            !givenName &&
            !KNOWN_BODIES.has(lower)));
      if (name !== null && !capitalisedByPlace) names.push(name);
      at = last;
    }
  }
  if (headlines.length === 0) return names;
  return [...names, ...inHeadlines(document, headlines, names)].sort((a, b) => a.first - b.first);
}

const isSomebodyFor = ({ tokens }: Document, at: number): boolean =>
  tokens[at]?.lower === 'for' && /^(?:the|an?|his|her|their)$/.test(tokens[at + 1]?.lower ?? '');

/** "Hillary Clinton Goes After Donald Trump": a given name and a last name that the text below prints. */
function inHeadlines(
  { tokens, text }: Document,
  headlines: readonly Sentence[],
  names: readonly NameMention[],
): NameMention[] {
  const lastWords = new Set(names.map(({ words }) => words.at(-1)!));
  const found: NameMention[] = [];
  for (const { first, last } of headlines) {
    for (let i = first; i + 1 < last; i += 1) {
      const [given, family] = [bare(tokens[i]!), bare(tokens[i + 1]!)];
      const isGiven = MASCULINE_NAMES.has(given) || FEMININE_NAMES.has(given);
      if (!isGiven || !lastWords.has(family) || text[tokens[i]!.end] !== ' ') continue;
      found.push(mention(tokens, i, i, i + 2, [given, family], null));
    }
  }
  return found;
}

/** "Number 10 said": a body whose name is no run of capitals; "Downing Street said": one that opens as a verb does. */
function fixedName({ tokens }: Document, at: number): NameMention | null {
  if (tokens[at]!.text === 'Downing' && tokens[at + 1]?.text === 'Street')
    return mention(tokens, at, at, at + 2, ['downing', 'street'], null);
  const ten = /^(?:number|no\.?)$/.test(tokens[at]!.lower) && tokens[at + 1]?.text === '10';
  if (!ten || !/^N/.test(tokens[at]!.text)) return null;
  return mention(tokens, at, at, at + 2, ['number', '10'], null);
}

/** "— Leanne Goss, Ferry Street", "Jane Roe, Leeds": all in capitals, but no headline. */
function isSignature({ tokens }: Document, first: number, last: number): boolean {
  const opener = tokens[first]!;
  const name = opener.word ? opener : tokens[first + 1];
  if (name === undefined || last - first > LONGEST_SIGNATURE) return false;
  const known = MASCULINE_NAMES.has(name.lower) || FEMININE_NAMES.has(name.lower);
  return !opener.word
    ? /^(?:[—–-]|--)$/.test(opener.text)
    : known && tokens.slice(first, last).some((token) => token.text === ',');
}

/** Words that the text prints in small letters somewhere. */
function commonWords(document: Document): ReadonlySet<string> {
  return new Set(
    document.tokens
      // not "al-Harbi", "d’Arcy", nor "van" of a name
      .filter((token) => token.word && /^\p{Ll}[^\p{Lu}]*$/u.test(token.text))
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
          (tokens[i - 1]!.word || /^[,(]$/.test(tokens[i - 1]!.text)),
      )
      .map((token) => token.lower),
  );
}
