// Where a run of capitalised words ends: what belongs to one name, and which capitals stand for the place only.

import type { Document, Sentence } from '../document';
import { FEMININE_NAMES, MASCULINE_NAMES } from './data/givenNames';
import { OPEN_HEADS, ORGANISATION_WORDS } from './data/organisations';
import { PEERS, TITLE_TAILS, TITLES } from './data/titles';
import { bare } from './nameMention';

/** Small words within last names: "van der Velde", "bin Nasser". */
export const PARTICLES =
  /^(?:de|van|von|der|den|del|della|di|da|dos|du|bin|ibn|al|el|la|le|ter|ten|y)$/;
const CAPITALISED = /^(?:\p{Lu}[\p{L}\p{N}.'’&-]*|(?:al|el|d|de|l|o|mc)[-'’]\p{Lu}\p{L}*)$/u;
const NOT_NAMES = new Set(
  `i the a an this that these those he she it they we you his her its their our my mr mrs ms in on at but and or if so when then
  now however though although while since because after before where what how why who which whose several many some few most own half
  all both each no not yes well still even just only also there here let for from with by to of as than once until despite`.split(
    /\s+/,
  ),
);
const AFFILIATION = /^[rdi]-[a-z.]+$/;
const CALENDAR =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day|^(?:january|february|march|april|may|june|july|august|september|october|november|december)$|^(?:jan|feb|aug|sept?|oct|nov|dec)\.$/;
const OWNED_PLACES =
  /^(?:bend|cross|corner|point|head|bay|hill|lane|island|landing|park|green|wood|creek|bridge|gate|court|field|landing|reach|market|wharf)$/;
const DOMAIN_END = /^(?:com|org|net|co|uk|gov|edu|de|fr|info|tv|io)$/;

function isNameWord(
  document: Document,
  index: number,
  sentenceFirst: number,
  proper: ReadonlySet<string>,
): boolean {
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
    TITLES.has(bare(token)) ||
    MASCULINE_NAMES.has(token.lower) ||
    FEMININE_NAMES.has(token.lower) ||
    (proper.has(token.lower) && /^(?:NOUN|PROPN|ADJ|VERB|X)$/.test(token.pos));
  // "Park Ji-hoon, an envoy, said": a family name that is a word as well
  const next = document.tokens[index + 1]?.text ?? '';
  return opens
    ? known || /^\p{Lu}\p{Ll}+-\p{Ll}+$/u.test(next)
    : token.pos !== 'VERB' &&
        token.pos !== 'AUX' &&
        token.pos !== 'PRON' &&
        token.pos !== 'ADP' &&
        token.pos !== 'DET';
}

/** The end of the run that starts at `first`; `first` itself where none does. */
export function runEnd(
  document: Document,
  first: number,
  { first: sentenceFirst, last: limit }: Sentence,
  proper: ReadonlySet<string>,
): number {
  const { tokens } = document;
  const isName = (index: number): boolean => isNameWord(document, index, sentenceFirst, proper);
  if (!isName(first)) return first;
  let last = first + 1;
  while (last < limit) {
    if (isName(last) && tokens[last]!.quotation === tokens[first]!.quotation) last += 1;
    else if (joinsNext(document, first, last, isName, limit)) last += 2;
    // "Piet van der Velde", "Juan de la Cruz"
    else if (
      PARTICLES.test(tokens[last]!.lower) &&
      PARTICLES.test(tokens[last + 1]?.lower ?? '') &&
      last + 2 < limit &&
      isName(last + 2)
    )
      last += 3;
    // "Norvane Systems plc"
    else if (/^(?:plc|ltd)$/.test(tokens[last]!.lower) && last > first) last += 1;
    else if (
      tokens[last]!.lower === 'of' &&
      tokens[last + 1]?.lower === 'the' &&
      last + 2 < limit &&
      isName(last + 2) &&
      (OPEN_HEADS.has(bare(tokens[last - 1]!)) || TITLES.has(bare(tokens[last - 1]!)))
    )
      last += 3;
    else if (nickname(document, last, limit)) last += 3;
    // "Tanner’s Bend", "King's Cross"
    else if (
      tokens[last]!.lower === "'s" &&
      last + 1 < limit &&
      /^\p{Lu}/u.test(tokens[last + 1]!.text) &&
      OWNED_PLACES.test(tokens[last + 1]!.lower)
    )
      last += 2;
    else if (isDomainEnd(document, last) || isPluralOwner(document, last, isName)) last += 2;
    else break;
  }
  return last;
}

