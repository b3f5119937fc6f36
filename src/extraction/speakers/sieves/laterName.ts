// "A New York judge has rejected…" at the head of an article that names Judge Frank Nervo below: the only one of that role.

import { ROLE_NOUNS } from '../data/titles';
import { words } from '../data/words';
import { type Article, refersTo, type Sieve } from '../sieve';
import { bestInRole } from './role';

const LAST_PARAGRAPH = 1;
const NAMES_NOBODY = words(
  'spokesman spokeswoman spokesperson aide adviser advisor analyst strategist activist reporter journalist lawmaker democrat republican',
);

/** The one person of the article to whom it gives that role, where the source opens the article without a name. */
export const byLaterName: Sieve = (article, part) => {
  const { document, entities, index } = article;
  if (part.noun === null || part.noun !== part.last - 1) return null;
  const { tokens } = document;
  const head = tokens[part.noun]!;
  if (head.paragraph > LAST_PARAGRAPH || !ROLE_NOUNS.has(head.lower)) return null;
  if (NAMES_NOBODY.has(head.lower)) return null;
  const opener = tokens[part.first]!;
  const owned = /^(?:its|their|his|her)$/.test(opener.lower);
  if (!owned && !/^(?:an?|the)$/.test(opener.lower)) {
    if (!/^\p{Lu}/u.test(opener.text) || head.paragraph > 0) return null;
  }
  const wanted = tokens
    .slice(part.first, part.noun + 1)
    .filter((token) => token.word && !/^(?:an?|the|its|their|his|her)$/.test(token.lower))
    .map((token) => token.lower);
  const people = entities
    .withRole(head.lower)
    .filter((i) => index.names[entities.entities[i]!.mentions[0]!]!.start > part.start);
  const best = bestInRole(article, people, wanted, head.lower);
  // "its medical director": the very role, not any director
  if (owned && (wanted.length < 2 || !isPrinted(article, best?.entity, wanted))) return null;
  return people.length === 1 && best !== null ? [refersTo(article, part, best.entity, 0.6)] : null;
};

const isPrinted = (
  { entities }: Article,
  entity: number | undefined,
  wanted: readonly string[],
): boolean =>
  entity !== undefined &&
  entities.entities[entity]!.roles.some((role) => role.toLowerCase().includes(wanted.join(' ')));
