// A name as the steps of the speakers hand it on.

import type { Token } from '../document';
import type { Span } from '../types';

/** A name where it stands in the text. */
export interface NameMention extends Span {
  /** Token indices of the name proper, half-open. */
  readonly first: number;
  readonly last: number;
  /** First token of the run, title included. */
  readonly runFirst: number;
  /** Lower-case words of the name, without marks. */
  readonly words: readonly string[];
  /** The title as printed ("Serranese President"); null where there is none. */
  readonly title: string | null;
  /** "the" stands in front: "the Times". */
  readonly definite: boolean;
  readonly quoted: boolean;
}

/** A word in lower case without stops and apostrophes: "Sen." → sen. */
export const bare = (token: Token): string => token.lower.replace(/[.’']/g, '');

/** The name between two tokens. */
export function mention(
  tokens: readonly Token[],
  runFirst: number,
  first: number,
  last: number,
  words: readonly string[],
  title: string | null,
): NameMention {
  return {
    start: tokens[first]!.start,
    end: tokens[last - 1]!.end,
    first,
    last,
    runFirst,
    words,
    title,
    definite: tokens[runFirst - 1]?.lower === 'the',
    quoted: tokens[first]!.quotation >= 0,
  };
}
