// "the Serranese president said", "the mayor said", "the Democratic nominee": the one person whom the text has given that role.

import { bisect } from '../../document';
import { ROLE_NOUNS } from '../data/titles';
import { words } from '../data/words';
import { partyIn } from '../parties';
import { roleWords } from '../roles';
import { type Article, refersTo, type Sieve } from '../sieve';
import type { SourcePart } from '../source';

const DEFINITE = words('the his her their its this that');
// "Deputy Mayor Nicky Gavron" is not the mayor, nor is a former one
const NOT_QUITE = words(
  'deputy vice former ex acting assistant associate shadow junior onetime one-time',
);

/** The person with the role; several persons with it leave it open, unless one's role fits in every word. */
export const byRole: Sieve = (article, part, { spokenOf }) => {
  const { document, entities } = article;
  if (part.noun === null || part.noun !== part.last - 1) return null;
  const head = document.tokens[part.noun]!;
  const opener = document.tokens[part.first]!.lower;
  if (!ROLE_NOUNS.has(head.lower) || /^(?:his|her|their|its)$/.test(opener)) return null;
  if (!DEFINITE.has(opener) && !/^\p{Lu}/u.test(head.text)) return null;
  const wanted = document.tokens
    .slice(part.first, part.noun + 1)
    .filter((token) => token.word && !DEFINITE.has(token.lower))
    .map((token) => token.lower.replace(/\.$/, ''));
  const party = partyIn(wanted);
  const people = entities
    .withRole(head.lower)
    .filter((i) => isNamedBefore(article, i, part.start) && !spokenOf.has(i))
    .filter((i) => party === null || (entities.entities[i]!.party ?? party) === party);
  const best = bestInRole(article, people, wanted, head.lower, part.start);
  if (best === null)
    return byParty(article, part, party, spokenOf) ?? equals(article, part, people, wanted);
  return [refersTo(article, part, best.entity, best.alone ? 0.9 : 0.6)];
};

const isNamedBefore = ({ entities, index }: Article, entity: number, offset: number): boolean =>
  index.names[entities.entities[entity]!.mentions[0]!]!.start < offset;

const MOST_EQUALS = 4;

/** "Senator Ann Lee met Senator Bob Crow. The senator said": each may be meant, and none is given as the speaker. */
function equals(
  article: Article,
  part: SourcePart,
  people: readonly number[],
  wanted: readonly string[],
): ReturnType<Sieve> {
  const head = article.document.tokens[part.noun!]!.lower;
  const fitting = people.filter((i) =>
    article.entities.entities[i]!.roles.some((role) => score(role, wanted, head) > 0),
  );
  if (fitting.length < 2 || fitting.length > MOST_EQUALS) return null;
  return fitting.map((i) => refersTo(article, part, i, 0.8 / fitting.length));
}

/** "The GOP nominee" where only "Republican Donald Trump" was printed: the member whom the article names far more than others. */
function byParty(
  article: Article,
  part: SourcePart,
  party: string | null,
  spokenOf: ReadonlySet<number>,
): ReturnType<Sieve> {
  const { document, entities } = article;
  if (
    party === null ||
    !/^(?:nominee|candidate|frontrunner|front-runner)$/.test(document.tokens[part.noun!]!.lower)
  )
    return null;
  const [first, second] = entities
    .ofParty(party)
    .filter((i) => isNamedBefore(article, i, part.start) && !spokenOf.has(i));
  if (first === undefined) return null;
  const count = (i: number): number => entities.entities[i]!.mentions.length;
  const clear = second === undefined || count(first) >= 2 * count(second);
  return clear ? [refersTo(article, part, first, 0.65)] : null;
}

/** Whom of the people the role fits best in its words; of equals the one named last before `offset`. */
export function bestInRole(
  { entities, index }: Article,
  people: readonly number[],
  wanted: readonly string[],
  head: string,
  offset = Infinity,
): { entity: number; alone: boolean } | null {
  const scored = people.flatMap((entity) => {
    const { roles, mentions } = entities.entities[entity]!;
    const fit = Math.max(0, ...roles.map((role) => score(role, wanted, head)));
    const before = bisect(mentions.length, (m) => index.names[mentions[m]!]!.start >= offset);
    return fit > 0 ? [{ entity, fit, last: mentions[before - 1] ?? 0 }] : [];
  });
  if (scored.length === 0) return null;
  const best = Math.max(...scored.map(({ fit }) => fit));
  const top = scored.filter(({ fit }) => fit === best).sort((a, b) => b.last - a.last);
  // "the senator" where two senators were named: the latest is a guess, and a wrong name does more harm than none
  if (top.length > 1 && wanted.length === 1 && best < 2) return null;
  return { entity: top[0]!.entity, alone: top.length === 1 };
}

/** How many of the words the role has; 0 where the head noun is not in it, or the role is a lesser one. */
function score(role: string, wanted: readonly string[], head: string): number {
  const printed = roleWords(role);
  const has = new Set(printed);
  if (!has.has(head)) return 0;
  if (printed.some((word) => NOT_QUITE.has(word) && !wanted.includes(word))) return 0;
  if (wanted.some((word) => NOT_QUITE.has(word) && !has.has(word))) return 0;
  const matched = wanted.filter((word) => has.has(word)).length;
  return matched === wanted.length ? matched : matched / (wanted.length + 1);
}
