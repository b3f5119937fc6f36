// Names by where they stand: which lie between two tokens.

import type { NameMention } from './names';

/** Finds names inside token ranges quickly; `names` are in text order. */
export interface NameIndex {
  readonly names: readonly NameMention[];
  /** Indices of the names that lie between the tokens, in text order, no more than `most`. */
  between(first: number, last: number, most?: number): number[];
}

/** An index over the names of a document. */
export function indexNames(names: readonly NameMention[]): NameIndex {
  const between = (first: number, last: number, most = Infinity): number[] => {
    let low = 0;
    let high = names.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (names[middle]!.first >= first) high = middle;
      else low = middle + 1;
    }
    const found: number[] = [];
    for (let i = low; i < names.length && names[i]!.last <= last && found.length < most; i += 1)
      found.push(i);
    return found;
  };
  return { names, between };
}
