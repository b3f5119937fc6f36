// "the Clinton campaign said", "Trump's campaign", "Alan Brook's office": a body that is called after a person.

import { words } from '../data/words';
import type { Answer, Article, Context, Sieve } from '../sieve';
import { entityOfName } from '../sieve';
import type { SourcePart } from '../source';
import { antecedent, genderOf } from './pronoun';

const CALLED_AFTER_PEOPLE = words('campaign administration camp foundation team office');
const FURTHEST_PARAGRAPHS = 2;

/** The body under the person's last name; an office under the whole of it. */
export const byOwner: Sieve = (article, part, context) => {
  const { document, index } = article;
  const { tokens } = document;
  if (part.noun === null || !CALLED_AFTER_PEOPLE.has(tokens[part.noun]!.lower)) return null;
  const noun = tokens[part.noun]!.lower;
  const owner = index.between(part.first, part.noun).at(-1);
  const possessive = /^'s?$/.test(tokens[part.noun - 1]?.lower ?? '');
  const entity =
    owner === undefined ? ownerMeant(article, part, noun, context) : entityOfName(article, owner);
  // "the White House press office", "the Post newsroom team": called after nobody
  if (entity === null || (noun === 'office' && !possessive)) return null;
  const name = calledAfter(article, entity, noun);
  const span = { start: part.start, end: part.end };
  return [
    { entity: null, other: { name, type: 'organisation' }, mentions: [span], confidence: 0.85 },
  ];
};

/** "Her campaign said": whose; "Hillary Clinton plans…. The campaign says": of whom the text is about. */
function ownerMeant(
  article: Article,
  part: SourcePart,
  noun: string,
  context: Context,
): number | null {
  const { document, discourse, entities } = article;
  const opener = document.tokens[part.first]!.lower;
  const gender = genderOf(opener);
  if (gender !== null) return antecedent(article, part, gender, context)?.entity ?? null;
  if (noun !== 'campaign' || opener !== 'the' || part.noun! - part.first > 1) return null;
  const { paragraph } = document.tokens[part.first]!;
  for (const { answers, token } of discourse.before(part.first)) {
    if (paragraph - document.tokens[token]!.paragraph > FURTHEST_PARAGRAPHS) return null;
    const [answer] = answers;
    if (answers.length !== 1) continue;
    if (answer!.entity === null) {
      if (isCampaign(answer!)) return null; // "body" answers with the campaign itself
      continue;
    }
    if (entities.entities[answer!.entity]!.type === 'person') return answer!.entity;
  }
  return null;
}

const isCampaign = ({ other }: Answer): boolean => / campaign$/.test(other?.name ?? '');

function calledAfter({ entities }: Article, entity: number, noun: string): string {
  const { name, words: parts, type } = entities.entities[entity]!;
  const printed = name.replace(/\s+/g, ' ');
  if (noun === 'office') return `${printed}’s office`;
  if (type !== 'person' || parts.length < 2) return `${printed} ${noun}`;
  return `${printed.split(' ').at(-1)!} ${noun}`;
}
