// "Republican Donald Trump", "Tim Scott (R-S.C.)", "the GOP nominee": parties keep two nominees apart.

import type { Document } from '../document';
import type { NameMention } from './names';

const PARTIES: readonly (readonly [party: string, pattern: RegExp])[] = [
  ['republican', /^(?:republican|republicans|gop|r-[a-z.]+)$/],
  ['democratic', /^(?:democrat|democratic|democrats|d-[a-z.]+)$/],
  ['libertarian', /^libertarian$/],
  ['green', /^green$/],
  ['labour', /^labour$/],
  ['conservative', /^(?:conservative|tory)$/],
  ['liberal-democrat', /^lib-dem$/],
];

/** The party that one of the words tells; null where none does. */
export function partyIn(words: readonly string[]): string | null {
  for (const word of words)
    for (const [party, pattern] of PARTIES) if (pattern.test(word)) return party;
  return null;
}

/** The party printed with a name: in front of it, or in the brackets behind. */
export function partyAt({ tokens }: Document, name: NameMention): string | null {
  const front = tokens.slice(Math.max(0, name.first - 4), name.first);
  const start = front.findLastIndex(({ word }) => !word) + 1;
  const bracket =
    tokens[name.last]?.text === '(' || tokens[name.last]?.text === ','
      ? tokens.slice(name.last + 1, name.last + 2)
      : [];
  return partyIn([...front.slice(start), ...bracket].map(({ lower }) => lower));
}
