// Quotation marks that say nothing about who speaks: round titles, names and words held at arm's length.

import { type Document, tokensIn } from '../document';
import { isTitle } from '../sentences/headlines';
import type { Span } from '../types';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const SO_CALLED = set('so-called nicknamed dubbed titled entitled headlined captioned');
const WORKS = set(
  'film movie documentary book novel memoir poem song single album play musical opera show series episode sitcom article essay column story report magazine newspaper podcast programme program painting sculpture exhibition game video campaign slogan hashtag',
);
const TERMS = set('word words term terms phrase name title label');
const LONGEST_TITLE = 10;

/** True for “Hamlet” in "the play “Hamlet”", “Gone With the Tide”, the so-called “surge”, the term “surge”. */
export function isWordingOnly(document: Document, quoted: Span): boolean {
  const { tokens } = document;
  const { first, last } = tokensIn(document, quoted);
  const inside = tokens.slice(first, last).filter(({ word }) => word);
  if (inside.length === 0 || inside.length > LONGEST_TITLE) return false;
  // The mark itself stands in between.
  const before = tokens[first - 2]?.lower ?? '';
  if (SO_CALLED.has(before) || (before === 'as' && tokens[first - 3]?.lower === 'known'))
    return true;
  if (TERMS.has(before) && tokens[first - 3]?.lower === 'the') return true;
  const capital = /^\p{Lu}/u.test(inside[0]!.text);
  if (WORKS.has(before) && capital) return true;
  return isTitle(inside);
}
