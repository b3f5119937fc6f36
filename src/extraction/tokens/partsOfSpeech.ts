// Gives every token a part of speech with wink-nlp. The only importer of wink.

import model from 'wink-eng-lite-web-model';
import winkNLP, { type PartOfSpeech as WinkTag, type WinkMethods } from 'wink-nlp';

import type { RawToken } from './tokenise';

export type PartOfSpeech = WinkTag;

// wink keeps every word it has never seen, for good. A fresh instance (80 ms) after this many tokens bounds that.
const TOKENS_PER_INSTANCE = 2_000_000;
// wink's time per token grows with the length of what it is given; a few hundred tokens are enough context.
const TOKENS_PER_CALL = 400;
const LONGEST_WORD = 40;

let nlp: WinkMethods | null = null;
let tagged = 0;

function instance(size: number): WinkMethods {
  if (nlp === null || tagged > TOKENS_PER_INSTANCE) {
    nlp = winkNLP(model, ['pos']);
    tagged = 0;
  }
  tagged += size;
  return nlp;
}

/** The part of speech of every token, in order. Pure for the caller: wink's memory does not change its answers. */
export function tagPartsOfSpeech(tokens: readonly RawToken[]): PartOfSpeech[] {
  const shown = tokens.filter((token, i) => isShown(token, tokens[i - 1]));
  const tags: PartOfSpeech[] = [];
  for (let from = 0; from < shown.length; from += TOKENS_PER_CALL) {
    tagChunk(shown.slice(from, from + TOKENS_PER_CALL), tags);
  }
  let next = 0;
  return tokens.map((token, i) => (isShown(token, tokens[i - 1]) ? tags[next++]! : 'PUNCT'));
}

/** Of several marks in a row wink sees the first; the others tell it nothing, and a million of them take seconds. */
const isShown = (token: RawToken, before: RawToken | undefined): boolean =>
  token.word || before === undefined || before.word || /\p{N}/u.test(token.text);

function tagChunk(tokens: readonly RawToken[], tags: PartOfSpeech[]): void {
  const words = tokens.map(plain);
  // "don’t" goes in as one word, since wink knows it so; otherwise one space stands between tokens.
  const glued = tokens.map(
    (token, i) => CLITIC.test(token.lower) && tokens[i - 1]?.end === token.start,
  );
  const line = words.map((word, i) => (i === 0 || glued[i] ? word : ` ${word}`)).join('');
  const wink = instance(tokens.length);
  const found = wink.readDoc(line).tokens();
  const ends = runningTotals(found.out() as string[]);
  const parts = found.out(wink.its.pos) as PartOfSpeech[];
  const aligned = ends.at(-1) === runningTotals(words).at(-1);
  let part = 0;
  let end = 0;
  words.forEach((word, i) => {
    end += word.length;
    // wink parts "vice-president" and may keep "I'm" whole: the part over the last character decides.
    while (part < parts.length - 1 && ends[part]! < end) part += 1;
    const tag = aligned ? parts[part]! : tokens[i]!.word ? 'NOUN' : 'PUNCT';
    tags.push(KNOWN.get(tokens[i]!.lower) ?? tag);
  });
}

const CLITIC = /^(?:n't|'(?:s|re|ve|ll|d|m))$/;

const KNOWN = new Map<string, PartOfSpeech>([
  ["'m", 'AUX'],
  ["'re", 'AUX'],
  ["'ve", 'AUX'],
  ["'ll", 'AUX'],
  ["'d", 'AUX'],
  ["n't", 'PART'],
  ...['i', 'you', 'he', 'she', 'it', 'we', 'they', 'who'].map((word): [string, PartOfSpeech] => [
    word,
    'PRON',
  ]),
]);

/** Length of the words up to and with each one. */
function runningTotals(words: readonly string[]): number[] {
  let total = 0;
  return words.map((word) => (total += word.length));
}

const KNOWN_MARKS = /^[\p{L}\p{N}.,:;!?'"()&$%£€/@#_-]+$/u;

/** What wink is shown: no white space, nothing very long, no lone surrogates, no exotic marks. */
function plain(token: RawToken): string {
  const word = token.text
    .replace(/’/g, "'")
    .replace(/[‐‑]/g, '-')
    .replace(/\u00AD/g, '');
  if (word === '“' || word === '”') return '"';
  if (word.length > LONGEST_WORD)
    return token.word ? (/^\p{Lu}/u.test(word) ? 'Smith' : 'thing') : '*';
  return KNOWN_MARKS.test(word) ? word : token.word ? 'thing' : '*';
}
