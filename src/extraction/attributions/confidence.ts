// How sure the engine is of what the model found: the model's own probabilities and what the text says, in one logistic
// regression that training fits, so that of the attributions given 0.9 nine in ten are right.

import type { AttributionScores, Calibration, TextSignal } from '../../tagging/types';
import { readCue } from '../cues/read';
import { isSpeech } from '../cues/speech';
import type { Document } from '../document';
import { formOf } from '../form';
import { findParents } from '../nesting';
import type { Attribution, Unweighed } from './attribution';

/** Beyond this, probabilities of a network are rounding errors. */
const LIMIT = 7;

/** The attributions with their confidence. */
export function weigh(
  document: Document,
  found: readonly Unweighed[],
  calibration: Calibration,
): Attribution[] {
  // What stands in a labelled answer is not nested: an interview is told in answers as an article is in paragraphs.
  const parents = findParents(found);
  return found.map((one, index) => {
    const signals = textSignals(document, one, parents[index] !== null);
    return { ...one, confidence: confidenceOf(one.tagged?.scores, signals, calibration) };
  });
}

/**
 * What the probabilities do not know: they are those of one manner of annotating. "Quint wants to leave" is an attribution
 * to some readers only; without a source, and inside another one, most are none to anybody; what is quoted is clear.
 */
export function textSignals(
  document: Document,
  { cue, source, content }: Unweighed,
  nested: boolean,
): Record<TextSignal, number> {
  const lemma = readCue(document.text, { cue, content })?.lemma;
  const form = formOf(document, content);
  const words = content.map(({ start, end }) => document.text.slice(start, end)).join('');
  return {
    speech: Number(lemma !== undefined && isSpeech(lemma)),
    noSource: Number(source === null),
    nested: Number(nested),
    direct: Number(form === 'direct'),
    mixed: Number(form === 'mixed'),
    contentLength: Math.log(1 + (words.match(/[\p{L}\p{N}]/gu)?.length ?? 0)),
  };
}

/** Strictly between 0 and 1. */
export function confidenceOf(
  scores: AttributionScores | undefined,
  signals: Record<TextSignal, number>,
  { bias, weights, text }: Calibration,
): number {
  const terms = [
    ...Object.entries(scores ?? {}).map(
      ([name, value]) => weights[name as keyof AttributionScores] * logOdds(value as number),
    ),
    ...Object.entries(signals).map(([name, value]) => text[name as TextSignal] * value),
  ];
  return 1 / (1 + Math.exp(-terms.reduce((sum, term) => sum + term, bias)));
}

/** The logarithm of the odds, kept within limits. */
export function logOdds(probability: number): number {
  if (!(probability > 0)) return -LIMIT;
  if (probability >= 1) return LIMIT;
  return Math.max(-LIMIT, Math.min(LIMIT, Math.log(probability / (1 - probability))));
}
