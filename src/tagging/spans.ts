// Words → stretches of the text.

import type { Tokens } from './tokenizer';
import type { TextSpan } from './types';

/** What belongs to the letter before it: combining marks, joiners, variation selectors ("Cafe" + U+0301). */
const EXTENDS = /[\p{M}\u200c\u200d\u{e0100}-\u{e01ef}]/uy;

/** The span from the first to the last word, with the marks on its last letter, which belong to no word. */
export function spanOfWords(text: string, tokens: Tokens, first: number, last: number): TextSpan {
  let end = tokens.ends[last] ?? text.length;
  for (;;) {
    EXTENDS.lastIndex = end;
    if (!EXTENDS.test(text)) return { start: tokens.starts[first] ?? 0, end };
    end = EXTENDS.lastIndex;
  }
}
