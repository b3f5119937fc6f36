// "Trump Vows to Ban…", "CLINTON: …": a headline, where names were not looked for, prints a last name.

import { isHeadline } from '../../sentences/headlines';
import { entityAnswer, namingMention, type Sieve } from '../sieve';

/** The person or body of the article whose last name the source ends with. */
export const byHeadlineName: Sieve = (article, part) => {
  const { document, entities } = article;
  if (part.name !== null || part.pronoun !== null) return null;
  const { tokens, sentences } = document;
  const { first, last } = sentences[tokens[part.first]!.sentence]!;
  const capitals = /^\p{Lu}{3,}$/u.test(tokens[part.last - 1]!.text);
  const partOfName = article.index
    .between(Math.max(0, part.first - 3), part.last)
    .some((name) => article.index.names[name]!.last === part.last);
  if (!capitals && !partOfName && !isHeadline(tokens.slice(first, last))) return null;
  // "Elizabeth Warren Hammers Wells Fargo CEO": the subject comes first
  const head = tokens
    .slice(part.first, part.last)
    .find(
      ({ text, lower }) =>
        /^\p{Lu}/u.test(text) && entities.named(lower.replace(/[.’']/g, '')) !== undefined,
    );
  if (head === undefined) return null;
  const entity = entities.named(head.lower.replace(/[.’']/g, ''))!;
  return [
    entityAnswer(
      entity,
      [{ start: head.start, end: head.end }, namingMention(article, entity, part.start)],
      0.85,
    ),
  ];
};
