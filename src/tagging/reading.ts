// One window's scores → its attributions: the best joint path gives the cues, a second path for each cue its source
// and content. Everything is decided inside the window, so that memory does not grow with the text.

import type { Reach, WindowRows } from './contextHead';
import { createCrf } from './crf';
import type { Reading, Run, RunnerUp } from './cuePath';
import { createCuePath } from './cuePath';
import type { Heads } from './heads';
import { CUE_TAGS, JOINT_TAGS } from './heads';
import type { AttributionScores } from './types';

const JOINT_CUE = 3;

export interface WordAttribution extends Reading {
  readonly cue: Run;
  readonly scores: AttributionScores;
  readonly otherSource: RunnerUp | null;
  readonly otherContent: RunnerUp | null;
}

/** A cue found, the words in its reach, and the probability that it is one. */
export interface FoundCue extends Reach {
  readonly probability: number;
}

export interface Reader {
  /** The cues of a window whose first word lies from `low` to `high`, counted in the window. */
  findCues(window: WindowRows, words: number, low: number, high: number): FoundCue[];
  /** Source and content of a cue by the scores of the words in its reach; null where it has no content. */
  readCue(cue: FoundCue, scores: Float64Array): WordAttribution | null;
}

/** Makes a reader of windows; its arrays are kept from window to window. */
export function createReader(heads: Heads, reachWords: number): Reader {
  const joint = createCrf(heads.jointTransitions);
  const cuePath = createCuePath(createCrf(heads.cueTransitions));
  let capacity = 0;
  let emissions = new Float64Array(0);
  let path = new Uint8Array(0);

  const reserve = (words: number): void => {
    if (words <= capacity) return;
    capacity = words + 64;
    emissions = new Float64Array(capacity * JOINT_TAGS);
    path = new Uint8Array(capacity);
  };

  return {
    findCues({ rows, width, places }, words, low, high) {
      reserve(words);
      for (let word = 0; word < words; word++) {
        const row = places[word]! * width;
        for (let tag = 0; tag < JOINT_TAGS; tag++) {
          emissions[word * JOINT_TAGS + tag] = rows[row + tag]!;
        }
      }
      joint.bestPath(emissions, words, path);
      joint.observe(emissions, words);
      const found: FoundCue[] = [];
      for (let first = low; first < high; first++) {
        if (path[first] !== JOINT_CUE) continue;
        let last = first;
        while (last + 1 < words && path[last + 1] === JOINT_CUE + 1) last++;
        found.push({
          first,
          last,
          low: Math.max(0, first - reachWords),
          high: Math.min(words, last + 1 + reachWords),
          probability: joint.segment(JOINT_CUE, first, last),
        });
      }
      return found;
    },

    readCue({ first, last, low, probability }, scores) {
      const { source, content } = cuePath.read(scores, scores.length / CUE_TAGS);
      if (content.length === 0) return null;
      const others = cuePath.runnersUp();
      return {
        cue: { first, last },
        source: source.map((run) => shifted(run, low)),
        content: content.map((run) => shifted(run, low)),
        scores: { cue: probability, ...cuePath.scores() },
        otherSource: others.source && moved(others.source, low),
        otherContent: others.content && moved(others.content, low),
      };
    },
  };
}

function shifted(run: Run, by: number): Run {
  return { first: run.first + by, last: run.last + by };
}

function moved({ source, content, odds }: RunnerUp, by: number): RunnerUp {
  const shift = (run: Run): Run => shifted(run, by);
  return { source: source.map(shift), content: content.map(shift), odds };
}
