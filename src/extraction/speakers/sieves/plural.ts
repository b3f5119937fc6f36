// "They said", "both men", "the two leaders": those who spoke together just before.

import {
  type Answer,
  type Article,
  entityAnswer,
  isSurelyPerson,
  namingMention,
  refersTo,
  type Sieve,
} from '../sieve';
import type { SourcePart } from '../source';
import { mentionsBefore } from './pronoun';

const TOGETHER =
  /^(?:they|both|each|the two|the pair|the couple|the duo|the brothers|the sisters|the siblings|the twins|both men|both women|both leaders|both presidents|the two men|the two women|the two leaders|the two presidents|the leaders|the presidents|the candidates|both candidates|the two candidates)$/;

/** The speakers of the latest joint statement, within two paragraphs. */
export const byJointStatement: Sieve = (article, part) => {
  const { document, resolved } = article;
  const phrase = document.text.slice(part.start, part.end).toLowerCase().replace(/\s+/g, ' ');
  if (!TOGETHER.test(phrase)) return null;
  const { paragraph } = document.tokens[part.first]!;
  for (let i = resolved.length - 1; i >= 0 && i >= resolved.length - 4; i -= 1) {
    const { answers, attribution } = resolved[i]!;
    if (attribution.source === null || attribution.source.start >= part.start) continue;
    if (paragraph - resolved[i]!.paragraph > 2) return null;
    if (answers.length < 2 || answers.some((answer) => answer.entity === null)) continue;
    return answers.map((answer): Answer => ({
      ...answer,
      mentions: [{ start: part.start, end: part.end }, ...answer.mentions],
      confidence: 0.75,
    }));
  }
  return null;
};

const PAIR =
  /^(?:the pair|the couple|the duo|the two|the brothers|the sisters|the siblings|the twins|both men|both women|the two men|the two women)$/;

/** "Tom and Helen Brandt bought the mill. The couple said": the two whom the text last named in one breath. */
export const byPairNamed: Sieve = (article, part) => {
  const { document, entities, index } = article;
  const phrase = document.text.slice(part.start, part.end).toLowerCase().replace(/\s+/g, ' ');
  if (!PAIR.test(phrase)) return null;
  const { paragraph } = document.tokens[part.first]!;
  for (const name of mentionsBefore(article, part.first)) {
    const [first, second] = [index.names[name - 1], index.names[name]!];
    if (first === undefined || paragraph - document.tokens[second.first]!.paragraph > 3)
      return null;
    const joined =
      first.last === second.runFirst - 1 && document.tokens[first.last]!.lower === 'and';
    const pair = [entities.entityOf[name - 1]!, entities.entityOf[name]!];
    if (joined && pair.every((i) => entities.entities[i]!.type === 'person'))
      return pair.map((i) => refersTo(article, part, i, 0.7));
  }
  return null;
};

/** "Both presidents agreed": the two people who have that role. */
export const byTwoOfRole: Sieve = (article, part) => {
  const { document, entities, index } = article;
  const [opener, second, third] = document.tokens
    .slice(part.first, part.last)
    .map((token) => token.lower);
  const plural =
    opener === 'both' ? second : opener === 'the' && second === 'two' ? third : undefined;
  if (plural === undefined || part.last - part.first > 3 || !plural.endsWith('s')) return null;
  const people = entities
    .withRole(plural.slice(0, -1))
    .filter((i) => index.names[entities.entities[i]!.mentions[0]!]!.start < part.start);
  if (people.length !== 2) return twoMainPeople(article, part, people);
  return people.map((i) =>
    entityAnswer(
      i,
      [{ start: part.start, end: part.end }, namingMention(article, i, part.start)],
      0.65,
    ),
  );
};

/** "Both presidents agreed" where only one is called so: the two people whom the text is about far more than others. */
function twoMainPeople(
  article: Article,
  part: SourcePart,
  inRole: readonly number[],
): ReturnType<Sieve> {
  const counts = new Map<number, number>();
  for (const name of mentionsBefore(article, part.first)) {
    const entity = article.entities.entityOf[name]!;
    if (isSurelyPerson(article.entities.entities[entity]!))
      counts.set(entity, (counts.get(entity) ?? 0) + 1);
  }
  const [first, second, third] = [...counts].sort((a, b) => b[1] - a[1]);
  if (second === undefined || second[1] < 3 || second[1] < 2 * (third?.[1] ?? 0)) return null;
  const pair = [first![0], second[0]].sort((a, b) => a - b);
  // Someone else of that role is meant, or nobody tells that they have it.
  if (inRole.length !== 1 || !pair.includes(inRole[0]!)) return null;
  return pair.map((entity) => refersTo(article, part, entity, 0.6));
}
