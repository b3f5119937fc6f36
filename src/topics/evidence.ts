// Where in a text the vocabulary's terms stand, how strongly each speaks, and what they add up to.

import type { Term, Vocabulary } from './vocabulary';
import type { Word } from './words';

export interface Hit {
  readonly term: Term;
  readonly start: number;
}

export type Scores = Map<string, number>;

/** All terms in text order; of overlapping ones the longest, so that "interest rate" is no "rate". */
export function findHits(words: readonly Word[], vocabulary: Vocabulary): Hit[] {
  const hits: Hit[] = [];
  for (let at = 0; at < words.length;) {
    const word = words[at];
    const term =
      word && vocabulary.terms.get(word.stem)?.find(({ stems }) => standsAt(stems, words, at));
    if (word !== undefined && term !== undefined) hits.push({ term, start: word.start });
    at += term?.stems.length ?? 1;
  }
  return hits;
}

function standsAt(stems: readonly string[], words: readonly Word[], at: number): boolean {
  return stems.every((stem, offset) => words[at + offset]?.stem === stem);
}

/** How strongly each term of a text speaks. */
export type Evidence = ReadonlyMap<Term, number>;

/**
 * Repetition counts by its logarithm: the tenth "bank" of an article tells less than the first "inflation". `emphasis`
 * weighs a hit by its place.
 */
export function weigh(hits: readonly Hit[], emphasis: (start: number) => number): Evidence {
  const counts = new Map<Term, number>();
  for (const { term, start } of hits) counts.set(term, (counts.get(term) ?? 0) + emphasis(start));
  return new Map([...counts].map(([term, count]) => [term, Math.log1p(count)]));
}

/** What the terms say for each topic, wider topics included. */
export function addUp(evidence: Evidence): Scores {
  const scores: Scores = new Map();
  for (const [term, strength] of evidence) {
    for (const [topic, weight] of term.weights) {
      scores.set(topic, (scores.get(topic) ?? 0) + weight * strength);
    }
  }
  return scores;
}
