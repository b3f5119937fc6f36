// How a claim differs from what is stored, as people read it: the diff in words, changes that matter, marks that do not.

import type { FlatClaim, Step } from './align';
import type { ExactMatch } from './exact';
import { kindOfChange } from './sense';
import type { Change, Claim, DiffStep, Finding, SourceWord, Word } from './types';

const printed = (words: readonly Word[]): string =>
  words.map((word, i) => `${between(words[i - 1], word)}${word.printed}`).join('');

/** As it is printed, but on one line; where the report interrupts a quotation there is no more than a blank. */
function between(last: Word | undefined, { start, before }: Word): string {
  if (last === undefined || last.end === start) return '';
  const marks = before.replace(/["“”„‘’]/g, '').replace(/\s+/g, ' ');
  return marks === '' || marks.length > 5 ? ' ' : marks;
}

/** From what is stored to what is claimed. What a mark of omission stands for is no difference. */
export function diffOf(
  steps: readonly Step[],
  source: readonly SourceWord[],
  claim: FlatClaim,
): DiffStep[] {
  return steps.flatMap(({ op, source: [s, sEnd], claim: [c, cEnd] }): DiffStep[] => {
    if (op === 'removed' && claim.joints.has(c)) return [];
    const words = op === 'removed' ? source.slice(s, sEnd) : claim.words.slice(c, cEnd);
    return words.length === 0 ? [] : [{ op, words: printed(words) }];
  });
}

/** Each place where words differ, and what the difference does. */
export function changesOf(
  steps: readonly Step[],
  source: readonly SourceWord[],
  claim: FlatClaim,
): Change[] {
  const changes: Change[] = [];
  let stored: Word[] = [];
  let claimed: Word[] = [];
  const flush = (): void => {
    if (stored.length + claimed.length > 0) {
      const words = (side: readonly Word[]) => side.map((word) => word.printed);
      const kind = kindOfChange(words(stored), words(claimed));
      changes.push({ kind, stored: printed(stored), claimed: printed(claimed) });
    }
    stored = [];
    claimed = [];
  };
  for (const {
    op,
    source: [s, sEnd],
    claim: [c, cEnd],
  } of steps) {
    if (op === 'same') flush();
    else if (op === 'added') claimed = [...claimed, ...claim.words.slice(c, cEnd)];
    else if (!claim.joints.has(c)) stored = [...stored, ...source.slice(s, sEnd)];
  }
  flush();
  return changes;
}

/** Capitals and marks inside the quotation in which equal words differ. */
export function ignoredIn(
  claim: Claim,
  source: readonly SourceWord[],
  { ranges }: ExactMatch,
): Finding['ignored'] {
  let capitals = false;
  let punctuation = false;
  claim.pieces.forEach(({ words }, i) => {
    const { from, to } = ranges[i]!;
    const stored = source.slice(from, to);
    // With editors' insertions between them words do not pair off.
    if (stored.length !== words.length) return;
    words.forEach((word, at) => {
      const other = stored[at]!;
      if (at === 0) return;
      if (plain(word.printed) !== plain(other.printed)) capitals = true;
      if (marks(word.before) !== marks(other.before)) punctuation = true;
    });
  });
  return [
    ...(capitals ? (['capitals'] as const) : []),
    ...(punctuation ? (['punctuation'] as const) : []),
  ];
}

const plain = (word: string): string => word.normalize('NFKC').replace(/[’ʼ‘]/g, "'");

/** Marks between two words, but for quotation marks and blanks; all dashes are one. */
const marks = (between: string): string =>
  between.length > 5
    ? ''
    : between
        .normalize('NFKC')
        .replace(/[\s"“”„«»'‘’‹›`[\]\u200B]/g, '')
        .replace(/[‐‑‒–—-]+/g, '-');
