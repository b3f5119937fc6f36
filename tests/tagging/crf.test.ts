// Best path and probabilities of the CRF, against all paths written out.

import * as fc from 'fast-check';

import { createCrf } from '../../src/tagging/crf';

const TAGS = 5;
const allowed = (from: number | null, to: number): boolean =>
  to % 2 === 1 || to === 0 || from === to || from === to - 1;

function pathsOf(length: number): number[][] {
  let paths: number[][] = [[]];
  for (let place = 0; place < length; place++) {
    paths = paths.flatMap((path) =>
      [0, 1, 2, 3, 4]
        .filter((tag) => allowed(path.at(-1) ?? null, tag))
        .map((tag) => [...path, tag]),
    );
  }
  return paths;
}

const number = fc.double({ min: -3, max: 3, noNaN: true });
const transitionRows = fc.array(fc.array(number, { minLength: TAGS, maxLength: TAGS }), {
  minLength: TAGS,
  maxLength: TAGS,
});
const chains = fc.integer({ min: 1, max: 5 }).chain((length) =>
  fc.record({
    length: fc.constant(length),
    transitions: transitionRows,
    scores: fc.array(number, { minLength: length * TAGS, maxLength: length * TAGS }),
  }),
);

function total(path: number[], scores: number[], transitions: number[][]): number {
  return path.reduce(
    (sum, tag, place) =>
      sum + scores[place * TAGS + tag]! + (place > 0 ? transitions[path[place - 1]!]![tag]! : 0),
    0,
  );
}

test('the best path is the best of all possible paths', () => {
  fc.assert(
    fc.property(chains, ({ length, transitions, scores }) => {
      const path = new Uint8Array(length);
      const score = createCrf(transitions).bestPath(Float64Array.from(scores), length, path);
      const best = Math.max(...pathsOf(length).map((p) => total(p, scores, transitions)));
      expect(score).toBeCloseTo(best, 6);
      expect(total([...path], scores, transitions)).toBeCloseTo(best, 6);
    }),
  );
});

test('probabilities are shares of the weight of all possible paths', () => {
  fc.assert(
    fc.property(chains, ({ length, transitions, scores }) => {
      const crf = createCrf(transitions);
      crf.observe(Float64Array.from(scores), length);
      const weighed = pathsOf(length).map((path) => ({
        path,
        weight: Math.exp(total(path, scores, transitions)),
      }));
      const all = weighed.reduce((sum, { weight }) => sum + weight, 0);
      const share = (holds: (path: number[]) => boolean): number =>
        weighed.reduce((sum, { path, weight }) => sum + (holds(path) ? weight : 0), 0) / all;
      const to = length - 1;
      for (const from of [0, to]) {
        const covers = (path: number[]): boolean =>
          path.every((tag, place) => place < from || tag === (place === from ? 3 : 4));
        expect(crf.segment(3, from, to)).toBeCloseTo(share(covers), 6);
      }
      expect(crf.segment(1, 0, 0)).toBeCloseTo(
        share((path) => path[0] === 1 && path[1] !== 2),
        6,
      );
      expect(crf.tagProbability(3, to)).toBeCloseTo(
        share((path) => path[to]! >= 3),
        6,
      );
      expect(crf.without(1)).toBeCloseTo(
        share((path) => path.every((tag) => tag !== 1 && tag !== 2)),
        6,
      );
    }),
  );
});

test('a chain of a hundred thousand places neither underflows nor takes long', () => {
  const length = 100_000;
  const crf = createCrf(Array.from({ length: TAGS }, () => Array<number>(TAGS).fill(-2)));
  const scores = new Float64Array(length * TAGS).fill(-5);
  crf.observe(scores, length);
  expect(crf.tagProbability(3, length - 1)).toBeGreaterThan(0);
  expect(crf.without(1)).toBeLessThan(1e-300);
});
