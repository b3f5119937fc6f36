// "the Serranese transport ministry", "the city of Phoenix": a body that is called so and not otherwise.

import type { Document } from '../../document';
import type { Article, Sieve } from '../sieve';
import type { SourcePart } from '../source';

const CALLED_BY_WORDS =
  /^(?:ministry|office|department|service|government|council|agency|union|committee|commission|authority|police|court|party|parliament|board)$/;
const PLACES = /^(?:city|county|state|town|village|province|district|borough)$/;

/** The source words, without "the", as the body's name. */
export const byBodyWords: Sieve = (article, part) => {
  const { document, index } = article;
  const { tokens } = document;
  if (part.noun === null) return null;
  if (tokens[part.first]!.lower !== 'the') return ofState(article, part);
  const noun = tokens[part.noun]!;
  const place =
    PLACES.test(noun.lower) && tokens[part.noun + 1]?.lower === 'of'
      ? index.between(part.noun + 2, part.noun + 6, 1)[0]
      : undefined;
  const ofPlace = place !== undefined && index.names[place]!.runFirst === part.noun + 2;
  const described = part.noun === part.last - 1 && part.noun - part.first >= 2;
  if (!ofPlace && !described && CALLED_BY_WORDS.test(noun.lower)) {
    const earlier = calledBefore(document, part.noun);
    if (earlier === null || part.noun - part.first !== 1) return null;
    const { start, end } = earlier;
    return [
      {
        entity: null,
        other: { name: document.text.slice(start, end).replace(/\s+/g, ' '), type: 'organisation' },
        mentions: [{ start: part.start, end: part.end }, earlier],
        confidence: 0.55,
      },
    ];
  }
  if (!ofPlace && !(described && CALLED_BY_WORDS.test(noun.lower))) return null;
  // "the country's civil protection agency", "the US court": which one, nothing says
  if (!ofPlace && (noun.lower === 'court' || tokens[part.first + 2]?.lower === "'s")) return null;
  // "the local council", "the new government": no name
  const modifier = tokens[part.noun - 1]!.lower;
  if (!ofPlace && /^(?:new|old|whole|entire|same|other|local|next|last|current)$/.test(modifier))
    return null;
  const end = ofPlace ? index.names[place]!.end : part.end;
  const name = document.text.slice(tokens[part.first + 1]!.start, end).replace(/\s+/g, ' ');
  return [
    {
      entity: null,
      other: { name, type: 'organisation' },
      mentions: [{ start: part.start, end }],
      confidence: 0.8,
    },
  ];
};

/** "Sundland's foreign ministry": a body of the country that owns it. */
function ofState({ document, index }: Article, part: SourcePart): ReturnType<Sieve> {
  const { tokens } = document;
  if (part.noun !== part.last - 1 || !CALLED_BY_WORDS.test(tokens[part.noun]!.lower)) return null;
  const owner = index.between(part.first, part.noun, 1)[0];
  if (owner === undefined || index.names[owner]!.runFirst !== part.first) return null;
  const { last, title } = index.names[owner]!;
  const owned = /^'s?$/.test(tokens[last]?.lower ?? '') && part.noun - last === 2;
  if (title !== null || !owned || !/^(?:NOUN|ADJ)$/.test(tokens[last + 1]!.pos)) return null;
  const span = { start: part.start, end: part.end };
  const name = document.text.slice(span.start, span.end).replace(/\s+/g, ' ');
  return [
    { entity: null, other: { name, type: 'organisation' }, mentions: [span], confidence: 0.75 },
  ];
}

const FURTHEST_TOKENS = 150;

/** "bureaucrats of the Conservative government … the government said": the same noun with a capitalised word before it. */
function calledBefore({ tokens }: Document, noun: number): { start: number; end: number } | null {
  for (let i = noun - 1; i > 0 && noun - i < FURTHEST_TOKENS; i -= 1) {
    if (tokens[i]!.lower !== tokens[noun]!.lower) continue;
    const before = tokens[i - 1]!;
    if (
      /^\p{Lu}\p{L}+$/u.test(before.text) &&
      /^(?:PROPN|ADJ|NOUN)$/.test(before.pos) &&
      tokens[i - 2]?.word
    )
      return { start: before.start, end: tokens[i]!.end };
  }
  return null;
}
