// Linear-chain CRF over a few tags: best path, and the probabilities of segments. Tags are 0 = outside, then pairs
// (begin, inside); an inside tag may follow only its own begin or inside tag. Arrays are flat, `place * tags + tag`,
// and kept from call to call: a 1 MB text makes a hundred thousand calls.

const FORBIDDEN = -1e4;

export interface Crf {
  readonly tags: number;
  /** Best tags of the first `length` places of the scores, written to `path`; returns the score of the path. */
  bestPath(scores: Float64Array, length: number, path: Uint8Array): number;
  /** Prepares `segment`, `tagProbability` and `without` for the first `length` places of the scores. */
  observe(scores: Float64Array, length: number): void;
  /** The probability that a segment of the begin tag covers exactly the places from `from` to `to`, both included. */
  segment(begin: number, from: number, to: number): number;
  /** The probability that a place has the begin tag or its inside tag. */
  tagProbability(begin: number, place: number): number;
  /** The probability that no place has the begin tag (or, therefore, its inside tag). */
  without(begin: number): number;
}

/** Makes a CRF of learned transition scores, `transitions[from][to]`; what cannot follow is forbidden here. */
export function createCrf(transitions: readonly (readonly number[])[]): Crf {
  const tags = transitions.length;
  const isInside = (tag: number): boolean => tag >= 2 && tag % 2 === 0;
  const through = new Float64Array(tags * tags);
  for (let from = 0; from < tags; from++) {
    for (let to = 0; to < tags; to++) {
      const possible = !isInside(to) || from === to || from === to - 1;
      through[from * tags + to] = possible ? (transitions[from]?.[to] ?? 0) : FORBIDDEN;
    }
  }
  const step = through.map(Math.exp);

  let capacity = 0;
  let back = new Uint8Array(0);
  let weights = new Float64Array(0);
  let forward = new Float64Array(0);
  let backward = new Float64Array(0);
  let scale = new Float64Array(0);
  let observed = 0;
  let current = new Float64Array(tags);
  let next = new Float64Array(tags);

  const reserve = (length: number): void => {
    if (length <= capacity) return;
    capacity = Math.max(length, 2 * capacity, 512);
    back = new Uint8Array(capacity * tags);
    weights = new Float64Array(capacity * tags);
    forward = new Float64Array(capacity * tags);
    backward = new Float64Array(capacity * tags);
    scale = new Float64Array(capacity);
  };

  const bestPath = (scores: Float64Array, length: number, path: Uint8Array): number => {
    reserve(length);
    if (length === 0) return 0;
    for (let tag = 0; tag < tags; tag++) current[tag] = isInside(tag) ? FORBIDDEN : scores[tag]!;
    for (let place = 1; place < length; place++) {
      const row = place * tags;
      for (let to = 0; to < tags; to++) {
        let top = -Infinity;
        let best = 0;
        for (let from = 0; from < tags; from++) {
          const value = current[from]! + through[from * tags + to]!;
          if (value > top) {
            top = value;
            best = from;
          }
        }
        next[to] = top + scores[row + to]!;
        back[row + to] = best;
      }
      [current, next] = [next, current];
    }
    let tag = 0;
    for (let other = 1; other < tags; other++) if (current[other]! > current[tag]!) tag = other;
    const total = current[tag]!;
    for (let place = length - 1; place >= 0; place--) {
      path[place] = tag;
      tag = back[place * tags + tag]!;
    }
    return total;
  };

  // Forward and backward sums, each place scaled to sum to one, so that no long text underflows.
  const observe = (scores: Float64Array, length: number): void => {
    reserve(length);
    observed = length;
    for (let place = 0; place < length; place++) {
      const row = place * tags;
      let top = -Infinity;
      for (let tag = 0; tag < tags; tag++) top = Math.max(top, scores[row + tag]!);
      let sum = 0;
      for (let to = 0; to < tags; to++) {
        const weight = Math.exp(scores[row + to]! - top);
        let reached = 0;
        if (place === 0) reached = isInside(to) ? 0 : 1;
        else {
          for (let from = 0; from < tags; from++) {
            reached += forward[row - tags + from]! * step[from * tags + to]!;
          }
        }
        weights[row + to] = weight;
        forward[row + to] = weight * reached;
        sum += weight * reached;
      }
      scale[place] = sum;
      for (let to = 0; to < tags; to++) forward[row + to]! /= sum;
    }
    for (let place = length - 1; place >= 0; place--) {
      const row = place * tags;
      for (let from = 0; from < tags; from++) {
        let sum = 0;
        if (place === length - 1) sum = 1;
        else {
          const after = row + tags;
          for (let to = 0; to < tags; to++) {
            sum += step[from * tags + to]! * weights[after + to]! * backward[after + to]!;
          }
          sum /= scale[place + 1]!;
        }
        backward[row + from] = sum;
      }
    }
  };

  const segment = (begin: number, from: number, to: number): number => {
    const inside = begin + 1;
    let probability = forward[from * tags + begin]!;
    let tag = begin;
    for (let place = from + 1; place <= to; place++) {
      const weight = weights[place * tags + inside]!;
      probability *= (step[tag * tags + inside]! * weight) / scale[place]!;
      tag = inside;
    }
    if (to === observed - 1) return probability;
    const after = (to + 1) * tags;
    let rest = 0;
    for (let other = 0; other < tags; other++) {
      if (other === inside) continue;
      rest += step[tag * tags + other]! * weights[after + other]! * backward[after + other]!;
    }
    return (probability * rest) / scale[to + 1]!;
  };

  const tagProbability = (begin: number, place: number): number => {
    const at = place * tags + begin;
    return forward[at]! * backward[at]! + forward[at + 1]! * backward[at + 1]!;
  };

  const without = (begin: number): number => {
    let share = 1;
    for (let place = 0; place < observed; place++) {
      const row = place * tags;
      let sum = 0;
      for (let to = 0; to < tags; to++) {
        let reached = 0;
        if (to === begin || to === begin + 1) reached = 0;
        else if (place === 0) reached = isInside(to) ? 0 : 1;
        else
          for (let from = 0; from < tags; from++)
            reached += current[from]! * step[from * tags + to]!;
        next[to] = reached * weights[row + to]!;
        sum += next[to]!;
      }
      if (sum === 0) return 0;
      share *= sum / scale[place]!;
      for (let to = 0; to < tags; to++) next[to]! /= sum;
      [current, next] = [next, current];
    }
    return share;
  };

  return { tags, bestPath, observe, segment, tagProbability, without };
}
