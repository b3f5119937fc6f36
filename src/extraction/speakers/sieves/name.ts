// "Serranese President Joren Halvik said", "Halvik said", "the mayor, Rafael Quint, said": the source prints a name.

import { bare, entityAnswer, entityOfName, namingMention, type Sieve } from '../sieve';

/** The entity that the source names, by its full name or a short form of it. */
export const byName: Sieve = (article, part) => {
  const name = part.name ?? part.apposed;
  if (name === null) return null;
  const mention = article.index.names[name]!;
  const entity = entityOfName(article, name);
  // "the Beige Book said", "a Gallup Poll found": something written, not someone
  const { thing, name: printed } = article.entities.entities[entity]!;
  if (thing)
    return [
      {
        entity: null,
        other: { name: printed, type: 'document' },
        mentions: [bare(mention)],
        confidence: 0.8,
      },
    ];
  const full = mention.words.length === article.entities.entities[entity]!.words.length;
  if (full) return [entityAnswer(entity, [bare(mention)], 0.99)];
  return [
    entityAnswer(entity, [bare(mention), namingMention(article, entity, mention.start)], 0.98),
  ];
};
