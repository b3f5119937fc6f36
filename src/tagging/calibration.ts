// The file that says what the scores of these weights are worth. The sum itself is made in extraction, which knows the
// text; fitted by training/attribution/calibrate.py.

import { z } from 'zod';

import type { Calibration } from './types';

const share = z.number().min(0).max(1);

const calibrationFile = z.object({
  bias: z.number(),
  weights: z.object({
    cue: z.number(),
    source: z.number(),
    content: z.number(),
    contentWords: z.number(),
    sourceWords: z.number(),
    contentOverlap: z.number(),
  }),
  text: z.object({
    speech: z.number(),
    noSource: z.number(),
    nested: z.number(),
    direct: z.number(),
    mixed: z.number(),
    contentLength: z.number(),
  }),
  least: share,
  safe: share,
});

/** The calibration in a parsed file; throws where a part is missing or no number. */
export function readCalibration(content: unknown): Calibration {
  return calibrationFile.parse(content);
}
