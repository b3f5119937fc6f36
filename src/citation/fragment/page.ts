// A page as the search for a text directive sees it: headline and text in one, folded as browsers fold, block by block.

/** Letters that differ only in case, accents or the shape of quotation marks are the same to a browser's search. */
function fold(character: string): string {
  // Most of every text; without this shortcut, two megabytes took more than a second.
  if (character < '\u0080') return character.toLowerCase();
  if (/[‘’‚‛′]/.test(character)) return "'";
  if (/[“”„‟″]/.test(character)) return '"';
  return character.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

const SPACE = /\s/;

export interface Page {
  /** Folded; blocks end in a line feed, other white space is one space. */
  readonly folded: string;
  /** What a stretch of the text is in `folded`. */
  place(start: number, end: number): { readonly start: number; readonly end: number };
  /** The words themselves of a stretch of `folded`, on one line. */
  words(start: number, end: number): string;
}

/**
 * Reads the text under its headline. Every line break is taken for the end of a block: a directive that keeps within
 * the line also works where it was none.
 */
export function readPage(headline: string | null, text: string): Page {
  const head = headline === null ? '' : `${headline}\n`;
  const all = head + text;
  const units: string[] = [];
  // The code unit of `all` that each of them comes from.
  const origins: number[] = [];
  for (let at = 0; at < all.length;) {
    const character = String.fromCodePoint(all.codePointAt(at) ?? 0);
    if (SPACE.test(character)) {
      const last = units.at(-1);
      const ends = /[\n\r\u2028\u2029]/.test(character);
      if (last === ' ' && ends) {
        units[units.length - 1] = '\n';
      } else if (last !== ' ' && last !== '\n') {
        units.push(ends ? '\n' : ' ');
        origins.push(at);
      }
    } else {
      for (const unit of fold(character).split('')) {
        units.push(unit);
        origins.push(at);
      }
    }
    at += character.length;
  }
  const folded = units.join('');

  /** The first place in `folded` that comes from this code unit or a later one. */
  const placeOf = (unit: number): number => {
    let low = 0;
    let high = origins.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((origins[middle] ?? 0) < unit) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    folded,
    place: (start, end) => ({
      start: placeOf(start + head.length),
      end: placeOf(end + head.length),
    }),
    words: (start, end) =>
      all
        .slice(origins[start] ?? all.length, origins[end] ?? all.length)
        .replace(/\s+/g, ' ')
        .trim(),
  };
}
