// The model's own probabilities → one confidence that means what it says: of the attributions given 0.9, nine in ten
// are right. A logistic regression on the log-odds, fitted by training; its weights are a part of the model.

import { z } from 'zod';

import type { AttributionScores } from './types';

export const calibrationFile = z.object({
  bias: z.number(),
  weights: z.object({
    cue: z.number(),
    source: z.number(),
    content: z.number(),
    contentWords: z.number(),
    sourceWords: z.number(),
  }),
});

export type Calibration = z.infer<typeof calibrationFile>;

/** For weights without a calibration of their own: fits those of the first experiment (calibration error 0.04 on dev). */
export const UNCALIBRATED: Calibration = {
  bias: -1.9,
  weights: { cue: 0.4, source: 0.25, content: 0.15, contentWords: 0.3, sourceWords: 0 },
};

/** Beyond this, probabilities of a network are rounding errors. */
const LIMIT = 7;

/** The confidence of an attribution, strictly between 0 and 1. */
export function confidenceOf(scores: AttributionScores, { bias, weights }: Calibration): number {
  const sum =
    bias +
    weights.cue * logOdds(scores.cue) +
    weights.source * logOdds(scores.source) +
    weights.content * logOdds(scores.content) +
    weights.contentWords * logOdds(scores.contentWords) +
    weights.sourceWords * logOdds(scores.sourceWords);
  return 1 / (1 + Math.exp(-sum));
}

/** The logarithm of the odds, kept within limits. */
export function logOdds(probability: number): number {
  if (!(probability > 0)) return -LIMIT;
  if (probability >= 1) return LIMIT;
  return Math.max(-LIMIT, Math.min(LIMIT, Math.log(probability / (1 - probability))));
}
