// "They said", "both men", "the two leaders": those who spoke together just before.

import { type Answer, entityAnswer, namingMention, type Sieve } from '../sieve';

const TOGETHER =
  /^(?:they|both|each|the two|the pair|both men|both women|both leaders|both presidents|the two men|the two women|the two leaders|the two presidents|the leaders|the presidents|the candidates|both candidates|the two candidates)$/;

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
      confidence: 0.6,
    }));
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
  if (people.length !== 2) return null;
  return people.map((i) =>
    entityAnswer(
      i,
      [{ start: part.start, end: part.end }, namingMention(article, i, part.start)],
      0.65,
    ),
  );
};
