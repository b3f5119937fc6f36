// "The Plumtrees said", "both Dillards have pleaded not guilty": the people of one family name.

import { isSurelyPerson, refersTo, type Sieve } from '../sieve';

const MOST_OF_A_FAMILY = 200;

/** The two of that name where the text has two; a group without a name where it has others, as many as may be meant. */
export const byFamily: Sieve = (article, part) => {
  const { document, entities, index } = article;
  if (part.name === null) return null;
  const { words, title, first } = index.names[part.name]!;
  const before = document.tokens[first - 1]?.lower ?? '';
  if (words.length !== 1 || title !== null || !/^(?:the|both)$/.test(before)) return null;
  const family = /^(.{2,}?)(?:es|s)$/.exec(words[0]!);
  if (family === null) return null;
  const names = new Set([words[0]!.slice(0, -1), family[1]!]);
  const people = entities.entities
    .slice(0, MOST_OF_A_FAMILY)
    .map((entity, i) => [entity, i] as const)
    .filter(
      ([entity]) =>
        entity.words.length > 1 && names.has(entity.words.at(-1)!) && isSurelyPerson(entity),
    )
    .map(([, i]) => i)
    .sort((a, b) => entities.entities[a]!.mentions[0]! - entities.entities[b]!.mentions[0]!);
  if (people.length === 0) return null;
  if (people.length === 2) return people.map((i) => refersTo(article, part, i, 0.7));
  const name = document.text.slice(part.start, part.end).replace(/\s+/g, ' ');
  return [
    {
      entity: null,
      other: { name, type: 'group' },
      mentions: [{ start: part.start, end: part.end }],
      confidence: 0.8,
    },
  ];
};
