// The noun that a source without a name is about: "poll" of "A Lakeshore poll this month".

import type { Token } from '../document';

/** "A Lakeshore poll this month", "a statement late Tuesday": when, which is not what the phrase is about. */
const WHEN =
  /^(?:week|weekend|month|year|spring|summer|autumn|fall|winter|morning|afternoon|evening|night|today|yesterday|tonight|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/;

function withoutTime(tokens: readonly Token[], first: number, end: number): number {
  let last = end;
  if (WHEN.test(tokens[last - 1]!.lower) && last - first > 2) {
    last -= 1;
    while (
      last - first > 1 &&
      /^(?:this|last|next|late|early|earlier|that)$/.test(tokens[last - 1]!.lower)
    )
      last -= 1;
  }
  // "the weekend", "Sunday’s": nothing else is there
  return tokens.slice(first, last).some(({ pos }) => pos === 'NOUN' || pos === 'PROPN')
    ? last
    : end;
}

/** The token of the noun that the phrase turns on, the last one but for words of time; null where there is none. */
export function headNoun(tokens: readonly Token[], first: number, until: number): number | null {
  const end = withoutTime(tokens, first, until);
  for (let i = end - 1; i >= first; i -= 1) {
    const token = tokens[i]!;
    if (
      token.pos === 'NOUN' ||
      token.pos === 'PROPN' ||
      token.pos === 'ADJ' ||
      token.pos === 'NUM' ||
      token.pos === 'DET' ||
      token.pos === 'PRON'
    )
      return i;
  }
  return null;
}
