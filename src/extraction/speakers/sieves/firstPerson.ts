// "“I asked whether he was married,” she said", "A: … I told them that…": inside someone's words, "I" is that person.

import type { Answer, Sieve } from '../sieve';

/** The speakers of the statement in whose content the pronoun stands. */
export const byFirstPerson: Sieve = (_article, part, { outer }) => {
  if (!/^(?:i|me|my|we|us|our)$/.test(part.pronoun ?? '') || outer === null) return null;
  const plural = /^(?:we|us|our)$/.test(part.pronoun!);
  // "we" of one person is that person's side, which nothing names
  if (plural && outer.length < 2) return null;
  return outer.map((answer): Answer => ({
    ...answer,
    mentions: [{ start: part.start, end: part.end }, ...answer.mentions],
    confidence: answer.confidence * 0.95,
  }));
};
