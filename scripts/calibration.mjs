// Does confidence mean what it says? Of the statements given 0.9, nine in ten should be right.
import { judge } from './matching.mjs';

const BINS = 10;
/** What the issue and the contract promise on PolNeAR dev. */
export const MOST_ERROR = 0.05;
export const LEAST_SAFE = 97;

/** Expected calibration error over all statements, ten bins of equal width; and how many of the safe ones are right. */
export function calibrationOf(golds, predictions, safe) {
  const answers = new Map(predictions.map(({ id, statements }) => [id, statements]));
  const judged = golds.flatMap(({ id, text, attributions }) => {
    const found = answers.get(id) ?? [];
    return judge(text, attributions, found).map(({ right }, i) => ({
      right,
      confidence: found[i].confidence,
    }));
  });
  const bins = Array.from({ length: BINS }, () => []);
  for (const one of judged) bins[Math.min(BINS - 1, Math.floor(one.confidence * BINS))].push(one);
  const error = bins.reduce((sum, bin) => {
    const confidence = bin.reduce((total, one) => total + one.confidence, 0);
    return sum + Math.abs(confidence - bin.filter(({ right }) => right).length) / judged.length;
  }, 0);
  const certain = judged.filter(({ confidence }) => confidence >= safe);
  const right = (100 * certain.filter((one) => one.right).length) / Math.max(1, certain.length);
  return { error, statements: judged.length, safe: { count: certain.length, right } };
}
