// Which statement of a new text is which of the text before: a corrected article keeps the ids that others have cited.

import { wordsOf } from './pairWords';

/** A statement as far as pairing looks at it. */
export interface Pairable {
  readonly content: string;
  readonly source: string | null;
  readonly cue: string | null;
  /** What stands in front of the content and behind it; empty where that is not known. */
  readonly prefix: string;
  readonly suffix: string;
}

/** The places of both in their lists. `same`: content, source and cue have the same words. */
export interface Pair {
  readonly before: number;
  readonly after: number;
  readonly same: boolean;
}

/** From so many shared words on, of all words of both, two contents are the same statement … */
const ALIKE = 0.7;
/** … or from so many on, where source and cue are the same. */
const ALIKE_WITH_SAME_SOURCE = 0.5;

/** Of a text that was written anew; each would be compared with each. */
const MOST_COMPARED = 400;

/**
 * Pairs statements, each at most once: first those of the same words, where several have them ("We will not comment,"
 * said the mayor twice) those between the same words, then the first with the first; then the most alike, nearest first. What is left on one side was added, on
 * the other removed.
 */
export function pairStatements(before: readonly Pairable[], after: readonly Pairable[]): Pair[] {
  const old = before.map(readPairable);
  const fresh = after.map(readPairable);
  const pairs: Pair[] = [];
  const [openBefore, openAfter] = [new Set(old.keys()), new Set(fresh.keys())];
  const take = (one: number, other: number): void => {
    pairs.push({ before: one, after: other, same: old[one]!.all === fresh[other]!.all });
    openBefore.delete(one);
    openAfter.delete(other);
  };
  for (const key of ['between', 'behind', 'before', 'all', 'content'] as const) {
    const waiting = new Map<string, number[]>();
    for (const i of openBefore)
      waiting.set(old[i]![key], [...(waiting.get(old[i]![key]) ?? []), i]);
    for (const j of [...openAfter]) {
      const first = waiting.get(fresh[j]![key])?.shift();
      if (first !== undefined) take(first, j);
    }
  }
  const alike = [...openBefore].slice(0, MOST_COMPARED).flatMap((i) =>
    [...openAfter].slice(0, MOST_COMPARED).flatMap((j) => {
      const share = shareOf(old[i]!.words, fresh[j]!.words);
      const least = old[i]!.frame === fresh[j]!.frame ? ALIKE_WITH_SAME_SOURCE : ALIKE;
      return share < least ? [] : [{ i, j, share }];
    }),
  );
  alike.sort(
    (a, b) =>
      b.share - a.share || Math.abs(a.i - a.j) - Math.abs(b.i - b.j) || a.i - b.i || a.j - b.j,
  );
  for (const { i, j } of alike) if (openBefore.has(i) && openAfter.has(j)) take(i, j);
  return pairs.sort((a, b) => a.after - b.after);
}

function readPairable({ content, source, cue, prefix, suffix }: Pairable) {
  const words = wordsOf(content);
  const frame = `${wordsOf(source ?? '').join(' ')}|${wordsOf(cue ?? '').join(' ')}`;
  const text = words.join(' ');
  const all = `${frame}|${text}`;
  const [left, right] = [wordsOf(prefix).join(' '), wordsOf(suffix).join(' ')];
  return {
    words: countOf(words),
    size: words.length,
    frame,
    content: text,
    all,
    between: `${all}|${left}|${right}`,
    behind: `${all}|${left}`,
    before: `${all}|${right}`,
  };
}

function countOf(words: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Words in common, twice, by all words of both (Dice 1945). */
function shareOf(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let [shared, all] = [0, 0];
  for (const [word, count] of a) {
    shared += Math.min(count, b.get(word) ?? 0);
    all += count;
  }
  for (const count of b.values()) all += count;
  return all === 0 ? 0 : (2 * shared) / all;
}
