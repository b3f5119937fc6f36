// "Trump Vows to Ban…", "CLINTON: …": a headline, where names were not looked for, prints a last name.

import { entityAnswer, namingMention, type Sieve } from '../sieve';

/** The person or body of the article whose last name the source ends with. */
export const byHeadlineName: Sieve = (article, part) => {
  const { document, entities } = article;
  if (part.noun === null && part.name !== null) return null;
  const head = document.tokens[part.last - 1]!;
  if (!/^\p{Lu}/u.test(head.text)) return null;
  const entity = entities.named(head.lower.replace(/[.’']/g, ''));
  if (entity === undefined) return null;
  return [
    entityAnswer(
      entity,
      [{ start: head.start, end: head.end }, namingMention(article, entity, part.start)],
      0.7,
    ),
  ];
};
