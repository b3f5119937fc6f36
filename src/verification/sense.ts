// Differences that change what was said: numbers, negations, names.

import { NEGATIONS, NUMBER_WORDS } from './data/senseWords';
import type { Change } from './types';
import { isTelling, keyOf } from './words';

/** "not", "never", "don't". */
export function isNegation(key: string): boolean {
  return NEGATIONS.has(key) || key.endsWith("n't");
}

/** What kind of change lies between the stored and the claimed words of one place, given as printed. */
export function kindOfChange(
  stored: readonly string[],
  claimed: readonly string[],
): Change['kind'] {
  const before = stored.map(keyOf);
  const after = claimed.map(keyOf);
  if (count(before, isNegation) !== count(after, isNegation)) return 'negation';
  if (numbersOf(before) !== numbersOf(after)) return 'number';
  if (namesOf(stored) !== namesOf(claimed)) return 'name';
  return 'words';
}

/** True where numbers or negations differ. */
export function isSenseChanged(stored: readonly string[], claimed: readonly string[]): boolean {
  const kind = kindOfChange(stored, claimed);
  return kind === 'number' || kind === 'negation';
}

const count = (keys: readonly string[], test: (key: string) => boolean): number =>
  keys.filter(test).length;

/** The values in order: "ten" and "10" are the same. "One" alone is a pronoun as often as a number. */
function numbersOf(keys: readonly string[]): string {
  return keys
    .flatMap((key) => {
      if (/\p{N}/u.test(key)) return [key];
      const value = key === 'one' ? undefined : NUMBER_WORDS.get(key);
      return value === undefined ? [] : [String(value)];
    })
    .join(' ');
}

/** Capitalised words that are more than "I" or "The". */
function namesOf(printed: readonly string[]): string {
  return printed
    .filter((word) => /^\p{Lu}/u.test(word) && isTelling(keyOf(word)))
    .map(keyOf)
    .join(' ');
}
