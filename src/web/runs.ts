// The runs of two revisions' texts by paragraph, long stretches without a change folded away.

import type { components } from '../http/contract';

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
