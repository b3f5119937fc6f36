// Tokeniser, step 2: text → words and their WordPiece subtokens, exactly as the encoder was trained to see them.
// Our own because the kept libraries fall short: @huggingface/tokenizers gives no offsets, and the native
// `tokenizers` counts code points, weighs 64 MB and would be a second native library to have a fallback for.

import {
  CHANGE,
  changedCharacter,
  characterClass,
  DROP,
  SPACE,
  SPLIT,
  SPLIT_CHANGE,
} from './characters';

export const UNKNOWN = 100;
export const START = 101;
export const END = 102;
/** The reference reads these out of a text before anything else, so a text may hold them. */
const SPECIAL = [
  ['[PAD]', 0],
  ['[UNK]', UNKNOWN],
  ['[CLS]', START],
  ['[SEP]', END],
  ['[MASK]', 103],
] as const;
const LONGEST_WORD = 100;
/** Words whose subtokens are remembered: the words of about thirty long articles. */
const CACHE_SIZE = 20_000;

/** Words of a text: word `i` is `text.slice(starts[i], ends[i])`, its subtokens are `ids` from `first[i]` to `first[i + 1]`. */
export interface Tokens {
  readonly count: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly ids: Int32Array;
  readonly first: Int32Array;
}

export type Tokenize = (text: string) => Tokens;

/** Makes a tokeniser of the lines of a WordPiece vocabulary. */
export function createTokenizer(vocabulary: readonly string[]): Tokenize {
  const pieces = createPieces(vocabulary);
  return (text) => {
    const starts: number[] = [];
    const ends: number[] = [];
    const first: number[] = [];
    const ids: number[] = [];
    let word = '';
    let length = 0;
    let start = 0;
    let end = 0;
    const add = (from: number, to: number, subtokens: readonly number[]): void => {
      starts.push(from);
      ends.push(to);
      first.push(ids.length);
      for (const id of subtokens) ids.push(id);
    };
    const flush = (): void => {
      if (length > 0) add(start, end, pieces(word, length));
      word = '';
      length = 0;
    };
    for (let at = 0; at < text.length;) {
      const code = text.codePointAt(at) ?? 0;
      const next = at + (code > 0xffff ? 2 : 1);
      const kind = characterClass(code);
      const special =
        code === 0x5b ? SPECIAL.find(([mark]) => text.startsWith(mark, at)) : undefined;
      if (special) {
        flush();
        add(at, at + special[0].length, [special[1]]);
        at += special[0].length;
        continue;
      }
      if (kind === SPACE) flush();
      else if (kind === SPLIT || kind === SPLIT_CHANGE) {
        flush();
        const mark = kind === SPLIT ? text.slice(at, next) : changedCharacter(code);
        add(at, next, pieces(mark, 1));
      } else if (kind !== DROP) {
        if (length === 0) start = at;
        const seen = kind === CHANGE ? changedCharacter(code) : text.slice(at, next);
        word += seen;
        length += kind === CHANGE ? [...seen].length : 1;
        end = next;
      }
      at = next;
    }
    flush();
    first.push(ids.length);
    return {
      count: starts.length,
      starts: Int32Array.from(starts),
      ends: Int32Array.from(ends),
      ids: Int32Array.from(ids),
      first: Int32Array.from(first),
    };
  };
}

/** Greedy longest match from the left; one unknown part makes the whole word unknown. */
function createPieces(
  vocabulary: readonly string[],
): (word: string, length: number) => readonly number[] {
  const initial = new Map<string, number>();
  const continuing = new Map<string, number>();
  let longest = 0;
  vocabulary.forEach((piece, id) => {
    const inside = piece.startsWith('##') && piece.length > 2;
    (inside ? continuing : initial).set(inside ? piece.slice(2) : piece, id);
    longest = Math.max(longest, piece.length);
  });
  const unknown = [UNKNOWN];
  const cache = new Map<string, readonly number[]>();

  const split = (word: string): readonly number[] => {
    const ids: number[] = [];
    for (let at = 0; at < word.length;) {
      const known = at === 0 ? initial : continuing;
      let end = Math.min(word.length, at + longest);
      let id: number | undefined;
      while (end > at && (id = known.get(word.slice(at, end))) === undefined) end--;
      if (id === undefined) return unknown;
      ids.push(id);
      at = end;
    }
    return ids;
  };
  return (word, length) => {
    if (length > LONGEST_WORD) return unknown;
    let ids = cache.get(word);
    if (ids === undefined) {
      ids = split(word);
      if (cache.size < CACHE_SIZE) cache.set(word, ids);
    }
    return ids;
  };
}