/** "Bank of England", "Centers for Disease Control", "Secretary of State", "Charles de Gaulle", "Johnson & Johnson". */
function joinsNext(
  document: Document,
  first: number,
  at: number,
  isName: (index: number) => boolean,
  limit: number,
): boolean {
  const { tokens } = document;
  if (at + 1 >= limit || !isName(at + 1)) return false;
  const { lower } = tokens[at]!;
  const before = bare(tokens[at - 1]!);
  if (PARTICLES.test(lower) || lower === '&') return true;
  if (lower === 'of')
    return (
      OPEN_HEADS.has(before) ||
      // "The Duke of Mersey"; "Bishop of Truro" is an office
      (PEERS.has(before) && at - first === 1) ||
      ((TITLES.has(before) || before === 'head') && TITLE_TAILS.has(bare(tokens[at + 1]!)))
    );
  if (lower === 'for') return OPEN_HEADS.has(before);
  if (lower !== 'and') return false;
  if (at - first === 1 && isPairedBody(document, first, at, isName)) return true;
  const organisation = tokens.slice(first, at).some((token) => OPEN_HEADS.has(bare(token)));
  return (
    organisation &&
    !TITLES.has(bare(tokens[at + 1]!)) &&
    // "House of Flying Daggers and UK favourite": another name
    !/^\p{Lu}{2,}$/u.test(tokens[at + 1]!.text) &&
    tokens.slice(first, at).some((token) => token.lower === 'of' || token.lower === 'for')
  );
}

/** "Secunia.com": the stop and what follows belong to the name. */
function isDomainEnd({ tokens }: Document, at: number): boolean {
  const [before, stop, end] = tokens.slice(at - 1, at + 2);
  return (
    stop?.text === '.' &&
    end !== undefined &&
    before!.end === stop.start &&
    stop.end === end.start &&
    DOMAIN_END.test(end.lower)
  );
}

const PAIRED =
  /^(?:administration|commission|organisation|organization|board|department|committee|council|authority|agency|institute|association|ministry|office|union|federation|society|initiative|act|bill|treaty|trust|fund|museum|company|service|bank)$/;
const LONGEST_PAIRED = 5;

/** "the Food and Drug Administration", "the Securities and Exchange Commission", "the Belt and Road Initiative" */
function isPairedBody(
  { tokens }: Document,
  first: number,
  at: number,
  isName: (index: number) => boolean,
): boolean {
  if (!/^(?:the|us|u\.s\.)$/.test(tokens[first - 1]?.lower ?? '')) return false;
  let last = at + 1;
  while (last - at <= LONGEST_PAIRED && tokens[last] !== undefined && isName(last)) last += 1;
  return last - at > 2 && PAIRED.test(bare(tokens[last - 1]!));
}

/** "Secondary Teachers’ Union", "Writers' Guild" */
function isPluralOwner(
  { tokens }: Document,
  at: number,
  isName: (index: number) => boolean,
): boolean {
  const next = tokens[at + 1];
  return (
    tokens[at]!.lower === "'" &&
    tokens[at - 1]!.end === tokens[at]!.start &&
    /s$/.test(tokens[at - 1]!.lower) &&
    next !== undefined &&
    ORGANISATION_WORDS.has(bare(next)) &&
    isName(at + 1)
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
