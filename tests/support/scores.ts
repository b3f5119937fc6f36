// What a made-up model thinks of what it finds: sure of everything, so that only the text moves the confidence.

import type { AttributionScores, Calibration } from '../../src/tagging/types';

export const SCORES: AttributionScores = {
  cue: 1,
  source: 1,
  content: 1,
  contentWords: 1,
  sourceWords: 1,
  contentOverlap: 1,
};

/** Sure scores give 0.88; each thing the text says for or against it moves that by a step that is easily told. */
export const CALIBRATION: Calibration = {
  bias: 0,
  weights: {
    cue: 1 / 7,
    source: 0,
    content: 0,
    contentWords: 0,
    sourceWords: 0,
    contentOverlap: 1 / 7,
  },
  text: { speech: 1, noSource: -1, nested: -2, direct: 1, mixed: 0.5, contentLength: 0 },
  least: 0.3,
  safe: 0.95,
};
