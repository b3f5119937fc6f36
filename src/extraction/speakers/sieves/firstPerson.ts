// "A: … I told them that…": inside someone's words, "I" is that person.

import type { Answer, Sieve } from '../sieve';

const FURTHEST = 40;

/** The speakers of the statement in whose content the pronoun stands. */
export const byFirstPerson: Sieve = (article, part) => {
  if (part.pronoun !== 'i' && part.pronoun !== 'me' && part.pronoun !== 'my') return null;
  const { resolved } = article;
  for (let i = resolved.length - 1; i >= 0 && i >= resolved.length - FURTHEST; i -= 1) {
    const { attribution, answers } = resolved[i]!;
    const holds =
      attribution.content.length < FURTHEST &&
      attribution.content.some((span) => span.start <= part.start && part.end <= span.end);
    if (holds)
      return answers.map((answer): Answer => ({
        ...answer,
        mentions: [{ start: part.start, end: part.end }, ...answer.mentions],
        confidence: answer.confidence * 0.9,
      }));
  }
  return null;
};
