// "the company said", "the agency", "it said": the organisation that spoke last, or whose name says what it is.

import { BODY_NOUNS } from '../data/organisations';
import { type Article, entityAnswer, namingMention, type Sieve } from '../sieve';
import { mentionsBefore } from './pronoun';

const FURTHEST_PARAGRAPHS = 6;

/** The organisation that a definite noun stands for. */
export const byBodyNoun: Sieve = (article, part) => {
  const { document } = article;
  if (part.noun === null || part.last - part.first > 3) return null;
  const noun = document.tokens[part.noun]!.lower;
  if (!BODY_NOUNS.has(noun) || document.tokens[part.first]!.lower !== 'the') return null;
  const named = latestOrganisation(
    article,
    part.first,
    (words) =>
      words.includes(noun) ||
      (noun === 'agency' &&
        words.some((word) => /^(?:department|administration|bureau)$/.test(word))) ||
      (noun === 'newspaper' &&
        words.some((word) =>
          /^(?:times|post|journal|herald|tribune|guardian|mail|news|record)$/.test(word),
        )),
  );
  const spoke = lastBodyToSpeak(article, part.first, 4);
  const entity = named ?? spoke;
  if (entity === null) return null;
  return [
    entityAnswer(
      entity,
      [{ start: part.start, end: part.end }, namingMention(article, entity, part.start)],
      named === null ? 0.5 : 0.65,
    ),
  ];
};

const CALLED_BY_WORDS =
  /^(?:ministry|office|department|service|government|council|agency|union|committee|commission|authority|police|court|party|parliament|board)$/;

/** "the Serranese transport ministry", "the ambulance service": a body that is called so and not otherwise. */
export const byBodyWords: Sieve = (article, part) => {
  const { document } = article;
  if (part.noun === null || part.noun !== part.last - 1 || part.noun - part.first < 2) return null;
  if (
    document.tokens[part.first]!.lower !== 'the' ||
    !CALLED_BY_WORDS.test(document.tokens[part.noun]!.lower)
  )
    return null;
  const name = document.text
    .slice(document.tokens[part.first + 1]!.start, part.end)
    .replace(/\s+/g, ' ');
  return [
    {
      entity: null,
      other: { name, type: 'organisation' },
      mentions: [{ start: part.start, end: part.end }],
      confidence: 0.6,
    },
  ];
};

/** The organisation that "it" stands for: the one that spoke in this sentence or the one before. */
export const byIt: Sieve = (article, part) => {
  if (part.pronoun !== 'it') return null;
  const entity = lastBodyToSpeak(article, part.first, 1) ?? openingBody(article, part.first);
  if (entity === null) return null;
  return [
    entityAnswer(
      entity,
      [{ start: part.start, end: part.end }, namingMention(article, entity, part.start)],
      0.6,
    ),
  ];
};

function latestOrganisation(
  article: Article,
  at: number,
  accepts: (words: readonly string[]) => boolean,
): number | null {
  const { document, index, entities } = article;
  for (const name of mentionsBefore(article, at)) {
    if (
      document.tokens[at]!.paragraph - document.tokens[index.names[name]!.first]!.paragraph >
      FURTHEST_PARAGRAPHS
    )
      return null;
    const entity = entities.entityOf[name]!;
    if (
      entities.entities[entity]!.type === 'organisation' &&
      accepts(entities.entities[entity]!.words)
    )
      return entity;
  }
  return null;
}

function lastBodyToSpeak(article: Article, at: number, paragraphs: number): number | null {
  const { document, resolved, entities } = article;
  const { paragraph, start } = document.tokens[at]!;
  for (let i = resolved.length - 1; i >= 0 && i >= resolved.length - 10; i -= 1) {
    const { attribution, answers } = resolved[i]!;
    if (attribution.source === null || attribution.source.start >= start) continue;
    if (paragraph - resolved[i]!.paragraph > paragraphs) return null;
    const entity = answers.length === 1 ? answers[0]!.entity : null;
    if (entity !== null && entities.entities[entity]!.type === 'organisation') return entity;
  }
  return null;
}

/** "IBM has been busy. It said…": the organisation that opens the sentence before. */
function openingBody(article: Article, at: number): number | null {
  const { document, index, entities } = article;
  const { tokens, sentences } = document;
  const previous = sentences[tokens[at]!.sentence - 1];
  if (previous === undefined) return null;
  const name = index.between(previous.first, Math.min(previous.first + 6, previous.last))[0];
  if (name === undefined || index.names[name]!.runFirst - previous.first > 1) return null;
  const entity = entities.entityOf[name]!;
  return entities.entities[entity]!.type === 'organisation' ? entity : null;
}
