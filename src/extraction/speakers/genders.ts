// Learns the gender of people from the text itself: "Xi … he" in one sentence where nobody else is named.

import type { Document } from '../document';
import type { Entities, Entity } from './entities';
import type { NameMention } from './names';

/** Pronouns behind "Kestria" are not about Kestria: a bare word with neither title nor role learns nothing. */
const mayLearn = ({ type, words, roles, gender, place, locative, mentions }: Entity): boolean =>
  type === 'person' &&
  !place &&
  (words.length > 1 || roles.length > 0 || gender !== null) &&
  locative * 2 < mentions.length;

interface Votes {
  masculine: number;
  feminine: number;
  neuter: number;
}

/**
 * Sets the gender of people whose names and titles do not tell, where the pronouns around them agree. Gives back those
 * whom "it" and "its" follow and no "he" or "she".
 */
export function learnGenders(
  document: Document,
  names: readonly NameMention[],
  entities: Entities,
): ReadonlySet<number> {
  const votes: Votes[] = entities.entities.map(() => ({ masculine: 0, feminine: 0, neuter: 0 }));
  let next = 0;
  let alone: number | null = null;
  for (const sentence of document.sentences) {
    while (next < names.length && names[next]!.first < sentence.first) next += 1;
    const people = new Set<number>();
    let at = next;
    // "…, said Jane Roe. She continued": a sentence that opens with the pronoun speaks of the only one named before
    const opener = document.tokens[sentence.first]!;
    if (alone !== null && opener.quotation < 0) vote(votes[alone]!, opener.lower, 2);
    for (let i = sentence.first; i < sentence.last; i += 1) {
      for (; at < names.length && names[at]!.first <= i; at += 1) {
        const entity = entities.entityOf[at]!;
        const { place, type } = entities.entities[entity]!;
        if (!place && type === 'person' && !names[at]!.quoted) people.add(entity);
      }
      const token = document.tokens[i]!;
      if (people.size !== 1 || token.quotation >= 0) continue;
      const [only] = people;
      vote(votes[only!]!, token.lower, 1);
    }
    const [only] = people;
    alone = people.size === 1 ? only! : null;
  }
  const neuter = new Set<number>();
  entities.entities.forEach((entity, i) => {
    const { masculine, feminine } = votes[i]!;
    if (votes[i]!.neuter > 0 && masculine + feminine === 0) neuter.add(i);
    if (!mayLearn(entity) || entity.gender !== null || masculine === feminine) return;
    entity.gender = masculine > feminine ? 'masculine' : 'feminine';
    if (entity.words.length > 1 || entity.roles.length > 0) entity.surelyPerson = true;
  });
  return neuter;
}

function vote(votes: Votes, word: string, weight: number): void {
  if (/^(?:he|his|him)$/.test(word)) votes.masculine += weight;
  else if (/^(?:she|her)$/.test(word)) votes.feminine += weight;
  // not "it": in "Halvik said it was late" it means nothing
  else if (word === 'its') votes.neuter += weight;
}
