// Two texts of one article, word for word: what stayed, what went, what came, each with its places in both.

import { setImmediate as nextTurn } from 'node:timers/promises';

import { diffArrays } from 'diff';

/** A stretch of both texts, or of the one that has it. Half-open UTF-16 offsets. */
export interface TextRun {
  readonly op: 'same' | 'removed' | 'added';
  /** Null for what was added. */
  readonly before: { readonly start: number; readonly end: number } | null;
  /** Null for what was removed. */
  readonly after: { readonly start: number; readonly end: number } | null;
  readonly exact: string;
}

/** Milliseconds for the words of one changed passage; one that takes longer was written anew, and is shown so. */
const TIME = 20;

/** Diffs paragraphs first and words only within those that changed, so that a long text holds nobody up. */
export async function diffTexts(before: string, after: string): Promise<TextRun[]> {
  const steps = diffArrays(linesOf(before), linesOf(after));
  const runs = collectRuns();
  for (let i = 0; i < steps.length; i += 1) {
    const { removed, added, value } = steps[i]!;
    const next = steps[i + 1];
    if (removed && next?.added === true) {
      await nextTurn();
      addWords(value.join(''), next.value.join(''), runs.add);
      i += 1;
    } else runs.add(removed ? 'removed' : added ? 'added' : 'same', value.join(''));
  }
  return runs.runs;
}

/** The same of two short passages. */
export function diffWords(before: string, after: string): TextRun[] {
  const runs = collectRuns();
  addWords(before, after, runs.add);
  return runs.runs;
}

type Add = (op: TextRun['op'], exact: string) => void;

function addWords(before: string, after: string, add: Add): void {
  const steps = diffArrays(wordsOf(before), wordsOf(after), { timeout: TIME }) ?? [
    { removed: true, added: false, value: [before] },
    { removed: false, added: true, value: [after] },
  ];
  for (const { removed, added, value } of steps)
    add(removed ? 'removed' : added ? 'added' : 'same', value.join(''));
}

/** Puts neighbours of one kind together and counts their places. */
function collectRuns(): { runs: TextRun[]; add: Add } {
  const runs: TextRun[] = [];
  let [old, fresh] = [0, 0];
  return {
    runs,
    add(op, exact) {
      if (exact === '') return;
      const last = runs.at(-1);
      const joins = last?.op === op;
      if (joins) runs.pop();
      const whole = joins ? last.exact + exact : exact;
      if (op !== 'added') old += exact.length;
      if (op !== 'removed') fresh += exact.length;
      runs.push({
        op,
        before: op === 'added' ? null : { start: old - whole.length, end: old },
        after: op === 'removed' ? null : { start: fresh - whole.length, end: fresh },
        exact: whole,
      });
    },
  };
}

const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
const wordsOf = (text: string): string[] =>
  text.match(/\p{L}[\p{L}\p{M}'’]*|[\p{N}][\p{N}.,]*|\s+|[^]/gu) ?? [];
