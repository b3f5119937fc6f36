// "Mr. Quint, who said…", "the union, which denied…": the source is a relative pronoun; who is meant stands in front of it.

import { type Article, namingMention, refersTo, type Sieve } from '../sieve';
import { readSource, type SourcePart } from '../source';

const MOST_BETWEEN = 8;

/** The name that ends right in front of the pronoun, a comma or "(D-Mass.)" apart. */
export const byRelative: Sieve = (article, part) => {
  if (!/^(?:who|which|that)$/.test(part.pronoun ?? '')) return null;
  const { document, index } = article;
  const { tokens } = document;
  let at = part.first - 1;
  if (tokens[at]?.text === ',') at -= 1;
  if (tokens[at]?.text === ')') {
    while (at >= 0 && part.first - at < MOST_BETWEEN && tokens[at]!.text !== '(') at -= 1;
    at -= 1;
  }
  const name = index.between(Math.max(0, at - MOST_BETWEEN), at + 1).at(-1);
  if (name === undefined || index.names[name]!.last !== at + 1) return amongThose(article, part);
  const entity = article.entities.entityOf[name]!;
  const { type } = article.entities.entities[entity]!;
  // "officials from Texas who said": the people, not the place
  const behindPreposition = tokens[index.names[name]!.runFirst - 1]?.pos === 'ADP';
  if (type !== 'person' && (part.pronoun === 'who' || behindPreposition)) return null;
  if (behindPreposition && tokens[part.first - 1]!.text !== ',') return null;
  const { mentions, ...answer } = refersTo(article, part, entity, 0.95);
  const own = { start: index.names[name]!.start, end: index.names[name]!.end };
  const naming = namingMention(article, entity, part.start);
  return [
    {
      ...answer,
      mentions: naming.start === own.start ? mentions : [mentions[0]!, own, naming],
    },
  ];
};

const MOST_NAMES = 8;

/** "Prime Minister Ann Lee is among those who have called for an apology": the one who is said to be among them. */
function amongThose(article: Article, part: SourcePart): ReturnType<Sieve> {
  const { document, index, entities } = article;
  const { tokens, sentences } = document;
  const before = tokens.slice(Math.max(0, part.first - 5), part.first).map(({ lower }) => lower);
  const phrase = / (?:is|are|was|were) (?:among|one of|some of) (?:those|the first|the many)$/;
  if (part.pronoun !== 'who' || !phrase.test(` ${before.join(' ')}`)) return null;
  const verb =
    part.first - before.length + before.findLastIndex((word) => /^(?:is|are|was|were)$/.test(word));
  const own = sentences[tokens[part.first]!.sentence]!;
  const name = index
    .between(own.first, verb, MOST_NAMES)
    .findLast((n) => index.names[n]!.last === verb);
  if (name === undefined) return null;
  const entity = entities.entityOf[name]!;
  return entities.entities[entity]!.thing ? null : [refersTo(article, part, entity, 0.9)];
}

const LONGEST_PHRASE = 8;

/**
 * "the regional travel office, which advised…", "a union leader who said…": the phrase in front of the pronoun, to be read
 * as if it were the source; null where none is seen.
 */
export function antecedentOf({ document, index }: Article, part: SourcePart): SourcePart | null {
  if (!/^(?:who|which|that)$/.test(part.pronoun ?? '')) return null;
  const { tokens } = document;
  const last = tokens[part.first - 1]?.text === ',' ? part.first - 1 : part.first;
  let first = last;
  while (first > 0 && last - first < LONGEST_PHRASE) {
    const { pos, lower, sentence, quotation } = tokens[first - 1]!;
    const own = tokens[part.first]!;
    if (sentence !== own.sentence || quotation !== own.quotation) break;
    if (!/^(?:NOUN|PROPN|ADJ|DET|NUM)$/.test(pos) && !/^'s?$/.test(lower)) break;
    first -= 1;
    if (/^(?:the|an?|this|that|these|those|his|her|its|their)$/.test(lower)) break;
  }
  if (first === last) return null;
  const span = { start: tokens[first]!.start, end: tokens[last - 1]!.end };
  const [phrase, ...others] = readSource(document, span, index);
  // A name in front of the pronoun has had its answer above.
  const none = phrase === undefined || phrase.pronoun !== null || phrase.name !== null;
  return none || others.length > 0 ? null : phrase;
}
