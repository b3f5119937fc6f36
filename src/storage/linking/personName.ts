// A person's full name in its parts, and whether two of them may be one person's.

import { FORMAL_NAMES, POST_NOMINALS, SUFFIXES, TITLES } from './data/names';

export interface PersonName {
  readonly given: string;
  readonly middle: readonly string[];
  readonly surname: string;
  /** "jr", "iii"; empty for none. */
  readonly suffix: string;
}

/** How two names agree, the surest first; the last two need more to go on than the names. */
export type NameMatch = 'equal' | 'initial' | 'middle-name' | 'short-given-name';

/** Reads a folded name; null where it is not a full one ("smith", "mr smith", "j smith"). */
export function readPersonName(folded: string): PersonName | null {
  const words = folded.split(' ').filter((word) => word !== '');
  // "Judge Judy Sheindlin", "Prime Minister Theresa May"; but "Major Lazar" and "Lord Byron" are left one word and so nobody
  while (words.length > 1 && TITLES.has(words[0] ?? '')) words.shift();
  let suffix = '';
  while (words.length > 2) {
    const last = words.at(-1) ?? '';
    if (SUFFIXES[last] !== undefined && suffix === '') suffix = SUFFIXES[last];
    else if (!POST_NOMINALS.has(last)) break;
    words.pop();
  }
  // "J. K. Rowling" is printed "J.K. Rowling" as well
  while (words.length > 2 && words[0]?.length === 1 && words[1]?.length === 1) {
    words.splice(0, 2, `${words[0]}${words[1]}`);
  }
  const [given = '', ...rest] = words;
  const surname = rest.pop();
  if (surname === undefined || given.length < 2 || surname.length < 2) {
    // "J. Edgar Hoover": the initial in front is no given name, the word behind it is
    const middle = rest[0];
    if (surname === undefined || surname.length < 2 || middle === undefined) return null;
    return middle.length < 2 ? null : { given, middle: rest, surname, suffix };
  }
  return { given, middle: rest, surname, suffix };
}

/** How the names agree; null where they are not one person's. */
export function comparePersonNames(a: PersonName, b: PersonName): NameMatch | null {
  if (a.suffix !== b.suffix) return null;
  // "Ban Ki-moon", "Ban Kimoon"
  if (lettersOf(a) === lettersOf(b)) return 'equal';
  if (a.surname !== b.surname) return null;
  const given =
    a.given === b.given ? 'equal' : areShortAndFormal(a.given, b.given) ? 'short' : null;
  const middle = compareMiddles(a.middle, b.middle);
  if (given === null || middle === null) return null;
  return given === 'short' ? 'short-given-name' : middle;
}

/** True where one name rules the other out: another middle initial, "Jr." on one only. */
export function contradict(a: PersonName, b: PersonName): boolean {
  if (a.given !== b.given || a.surname !== b.surname) return false;
  return a.suffix !== b.suffix || compareMiddles(a.middle, b.middle) === null;
}

/** "hillary rodham clinton" → "hillaryrodhamclinton". */
export const lettersOf = ({ given, middle, surname }: PersonName): string =>
  [given, ...middle, surname].join('');

function compareMiddles(a: readonly string[], b: readonly string[]): NameMatch | null {
  if (a.length === 0 && b.length === 0) return 'equal';
  if (a.length === 0 || b.length === 0) {
    // "Donald J. Trump" is Donald Trump; "Mary Ann Smith" need not be Mary Smith
    return [...a, ...b].every((word) => word.length === 1) ? 'initial' : 'middle-name';
  }
  if (a.length !== b.length) return null;
  if (a.every((word, i) => word === b[i])) return 'equal';
  return a.every((word, i) => word === b[i] || isInitialOf(word, b[i] ?? '')) ? 'initial' : null;
}

function isInitialOf(a: string, b: string): boolean {
  return (a.length === 1 || b.length === 1) && a[0] === b[0];
}

function areShortAndFormal(a: string, b: string): boolean {
  return FORMAL_NAMES.get(a)?.includes(b) === true || FORMAL_NAMES.get(b)?.includes(a) === true;
}
