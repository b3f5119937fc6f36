// Does a reporting tag start here ("Obama said", "the mayor asked")? Keeps `"Stop!" Obama said.` one sentence.

import type { RawToken } from '../tokens/tokenise';

const TAG_VERBS = new Set(
  `said says asked asks added replied wrote told shouted yelled cried exclaimed chanted tweeted joked answered quipped
  continued declared insisted responded wondered demanded screamed recalled explained`.split(/\s+/),
);
const LONGEST_SUBJECT = 7;

/** True where at most seven words without a comma lead to a verb that tags a quotation. */
export function reportingTagAt(tokens: readonly RawToken[], index: number): boolean {
  for (let i = index; i < Math.min(tokens.length, index + LONGEST_SUBJECT); i += 1) {
    const token = tokens[i]!;
    if (TAG_VERBS.has(token.lower)) return i > index;
    if (!token.word) return false;
  }
  return false;
}
