// tokens of one paragraph → sentences. Ours, since wink's splitter parts `"Stop!" he said` and knows too few initials.

import { LEADING_ABBREVIATIONS } from '../tokens/abbreviations';
import type { RawToken } from '../tokens/tokenise';

// No prose has longer ones; what later steps do within a sentence may cost the square of its length.
const LONGEST_SENTENCE = 500;

const TERMINATORS = /^(?:[.!?…]|\.{2,6})$/u;
const CLOSERS = new Set(['"', '”', '’', "'", "''", '»', '›', ')', ']', '“', '‘']);
const OPENERS = new Set(['"', '“', '‘', "'", '``', '«', '‹', '„', '(', '[', '`']);
const STARTERS = new Set(
  `the a an he she it they we i you this that these those in on at but and or so if when while after before as for with
  his her their its our my there here what who how why not no yes mr mrs ms dr`.split(/\s+/),
);

/**
 * The end (exclusive token index) of every sentence in `tokens`. `tagFollows(i)` says whether a reporting tag
 * ("Obama said") starts at token i, which keeps `"Stop!" Obama said.` in one piece.
 */
export function sentenceEnds(
  tokens: readonly RawToken[],
  tagFollows: (index: number) => boolean,
): number[] {
  const ends: number[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i]!;
    if (i - (ends.at(-1) ?? 0) >= LONGEST_SENTENCE) ends.push(i);
    const stop = TERMINATORS.test(token.text);
    if (!stop && !(token.text.endsWith('.') && token.word)) continue;
    let after = i + 1;
    let quoted = false;
    while (after < tokens.length && closesHere(tokens, after)) {
      quoted ||= tokens[after]!.text !== ')' && tokens[after]!.text !== ']';
      after += 1;
    }
    if (after >= tokens.length) break;
    if (
      stop
        ? startsAnew(tokens, i, after, quoted, tagFollows)
        : endsWithAbbreviation(tokens, i, after)
    ) {
      ends.push(after);
    }
    i = after - 1;
  }
  if (ends.at(-1) !== tokens.length && tokens.length > 0) ends.push(tokens.length);
  return ends;
}

/** A closing mark stands right behind what it closes, before white space or the end. */
function closesHere(tokens: readonly RawToken[], index: number): boolean {
  const token = tokens[index]!;
  if (TERMINATORS.test(token.text)) return true;
  if (!CLOSERS.has(token.text)) return false;
  const next = tokens[index + 1];
  return (
    tokens[index - 1]!.end === token.start &&
    (next === undefined || next.start > token.end || CLOSERS.has(next.text))
  );
}

function startsAnew(
  tokens: readonly RawToken[],
  stop: number,
  after: number,
  quoted: boolean,
  tagFollows: (index: number) => boolean,
): boolean {
  const next = tokens[after]!;
  // "1.5", "example.org", "go!and": no space, no new sentence, unless a quotation mark stood between
  if (next.start === tokens[after - 1]!.end && !quoted && !OPENERS.has(next.text)) return false;
  // "“Really?” he said", "Yahoo! shares"
  if (/^\p{Ll}/u.test(next.text)) return false;
  if (/^[,;:—–)-]/u.test(next.text)) return false;
  // "“Stop!” Obama said."
  if (quoted && tokens[stop]!.text !== '.' && tagFollows(after)) return false;
  return true;
}

function endsWithAbbreviation(tokens: readonly RawToken[], index: number, after: number): boolean {
  const { text, lower } = tokens[index]!;
  const stem = lower.slice(0, -1);
  // "Sen. Warren", "J. K. Rowling": never an end
  if (LEADING_ABBREVIATIONS.has(stem) || /^\p{Lu}\.$/u.test(text))
    return after > index + 1 && opensWithStarter(tokens, after);
  // "in the U.S. The company", "at 6 p.m. He": an end where a usual first word follows
  return (
    opensWithStarter(tokens, after) || (after > index + 1 && /^\p{Lu}/u.test(tokens[after]!.text))
  );
}

function opensWithStarter(tokens: readonly RawToken[], after: number): boolean {
  const first = OPENERS.has(tokens[after]!.text) ? tokens[after + 1] : tokens[after];
  return first !== undefined && /^\p{Lu}/u.test(first.text) && STARTERS.has(first.lower);
}
