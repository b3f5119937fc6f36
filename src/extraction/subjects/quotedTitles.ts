// "her novel “The Salt Road”", "‘The Last Ferry Home’ was his best": titles of works, which print puts in quotation marks.

import { type Document, tokensIn } from '../document';
import type { NameIndex } from '../speakers/nameIndex';
import type { Span } from '../types';

const WORKS =
  /^(?:novel|book|memoir|film|movie|documentary|play|musical|opera|song|single|album|track|poem|painting|series|show|sitcom|drama|essay|article|column|symphony|ballet|podcast|game|autobiography|biography|thriller|comedy|exhibition|mural|sculpture|anthem|hymn)s?$/;
const SMALL =
  /^(?:a|an|the|of|and|or|in|on|at|to|for|from|with|by|as|but|is|nor|vs|de|la|le|'s|s|')$/;
const LONGEST_TITLE = 9;
const LEAST_CAPITALS = 3;

/** The spans of titles, without their marks. */
export function quotedTitles(document: Document, index: NameIndex): Span[] {
  const { tokens, quotations, text } = document;
  return quotations.flatMap(({ start, end }): Span[] => {
    const { first, last } = tokensIn(document, { start, end });
    const inner = tokens.slice(first + 1, last - 1).filter((token) => token.word);
    const stop = tokens[last - 2];
    if (inner.length === 0 || inner.length > LONGEST_TITLE || stop === undefined) return [];
    // A sentence, not a title
    if (/^[.!?…]$/.test(stop.text)) return [];
    const significant = inner.filter(({ lower }) => !SMALL.test(lower));
    const titled =
      significant.length > 0 &&
      /^[\p{Lu}\p{N}]/u.test(inner[0]!.text) &&
      significant.every((token) => /^[\p{Lu}\p{N}]/u.test(token.text));
    // "Her first novel, “Weir”": one word alone is a title where the noun says so; “Down the Salt Road Home” shows it itself.
    const saysSo = tokens
      .slice(Math.max(0, first - 3), first)
      .some(({ lower }) => WORKS.test(lower));
    const showsIt =
      significant.length >= LEAST_CAPITALS && !isName(index, first + 1, last - 1, inner[0]!.end);
    if (!titled || !(saysSo || showsIt)) return [];
    const from = inner[0]!.start;
    const to = inner.at(-1)!.end;
    return text.slice(from, to).includes('\n') ? [] : [{ start: from, end: to }];
  });
}

/** “The Wall Street Journal”: somebody's name in quotation marks, "the" apart. */
function isName(index: NameIndex, first: number, last: number, firstWordEnd: number): boolean {
  return index.between(first, last).some((name) => {
    const mention = index.names[name]!;
    return mention.start <= firstWordEnd + 1 && mention.last >= last - 1;
  });
}
