// "a senior official", "residents", "the report": what has no name keeps its source words.

import type { Document } from '../../document';
import { BODY_NOUNS, DOCUMENT_NOUNS } from '../data/organisations';
import type { Sieve } from '../sieve';
import type { SourcePart } from '../source';

const GROUP_NOUNS = new Set(
  'democrats republicans conservatives liberals tories lawmakers senators ministers unions'.split(
    ' ',
  ),
);

/** A speaker under the source words; pronouns and bodies that could not be resolved get none. */
export const asUnnamed: Sieve = (article, part, { attribution }) => {
  if (part.noun === null || part.pronoun !== null) return null;
  const { document } = article;
  // "Neither side said", "No minister said", "Neither the prime minister nor her deputy has said": nobody spoke
  if (/^(?:no|neither)$/.test(document.tokens[part.first]!.lower)) return null;
  if (document.tokens[part.first - 1]?.lower === 'nor') return null;
  const noun = document.tokens[part.noun]!.lower;
  const opener = document.tokens[part.first]!.lower;
  const end = phraseEnd(document, part, attribution?.source?.end ?? part.end);
  const words = document.text.slice(part.start, end).replace(/\s+/g, ' ');
  const other = (type: 'document' | 'group' | 'unnamed') => [
    {
      entity: null,
      other: { name: words, type },
      mentions: [{ start: part.start, end }],
      confidence: 0.8,
    },
  ];
  // "One poster on the site wrote": who posts, not what hangs on a wall
  const posts = noun === 'poster' && /^(?:one|another|some|several|fellow)$/.test(opener);
  if (DOCUMENT_NOUNS.has(noun) && !posts) return other('document');
  if (BODY_NOUNS.has(noun) && opener === 'the') return null;
  if (GROUP_NOUNS.has(noun)) return other('group');
  return other('unnamed');
};

const LONGEST = 14;

/**
 * "A spokesperson for the Department for Transport", "Two people familiar with the talks": with what tells a reader which
 * ones, up to a comma, a verb or "who", and within the source.
 */
function phraseEnd(document: Document, part: SourcePart, sourceEnd: number): number {
  const { tokens } = document;
  let at = part.last;
  while (at < part.first + LONGEST && tokens[at] !== undefined && tokens[at]!.end <= sourceEnd) {
    const { lower, pos, word } = tokens[at]!;
    if (!(word || /^['’]s?$/.test(lower)) || /^(?:VERB|AUX)$/.test(pos)) break;
    if (/^(?:and|or|but|who|which|that|whose|whom|where|when|while|as)$/.test(lower)) break;
    at += 1;
  }
  // "a source in" where the phrase is cut: not ending with a preposition or an article
  while (at > part.last && /^(?:ADP|DET|PART)$/.test(tokens[at - 1]!.pos) && tokens[at - 1]!.word)
    at -= 1;
  return tokens[at - 1]!.end;
}

/** The words of such a phrase up to its head: "two people familiar" of "Two people familiar with the talks". */
export const untilHead = (phrase: string): string =>
  phrase
    .toLowerCase()
    .split(
      / (?:about|at|by|close|familiar|for|from|in|inside|near|of|on|to|who|with|within)\b/,
    )[0]!;
