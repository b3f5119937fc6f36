// "A late penalty denied Rovers a first win": what is denied to somebody is kept from them, and nothing is said.

import { type Document, type Token, tokensIn } from '../document';
import type { Unweighed } from './attribution';

const DENY = /(?:^|\s)den(?:y|ies|ied|ying)$/iu;
const OBJECTS = /^(?:him|her|them|us|me|you)$/;
const OWNERS = /^(?:an?|the|any|another|his|their|its)$/;
const WITHOUT_ARTICLE =
  /^(?:access|asylum|bail|citizenship|compensation|entry|justice|parole|permission|tenure|treatment|visas?)$/;
/** "denied reports a deal was near": denied for all that two nouns follow each other. */
const DENIABLE =
  /^(?:accusation|allegation|assertion|charge|claim|report|rumou?r|speculation|suggestion)s?$/;

/**
 * Is somebody denied a thing: "denied Ferri a second goal", "denied him bail", "denied thousands of workers their
 * pensions"? Two objects without a finite verb; "denied the report" has one object, "denied Hollins had known" a verb.
 */
export function isKeptFrom(document: Document, { cue, content }: Unweighed): boolean {
  if (cue === null || content.length !== 1) return false;
  if (!DENY.test(document.text.slice(cue.start, cue.end))) return false;
  const { first, last } = tokensIn(document, content[0]!);
  const words = document.tokens.slice(first, last);
  const thing = words.findIndex(({ lower }, i) => i > 0 && startsThing(lower));
  if (thing < 1 || words.some((word, i) => i !== thing && isFinite(words, word, i))) return false;
  const receiver = words.slice(0, thing);
  return receiver.length === 1 && OBJECTS.test(receiver[0]!.lower)
    ? true
    : /^(?:NOUN|PROPN)$/.test(receiver.at(-1)!.pos) && receiver.every(isOfReceiver);
}

const startsThing = (lower: string): boolean => OWNERS.test(lower) || WITHOUT_ARTICLE.test(lower);

const isOfReceiver = ({ lower, pos }: Token): boolean =>
  !DENIABLE.test(lower) && (/^(?:NOUN|PROPN|ADJ|NUM)$/.test(pos) || lower === 'of');

const isFinite = (words: readonly Token[], { pos }: Token, at: number): boolean =>
  pos === 'AUX' || (pos === 'VERB' && words[at - 1]?.lower !== 'to');
