// The runs of two revisions' texts by paragraph, long stretches without a change folded away.

import type { components } from '../../http/contract';

export type Run = Pick<components['schemas']['TextRun'], 'op' | 'exact'>;
export type RunParagraph = readonly Run[];

/** The runs, cut at line breaks; a line break that came or went begins another paragraph too. */
export function paragraphsOfRuns(runs: readonly Run[]): RunParagraph[] {
  const paragraphs: Run[][] = [[]];
  for (const { op, exact } of runs) {
    exact.split(/\n+/).forEach((text, index) => {
      if (index > 0) paragraphs.push([]);
      if (text !== '') paragraphs.at(-1)?.push({ op, exact: text });
    });
  }
  return paragraphs.filter((paragraph) => paragraph.length > 0);
}

/**
 * The same two texts in fewer, longer changes: what a rewritten sentence happens to share with the old one ("the", a space)
 * reads as noise between every two words. Where a stretch in common is no longer than the changes on both its sides, it is
 * given as removed and as added; paragraphs stay apart.
 */
export function gatheredRuns(runs: readonly Run[]): Run[] {
  const groups: Group[] = [{ removed: '', added: '', then: '' }];
  for (const { op, exact } of runs) {
    const last = groups.at(-1);
    if (last === undefined) continue;
    if (op === 'same') last.then += exact;
    else if (last.then === '') last[op] += exact;
    else groups.push({ removed: '', added: '', then: '', [op]: exact });
  }
  for (let at = 0; at + 1 < groups.length;) {
    const [here, next] = [groups[at], groups[at + 1]];
    if (here === undefined || next === undefined) break;
    if (here.then.includes('\n') || here.then.length > Math.min(sizeOf(here), sizeOf(next))) {
      at += 1;
      continue;
    }
    groups.splice(at, 2, {
      removed: here.removed + here.then + next.removed,
      added: here.added + here.then + next.added,
      then: next.then,
    });
    // What has grown may now outweigh the stretch before it.
    at = Math.max(0, at - 1);
  }
  return groups
    .flatMap(({ removed, added, then }): Run[] => [
      { op: 'removed', exact: removed },
      { op: 'added', exact: added },
      { op: 'same', exact: then },
    ])
    .filter(({ exact }) => exact !== '');
}

/** A change, and what both texts have behind it. */
interface Group {
  removed: string;
  added: string;
  then: string;
}

const sizeOf = ({ removed, added }: Group): number => Math.max(removed.length, added.length);

export interface Block {
  readonly folded: boolean;
  readonly paragraphs: readonly RunParagraph[];
}

/** Paragraphs in blocks; those further than one from any change are folded, where that saves three or more. */
export function foldedRuns(paragraphs: readonly RunParagraph[]): Block[] {
  const changed = paragraphs.map((runs) => runs.some(({ op }) => op !== 'same'));
  const near = paragraphs.map((_, at) => changed[at - 1] || changed[at] || changed[at + 1]);
  const blocks: { folded: boolean; paragraphs: RunParagraph[] }[] = [];
  paragraphs.forEach((paragraph, at) => {
    const folded = !near[at];
    const last = blocks.at(-1);
    if (last?.folded === folded) last.paragraphs.push(paragraph);
    else blocks.push({ folded, paragraphs: [paragraph] });
  });
  return blocks.map((block) => ({
    ...block,
    folded: block.folded && block.paragraphs.length >= 3 && changed.includes(true),
  }));
}
