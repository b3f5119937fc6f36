// "The Kestrian side is willing to open two more crossings", after words of the Kestrian president: they are still hers.

import { isSurelyPerson, refersTo, type Sieve } from '../sieve';

const FURTHEST_PARAGRAPHS = 2;
const FURTHEST_PEOPLE = 6;
const MOST_MENTIONS = 10;

/** The latest speaker who is introduced as one of the side's people; reports of state visits go on so without a name. */
export const bySide: Sieve = (article, part, context) => {
  const { document, discourse, entities, index } = article;
  const { tokens } = document;
  if (part.noun === null || tokens[part.noun]!.lower !== 'side') return null;
  const people = tokens
    .slice(part.first, part.noun)
    .filter(({ text }) => /^\p{Lu}/u.test(text))
    .map(({ lower }) => lower)
    .filter((word) => word !== 'the');
  if (people.length === 0) return null;
  const { paragraph } = tokens[part.first]!;
  for (const { answers, token, standing } of discourse.before(part.first)) {
    if (paragraph - tokens[token]!.paragraph > FURTHEST_PARAGRAPHS) return null;
    const who = answers[0]?.entity ?? null;
    if (standing !== 'speaker' || answers.length !== 1 || who === null) continue;
    const entity = entities.entities[who]!;
    if (!isSurelyPerson(entity) || context.spokenOf.has(who)) continue;
    if (entity.mentions.slice(0, MOST_MENTIONS).some(isIntroduced))
      return [refersTo(article, part, who, 0.75)];
  }
  return null;

  /** "Kestrian President Daria Momtsel", "his Kestrian counterpart, Daria Momtsel" */
  function isIntroduced(name: number): boolean {
    const { last } = index.names[name]!;
    const words = tokens.slice(Math.max(0, last - FURTHEST_PEOPLE), last).map(({ lower }) => lower);
    return people.some((word) => words.includes(word));
  }
};
