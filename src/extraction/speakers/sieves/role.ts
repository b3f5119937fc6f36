// "the Serranese president said", "the mayor said": the one person whom the text has given that role.

import { bisect } from '../../document';
import { ROLE_NOUNS } from '../data/titles';
import { words } from '../data/words';
import { roleWords } from '../roles';
import { entityAnswer, namingMention, type Sieve } from '../sieve';

const DEFINITE = words('the his her their its this that');

/** The person with the role; several persons with it leave it open, unless one's role fits in every word. */
export const byRole: Sieve = (article, part) => {
  const { document, entities, index } = article;
  if (part.noun === null) return null;
  const head = document.tokens[part.noun]!;
  const opener = document.tokens[part.first]!.lower;
  if (!ROLE_NOUNS.has(head.lower) || /^(?:his|her|their|its)$/.test(opener)) return null;
  if (!DEFINITE.has(opener) && !/^\p{Lu}/u.test(head.text)) return null;
  const wanted = document.tokens
    .slice(part.first, part.noun + 1)
    .filter((token) => token.word && !DEFINITE.has(token.lower))
    .map((token) => token.lower.replace(/\.$/, ''));
  const scored = entities.withRole(head.lower).flatMap((i) => {
    const entity = entities.entities[i]!;
    if (index.names[entity.mentions[0]!]!.start >= part.start) return [];
    const fit = Math.max(0, ...entity.roles.map((role) => score(role, wanted, head.lower)));
    return fit > 0
      ? [
          {
            i,
            fit,
            last:
              entity.mentions[
                bisect(
                  entity.mentions.length,
                  (m) => index.names[entity.mentions[m]!]!.start >= part.start,
                ) - 1
              ] ?? 0,
          },
        ]
      : [];
  });
  if (scored.length === 0) return null;
  const best = Math.max(...scored.map(({ fit }) => fit));
  const top = scored.filter(({ fit }) => fit === best).sort((a, b) => b.last - a.last);
  // "the senator" where two senators were named: the latest is a guess, and a wrong name does more harm than none
  if (top.length > 1 && wanted.length === 1 && best < 2) return null;
  const { i } = top[0]!;
  return [
    entityAnswer(
      i,
      [{ start: part.start, end: part.end }, namingMention(article, i, part.start)],
      top.length === 1 ? 0.75 : 0.5,
    ),
  ];
};

/** How many of the words the role has; 0 where the head noun is not in it. */
function score(role: string, wanted: readonly string[], head: string): number {
  const has = new Set(roleWords(role));
  if (!has.has(head)) return 0;
  const matched = wanted.filter((word) => has.has(word)).length;
  return matched === wanted.length ? matched : matched / (wanted.length + 1);
}
