// "a senior official", "residents", "the report": what has no name keeps its source words.

import { BODY_NOUNS, DOCUMENT_NOUNS } from '../data/organisations';
import type { Sieve } from '../sieve';

const GROUP_NOUNS = new Set(
  'democrats republicans conservatives liberals tories lawmakers senators ministers unions'.split(
    ' ',
  ),
);

/** A speaker under the source words; pronouns and bodies that could not be resolved get none. */
export const asUnnamed: Sieve = (article, part) => {
  if (part.noun === null || part.pronoun !== null) return null;
  const { document } = article;
  // "Neither side said", "No minister said": nobody spoke
  if (/^(?:no|neither)$/.test(document.tokens[part.first]!.lower)) return null;
  const noun = document.tokens[part.noun]!.lower;
  const opener = document.tokens[part.first]!.lower;
  const words = document.text.slice(part.start, part.end).replace(/\s+/g, ' ');
  const other = (type: 'document' | 'group' | 'unnamed') => [
    {
      entity: null,
      other: { name: words, type },
      mentions: [{ start: part.start, end: part.end }],
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
