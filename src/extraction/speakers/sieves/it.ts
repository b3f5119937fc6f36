// "It now expects a profit", "The city sent a letter. It says…": the body that the sentence or the one before is about.

import { type Answer, refersTo, type Sieve } from '../sieve';

const FURTHEST_SENTENCES = 2;

/** The body that is subject or speaker nearest before "it"; a document ("the report … it") is answered as what it is. */
export const byIt: Sieve = (article, part, context) => {
  if (part.pronoun !== 'it' && part.pronoun !== 'its') return null;
  const { document, discourse, entities, index } = article;
  const { tokens, sentences } = document;
  const { sentence } = tokens[part.first]!;
  // "…, but the Coalition, which is large, wants to keep its policy. Recently, however, it issued": the sentence's own body
  for (const name of index.between(sentences[sentence]!.first, part.first, MOST_MENTIONS)) {
    const mention = index.names[name]!;
    const entity = entities.entityOf[name]!;
    const passing =
      mention.quoted ||
      tokens[mention.runFirst - 1]?.pos === 'ADP' ||
      /^'s?$/.test(tokens[mention.last]?.lower ?? '');
    if (!passing && isBody(entity) && !context.spokenOf.has(entity))
      return [refersTo(article, part, entity, 0.8)];
  }
  for (const { answers, token } of discourse.before(part.first)) {
    if (sentence - tokens[token]!.sentence > FURTHEST_SENTENCES) break;
    const [answer] = answers;
    if (answers.length !== 1 || context.spokenOf.has(answer!.entity ?? -1)) continue;
    if (!mayBeIt(answer!) && !isCalledSide(token)) continue;
    return [
      {
        ...answer!,
        mentions: [{ start: part.start, end: part.end }, ...answer!.mentions],
        confidence: Math.min(0.8, answer!.confidence),
      },
    ];
  }
  return [];

  /** "The Kestrian side is willing to open two more crossings. It also hopes to learn": "it" is the side, the words are hers. */
  function isCalledSide(token: number): boolean {
    const noun = tokens.slice(token, token + LONGEST_SIDE).findIndex(({ pos }) => pos === 'NOUN');
    return tokens[token + noun]?.lower === 'side';
  }

  function isBody(entity: number): boolean {
    return entities.entities[entity]!.type === 'organisation' && !entities.entities[entity]!.thing;
  }

  function mayBeIt({ entity, other }: Answer): boolean {
    return entity === null
      ? other!.type === 'organisation' || other!.type === 'document'
      : isBody(entity);
  }
};

const MOST_MENTIONS = 40;
const LONGEST_SIDE = 4;
