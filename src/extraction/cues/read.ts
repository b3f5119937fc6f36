// The cue of an attribution, with what the lexicon says of it.

import type { Attribution } from '../attributions/attribution';
import type { Cue } from '../types';
import { describeCue } from './describe';

/** Lemma and class of an attribution's cue; null where it has none. */
export function readCue(
  text: string,
  { cue, content }: Pick<Attribution, 'cue' | 'content'>,
): Cue | null {
  if (cue === null) return null;
  const { start, end } = cue;
  // Where the content begins right behind it, its first words may make the phrase: "called | for an election".
  const next = content.find((span) => span.start >= end);
  const adjoins = next !== undefined && !/[\p{L}\p{N}]/u.test(text.slice(end, next.start));
  const ahead = adjoins ? text.slice(next.start, Math.min(next.end, next.start + 80)) : '';
  return { start, end, ...describeCue(text.slice(start, end), ahead) };
}
