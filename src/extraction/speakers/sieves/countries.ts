// "In a joint statement, the two countries reaffirmed…", "the two sides agreed": the two states that the article is about.

import { hasPeople } from '../peoples';
import { type Answer, type Article, namingMention, type Sieve } from '../sieve';
import { mentionsBefore } from './pronoun';

const STATES = /^(?:the two|both) (?:countries|nations|states|governments|sides)$/;
const LEAST_NAMED = 2;

/** The two countries or cities named most before, where no third one is named half as often. */
export const byTwoCountries: Sieve = (article, part) => {
  const { document } = article;
  const phrase = document.text.slice(part.start, part.end).toLowerCase().replace(/\s+/g, ' ');
  if (!STATES.test(phrase)) return null;
  const counts = new Map<number, number>();
  for (const name of mentionsBefore(article, part.first)) {
    const entity = article.entities.entityOf[name]!;
    if (isState(article, entity)) counts.set(entity, (counts.get(entity) ?? 0) + 1);
  }
  const [first, second, third] = [...counts].sort((a, b) => b[1] - a[1]);
  if (second === undefined || second[1] < LEAST_NAMED || second[1] < 2 * (third?.[1] ?? 0))
    return null;
  return [first![0], second[0]]
    .sort((a, b) => a - b)
    .map((entity): Answer => ({
      entity,
      other: null,
      mentions: [{ start: part.start, end: part.end }, namingMention(article, entity, part.start)],
      confidence: 0.6,
    }));
};

/** A known place, or a bare name of which the article prints the people ("Kestria", Kestrian). */
function isState({ entities, peoples }: Article, entity: number): boolean {
  const { words, place, gender, surelyPerson, roles } = entities.entities[entity]!;
  if (place) return true;
  const unlike = words.length > 1 || gender !== null || surelyPerson || roles.length > 0;
  return !unlike && hasPeople(peoples, words[0]!);
}
