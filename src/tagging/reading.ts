// One window's scores → its attributions: the best joint path gives the cues, a second path for each cue its source
// and content. Everything is decided inside the window, so that memory does not grow with the text.

import { createCrf } from './crf';
import type { Heads } from './heads';
import { JOINT_TAGS, PAIR_TAGS } from './heads';
import type { WindowScores } from './pairHead';
import { createPairHead, layoutFor } from './pairHead';
import type { Reading, Run, RunnerUp } from './pairPath';
import { createPairPath } from './pairPath';
import type { AttributionScores } from './types';

const JOINT_CUE = 3;

export interface WordAttribution extends Reading {
  readonly cue: Run;
  readonly scores: AttributionScores;
  readonly otherSource: RunnerUp | null;
  readonly otherContent: RunnerUp | null;
}

export type ReadWindow = (
  window: WindowScores,
  words: number,
  low: number,
  high: number,
) => WordAttribution[];

/** Makes a reader of windows: the attributions whose cue starts at a word from `low` to `high`, counted in the window. */
export function createReader(heads: Heads, reachWords: number): ReadWindow {
  const layout = layoutFor(heads.hidden, JOINT_TAGS);
  const scorePairs = createPairHead(heads, layout);
  const joint = createCrf(heads.jointTransitions);
  const pair = createPairPath(createCrf(heads.pairTransitions));
  let capacity = 0;
  let emissions = new Float64Array(0);
  let path = new Uint8Array(0);
  let pairScores = new Float64Array(0);

  const reserve = (words: number): void => {
    if (words <= capacity) return;
    capacity = words + 64;
    emissions = new Float64Array(capacity * JOINT_TAGS);
    pairScores = new Float64Array(capacity * PAIR_TAGS);
    path = new Uint8Array(capacity);
  };

  const readCue = (window: WindowScores, words: number, cue: Run): WordAttribution | null => {
    const low = Math.max(0, cue.first - reachWords);
    const high = Math.min(words, cue.last + 1 + reachWords);
    const length = high - low;
    scorePairs(window, cue.first, cue.last, low, high, pairScores);
    const { source, content } = pair.read(pairScores, length);
    if (content.length === 0) return null;
    const others = pair.runnersUp();
    return {
      cue,
      source: source.map((run) => shifted(run, low)),
      content: content.map((run) => shifted(run, low)),
      scores: { cue: joint.segment(JOINT_CUE, cue.first, cue.last), ...pair.scores() },
      otherSource: others.source && moved(others.source, low),
      otherContent: others.content && moved(others.content, low),
    };
  };

  return (window, words, low, high) => {
    reserve(words);
    for (let word = 0; word < words; word++) {
      const row = window.offsets[word]!;
      for (let tag = 0; tag < JOINT_TAGS; tag++) {
        emissions[word * JOINT_TAGS + tag] = window.rows[row + tag]!;
      }
    }
    joint.bestPath(emissions, words, path);
    joint.observe(emissions, words);
    const found: WordAttribution[] = [];
    for (let word = low; word < high; word++) {
      if (path[word] !== JOINT_CUE) continue;
      let last = word;
      while (last + 1 < words && path[last + 1] === JOINT_CUE + 1) last++;
      const attribution = readCue(window, words, { first: word, last });
      if (attribution) found.push(attribution);
    }
    return found;
  };
}

function shifted(run: Run, by: number): Run {
  return { first: run.first + by, last: run.last + by };
}

function moved({ source, content, odds }: RunnerUp, by: number): RunnerUp {
  const shift = (run: Run): Run => shifted(run, by);
  return { source: source.map(shift), content: content.map(shift), odds };
}
