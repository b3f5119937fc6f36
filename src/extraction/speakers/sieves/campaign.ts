// "the Clinton campaign said", "Trump's campaign", "her administration": a body that is called after a person.

import { words } from '../data/words';
import { entityOfName, type Sieve } from '../sieve';
import { genderOf, pronounAntecedent } from './pronoun';

const CALLED_AFTER_PEOPLE = words('campaign administration camp foundation team');

/** The body under the person's last name. */
export const byOwner: Sieve = (article, part) => {
  const { document, index, entities } = article;
  if (part.noun === null || !CALLED_AFTER_PEOPLE.has(document.tokens[part.noun]!.lower))
    return null;
  const owner = index.between(part.first, part.noun).at(-1);
  const pronoun = document.tokens[part.first]!.lower;
  const gender = genderOf(pronoun);
  let entity = owner === undefined ? null : entityOfName(article, owner);
  if (entity === null && gender !== null)
    entity = pronounAntecedent(article, part.first, gender)?.entity ?? null;
  if (entity === null) return null;
  const { name, words: parts, type } = entities.entities[entity]!;
  const called =
    type === 'person'
      ? name
          .split(/\s+/)
          .slice(parts.length > 1 ? 1 : 0)
          .at(-1)!
      : name;
  const mentions =
    owner === undefined
      ? [{ start: part.start, end: part.end }]
      : [{ start: part.start, end: part.end }];
  return [
    {
      entity: null,
      other: { name: `${called} ${document.tokens[part.noun]!.lower}`, type: 'organisation' },
      mentions,
      confidence: 0.7,
    },
  ];
};
