// The learned parameters outside the networks: what models/*.head.json holds.

import { z } from 'zod';

export const JOINT_TAGS = 7;
export const CUE_TAGS = 5;

const square = (size: number) => z.array(z.array(z.number()).length(size)).length(size);

const headFile = z.object({
  tr: square(JOINT_TAGS),
  ctr: square(CUE_TAGS),
  lexicon: z.record(z.string(), z.int().min(0).max(4)),
});

export interface Heads {
  /** Transition scores `[from][to]` of the tags of a text, and of those of the words in reach of a cue. */
  readonly jointTransitions: readonly (readonly number[])[];
  readonly cueTransitions: readonly (readonly number[])[];
  /** How often a word is a cue: 1 rarely, 4 mostly. */
  readonly lexicon: ReadonlyMap<string, number>;
}

/** Reads the parameters from parsed JSON; throws where a part is missing or of the wrong size. */
export function readHeads(json: unknown): Heads {
  const { tr, ctr, lexicon } = headFile.parse(json);
  return {
    jointTransitions: tr,
    cueTransitions: ctr,
    lexicon: new Map(Object.entries(lexicon)),
  };
}
