// Word diffs and changes → the contract's, for verification and for lineages.

import type { Change, DiffStep } from '../../verification';
import type { components } from '../contract';

type Schemas = components['schemas'];

export function presentDiff(diff: readonly DiffStep[]): Schemas['DiffStep'][] {
  return diff.map(({ op, words }) => ({ op, words }));
}

export function presentChanges(changes: readonly Change[]): Schemas['WordChange'][] {
  return changes.map((change) => ({
    kind: change.kind,
    changesSense: changesSense(change),
    stored: change.stored,
    claimed: change.claimed,
  }));
}

/** Numbers, negations and names; other words may, which is for a reader to judge. */
export const changesSense = ({ kind }: Change): boolean => kind !== 'words';
