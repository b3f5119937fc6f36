// "…after the transport minister ordered every ferry into harbour.¶“We will not let…,” Daniel Okoro said.": news that opens with
// a role and gives the name only with the first quotation.

import { ELECTED, OFFICES } from '../data/people';
import { ROLE_NOUNS } from '../data/titles';
import { type Article, refersTo, type Sieve } from '../sieve';
import type { SourcePart } from '../source';

const LAST_PARAGRAPH = 1;
const NEAR_PARAGRAPHS = 2;
const SAYS =
  /^(?:said|says|told|added|explained|warned|insisted|argued|announced|admitted|claimed)$/;

/** The first person named behind a role that the article opens with, where that person speaks and has no other role. */
export const byNameBehindLead: Sieve = (article, part, { attribution }) => {
  if (attribution === null || part.noun === null || part.noun !== part.last - 1) return null;
  const { document, entities, index, learned } = article;
  const { tokens } = document;
  const head = tokens[part.noun]!;
  const opener = tokens[part.first]!.lower;
  if (!/^(?:an?|the|its|his|her|their)$/.test(opener)) return null;
  if (!ROLE_NOUNS.has(head.lower) && !OFFICES.has(head.lower)) return null;
  const words = tokens
    .slice(part.first + 1, part.noun + 1)
    .filter((token) => token.word)
    .map(({ lower }) => lower);
  // "The minister told parliament" further below: whoever the lead turned out to be
  const known = learned.get(head.lower);
  if (known !== undefined && opener === 'the' && words.every((word) => known.words.has(word)))
    return [refersTo(article, part, known.entity, 0.6)];
  if (head.paragraph > LAST_PARAGRAPH || tokens[part.first]!.quotation >= 0) return null;
  if (words.length < 2 && !ELECTED.has(head.lower)) return null;
  const name = firstSpeakerBehind(article, part);
  if (name === null) return null;
  const entity = entities.entityOf[name]!;
  const { roles, mentions, type, words: own } = entities.entities[entity]!;
  if (type !== 'person' || own.length < 2 || roles.length > 0) return null;
  if (index.names[mentions[0]!]!.start < part.start) return null;
  learned.set(head.lower, { entity, words: new Set(words) });
  return [refersTo(article, part, entity, 0.6)];
};

/** The first name of a person in the next paragraphs, if a verb of saying stands right beside it. */
function firstSpeakerBehind(
  { document, entities, index }: Article,
  part: SourcePart,
): number | null {
  const { tokens } = document;
  const { paragraph } = tokens[part.first]!;
  for (const name of index.between(part.last, part.last + FURTHEST_TOKENS, MOST_NAMES)) {
    const mention = index.names[name]!;
    const behind = tokens[mention.first]!.paragraph - paragraph;
    if (behind > NEAR_PARAGRAPHS) return null;
    const { type, words } = entities.entities[entities.entityOf[name]!]!;
    if (type !== 'person' || words.length < 2 || mention.quoted) continue;
    const beside = [tokens[mention.last], tokens[mention.runFirst - 1]];
    const says = beside.some((token) => token !== undefined && SAYS.test(token.lower));
    return says && behind > 0 ? name : null;
  }
  return null;
}

const FURTHEST_TOKENS = 160;
const MOST_NAMES = 12;
