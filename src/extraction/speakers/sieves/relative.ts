// "Mr. Quint, who said…", "the union, which denied…": the source is a relative pronoun; who is meant stands in front of it.

import { namingMention, refersTo, type Sieve } from '../sieve';

const MOST_BETWEEN = 8;

/** The name that ends right in front of the pronoun, a comma or "(D-Mass.)" apart. */
export const byRelative: Sieve = (article, part) => {
  if (!/^(?:who|which|that)$/.test(part.pronoun ?? '')) return null;
  const { document, index } = article;
  const { tokens } = document;
  let at = part.first - 1;
  if (tokens[at]?.text === ',') at -= 1;
  if (tokens[at]?.text === ')') {
    while (at >= 0 && part.first - at < MOST_BETWEEN && tokens[at]!.text !== '(') at -= 1;
    at -= 1;
  }
  const name = index.between(Math.max(0, at - MOST_BETWEEN), at + 1).at(-1);
  if (name === undefined || index.names[name]!.last !== at + 1) return null;
  const entity = article.entities.entityOf[name]!;
  const { type } = article.entities.entities[entity]!;
  // "officials from Texas who said": the people, not the place
  const behindPreposition = tokens[index.names[name]!.runFirst - 1]?.pos === 'ADP';
  if (type !== 'person' && (part.pronoun === 'who' || behindPreposition)) return null;
  if (behindPreposition && tokens[part.first - 1]!.text !== ',') return null;
  const { mentions, ...answer } = refersTo(article, part, entity, 0.95);
  const own = { start: index.names[name]!.start, end: index.names[name]!.end };
  const naming = namingMention(article, entity, part.start);
  return [
    {
      ...answer,
      mentions: naming.start === own.start ? mentions : [mentions[0]!, own, naming],
    },
  ];
};
