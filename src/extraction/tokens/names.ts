// Mends parts of speech: wink takes names that look like verbs for verbs ("Ebeling said", "Rubio had").

import { isHeadline } from '../sentences/headlines';
import type { PartOfSpeech } from './partsOfSpeech';
import type { RawToken } from './tokenise';

const TITLECASE = /^\p{Lu}[\p{L}'’.-]*\p{Ll}/u;
const WRONG_FOR_NAMES = new Set<PartOfSpeech>([
  'VERB',
  'ADV',
  'INTJ',
  'X',
  'AUX',
  'ADJ',
  'NUM',
  'SYM',
]);
const FINITE = new Set<PartOfSpeech>(['VERB', 'AUX']);
const NEVER_NAMES =
  /^(?:asked|speaking|writing|according|citing|responding|referring|pressed|told|quoted)$/;

/**
 * The tags of one sentence with capitalised words in mid-sentence turned into names. Headlines stay as
 * they are.
 */
export function mendNames(
  tokens: readonly RawToken[],
  tags: readonly PartOfSpeech[],
): PartOfSpeech[] {
  if (isHeadline(tokens)) return [...tags];
  return tags.map((tag, i) => {
    const token = tokens[i]!;
    if (!WRONG_FOR_NAMES.has(tag) || !TITLECASE.test(token.text)) return tag;
    const before = tokens[i - 1];
    if (before !== undefined && before.word && !/^[.!?:]/.test(before.text))
      return tag === 'ADJ' ? tag : 'PROPN';
    // At the start of a sentence or behind a quotation, where a finite verb follows: "“…” Ebeling said"
    const next = tags[i + 1];
    const verb = next !== undefined && FINITE.has(next) && tag === 'VERB';
    return verb && /(?:ed|id|ys)$/.test(tokens[i + 1]!.lower) && !NEVER_NAMES.test(token.lower)
      ? 'PROPN'
      : tag;
  });
}
