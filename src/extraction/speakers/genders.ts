// Learns the gender of people from the text itself: "Xi … he" in one sentence where nobody else is named.

import type { Document } from '../document';
import type { Entities, Entity } from './entities';
import type { NameMention } from './names';

/** Pronouns behind "Kestria" are not about Kestria: a bare word with neither title nor role learns nothing. */
const mayLearn = ({ type, words, roles, gender, locative, mentions }: Entity): boolean =>
  type === 'person' &&
  (words.length > 1 || roles.length > 0 || gender !== null) &&
  locative * 2 < mentions.length;

/** Sets the gender of people whose names and titles do not tell, where the pronouns around them agree. */
export function learnGenders(
  document: Document,
  names: readonly NameMention[],
  entities: Entities,
): void {
  const votes = entities.entities.map(() => ({ masculine: 0, feminine: 0 }));
  let next = 0;
  for (const sentence of document.sentences) {
    while (next < names.length && names[next]!.first < sentence.first) next += 1;
    const people = new Set<number>();
    let at = next;
    for (let i = sentence.first; i < sentence.last; i += 1) {
      for (; at < names.length && names[at]!.first <= i; at += 1) {
        const entity = entities.entityOf[at]!;
        if (mayLearn(entities.entities[entity]!) && !names[at]!.quoted) people.add(entity);
      }
      const token = document.tokens[i]!;
      if (people.size !== 1 || token.quotation >= 0) continue;
      const [only] = people;
      if (/^(?:he|his|him)$/.test(token.lower)) votes[only!]!.masculine += 1;
      else if (/^(?:she|her)$/.test(token.lower)) votes[only!]!.feminine += 1;
    }
  }
  entities.entities.forEach((entity, i) => {
    const { masculine, feminine } = votes[i]!;
    if (entity.type !== 'person' || entity.gender !== null || masculine === feminine) return;
    entity.gender = masculine > feminine ? 'masculine' : 'feminine';
  });
}
