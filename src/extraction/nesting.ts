// Which statement stands inside the content of which.

import type { Attribution } from './attributions/attribution';
import type { Span } from './types';

// Deeper stacks are no prose; the bound keeps the search short whatever the text.
const MOST_OPEN = 32;

/** For each attribution (in text order) the index of the innermost one whose content holds its cue and contents. */
export function findParents(
  attributions: readonly Pick<Attribution, 'cue' | 'content'>[],
): (number | null)[] {
  const contents = attributions
    .flatMap(({ content }, owner) => content.map((span) => ({ ...span, owner })))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const order = attributions
    .map((_, i) => i)
    .sort((a, b) => extent(attributions[a]!).start - extent(attributions[b]!).start);
  const parents: (number | null)[] = attributions.map(() => null);
  let open: (Span & { owner: number })[] = [];
  let next = 0;
  for (const i of order) {
    const { start, end } = extent(attributions[i]!);
    while (next < contents.length && contents[next]!.start <= start) {
      open.push(contents[next]!);
      next += 1;
    }
    open = open.filter((span) => span.end > start).slice(-MOST_OPEN);
    const around = open.filter(
      (span) =>
        span.owner !== i &&
        span.start <= start &&
        span.end >= end &&
        span.end - span.start > end - start,
    );
    parents[i] = around.sort((a, b) => a.end - a.start - (b.end - b.start))[0]?.owner ?? null;
  }
  return parents;
}

function extent({ cue, content }: Pick<Attribution, 'cue' | 'content'>): Span {
  const { start } = content[0]!;
  const { end } = content.at(-1)!;
  return cue === null
    ? { start, end }
    : { start: Math.min(start, cue.start), end: Math.max(end, cue.end) };
}
