// The learned parameters outside the network: what models/*.head.json holds, read into typed arrays.

import { z } from 'zod';

export const JOINT_TAGS = 7;
export const PAIR_TAGS = 5;
/** Width of the key that each word, and of the queries that each cue, offers for the direct match. */
export const KEY = 64;
export const DISTANCES = 64;
export const BREAKS = 7;

const rows = z.array(z.array(z.number()));

const headFile = z.object({
  P: z.int().positive(),
  rel: rows,
  brk: rows,
  lnw: z.array(z.number()),
  lnb: z.array(z.number()),
  pow: rows,
  pob: z.array(z.number()),
  tr: rows,
  ptr: rows,
  lexicon: z.record(z.string(), z.int().min(0).max(4)),
});

export interface Heads {
  /** Width of the hidden vector of the pair head. */
  readonly hidden: number;
  /** One vector a distance bucket, and one for each number of paragraph breaks between word and cue. */
  readonly distance: Float64Array;
  readonly breaks: Float64Array;
  readonly normWeight: Float64Array;
  readonly normBias: Float64Array;
  readonly out: Float64Array;
  readonly outBias: Float64Array;
  readonly jointTransitions: readonly (readonly number[])[];
  readonly pairTransitions: readonly (readonly number[])[];
  readonly lexicon: ReadonlyMap<string, number>;
}

/** Reads the parameters from parsed JSON; throws where a part is missing or of the wrong size. */
export function readHeads(json: unknown): Heads {
  const file = headFile.parse(json);
  const hidden = file.P;
  const matrix = (
    values: number[][],
    height: number,
    width: number,
    name: string,
  ): Float64Array => {
    const flat = Float64Array.from(values.flat());
    if (flat.length < height * width || values.some((row) => row.length !== width)) {
      throw new Error(`"${name}" is not a matrix of ${height} rows of ${width} numbers`);
    }
    return flat;
  };
  matrix(file.tr, JOINT_TAGS, JOINT_TAGS, 'tr');
  matrix(file.ptr, PAIR_TAGS, PAIR_TAGS, 'ptr');
  return {
    hidden,
    distance: matrix(file.rel, DISTANCES, hidden, 'rel'),
    breaks: matrix(file.brk, BREAKS, hidden, 'brk'),
    normWeight: matrix([file.lnw], 1, hidden, 'lnw'),
    normBias: matrix([file.lnb], 1, hidden, 'lnb'),
    out: matrix(file.pow, PAIR_TAGS, hidden, 'pow'),
    outBias: matrix([file.pob], 1, PAIR_TAGS, 'pob'),
    jointTransitions: file.tr,
    pairTransitions: file.ptr,
    lexicon: new Map(Object.entries(file.lexicon)),
  };
}
