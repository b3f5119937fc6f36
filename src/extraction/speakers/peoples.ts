// "Kestria" of an article that speaks of Kestrian ministers is a country or city, since it has a people.

import type { Document } from '../document';

const SHORTEST_STEM = 4;
const OF_A_PEOPLE = ['an', 'ian', 'n', 'ese', 'nese', 'ish', 'i', 'er'];

/** What is left of the article's capitalised words when the ending of a people is taken off. */
export function stemsOfPeoples({ tokens }: Pick<Document, 'tokens'>): ReadonlySet<string> {
  const stems = new Set<string>();
  for (const { text, lower } of tokens) {
    if (!/^\p{Lu}/u.test(text)) continue;
    for (const ending of OF_A_PEOPLE)
      if (lower.endsWith(ending)) stems.add(lower.slice(0, -ending.length));
  }
  return stems;
}

/** Does the article name the people of this place, by one of its stems? */
export function hasPeople(stems: ReadonlySet<string>, word: string): boolean {
  const stem = word.replace(/[aeiouy]+$/, '');
  return stem.length >= SHORTEST_STEM && (stems.has(stem) || stems.has(word));
}
