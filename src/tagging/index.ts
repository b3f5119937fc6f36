// The door of the learned part. text → words and subtokens → features → windows → network → attributions.

import { scoreCues } from './contextHead';
import type { Reading, Run, RunnerUp } from './cuePath';
import { sourceRun } from './cuePath';
import type { Features } from './features';
import { FEATURES, wordFeatures } from './features';
import type { Model } from './model';
import { loadModel } from './model';
import type { WordAttribution } from './reading';
import { createReader } from './reading';
import type { Network, RuntimeName } from './runtime';
import { loadNetwork } from './runtime';
import { spanOfWords } from './spans';
import type { Tokens } from './tokenizer';
import { createTokenizer, END, START } from './tokenizer';
import type { Alternative, TaggedAttribution, Tagger, TextSpan } from './types';
import type { Window } from './windows';
import { cutWindows } from './windows';

export type * from './types';

export interface TaggerOptions {
  /** The folder with manifest.json and the files that it lists. */
  readonly modelDir: string;
  /** Only to force one: by default the native runtime, and WebAssembly where that cannot be loaded. */
  readonly runtime?: RuntimeName;
}

/** Loads a model; fails with a sentence that says what to do where a file of it is missing or damaged. */
export async function createTagger({ modelDir, runtime }: TaggerOptions): Promise<Tagger> {
  // The runtime has copied the weights once it is made: 24 MB that nothing may hold on to.
  const { weights, ...model } = await loadModel(modelDir);
  const network = await loadNetwork(weights, runtime);
  return {
    model: { name: model.name, version: model.version },
    calibration: model.calibration,
    runtime: network.runtime,
    tag: createTag(model, network),
    close: network.close,
  };
}

function createTag(model: Omit<Model, 'weights'>, network: Network): Tagger['tag'] {
  const tokenize = createTokenizer(model.vocabulary);
  const { findCues, readCue } = createReader(model.heads, model.reachWords);

  const readWindow = async (
    tokens: Tokens,
    features: Features,
    { start, end, low, high }: Window,
  ): Promise<WordAttribution[]> => {
    const { ids, values, places } = inputs(tokens, features, start, end, model.window.subtokens);
    const paragraphs = features.paragraphs.subarray(start, end);
    const window = { ...(await network.encode(ids, values)), places, paragraphs };
    const cues = findCues(window, end - start, low - start, high - start);
    const scores = await scoreCues(network, window, cues);
    return cues.map((cue, i) => readCue(cue, scores[i]!)).filter((found) => found !== null);
  };

  return async (text, mayGoOn = () => true) => {
    const tokens = tokenize(text);
    const features = wordFeatures(text, tokens, model.heads.lexicon);
    const found: TaggedAttribution[] = [];
    let cueEnd = 0;
    // One window at a time: in batches the scores of a megabyte would be held at once, and on one thread a batch of
    // four costs as much as four windows (measured: 15.5 against 15.9 thousand subtokens a second).
    for (const window of cutWindows(tokens, features, model.window)) {
      if (!mayGoOn()) throw new Error('The text was given up before it was read to its end.');
      for (const attribution of await readWindow(tokens, features, window)) {
        const tagged = inText(text, tokens, window.start, attribution);
        // Two windows may disagree on where a cue at their border starts.
        if (tagged.cue.start < cueEnd) continue;
        cueEnd = tagged.cue.end;
        found.push(tagged);
      }
    }
    return found;
  };
}

/** What the network reads of a window, and which row of its answer is each word's. */
function inputs(
  tokens: Tokens,
  features: Features,
  start: number,
  end: number,
  subtokens: number,
): { ids: BigInt64Array; values: BigInt64Array; places: Int32Array } {
  const from = tokens.first[start]!;
  // One word of more subtokens than a window holds is cut.
  const length = Math.min(subtokens - 2, tokens.first[end]! - from);
  const ids = new BigInt64Array(length + 2);
  const values = new BigInt64Array((length + 2) * FEATURES);
  const places = new Int32Array(end - start);
  ids[0] = BigInt(START);
  ids[length + 1] = BigInt(END);
  for (let word = start; word < end; word++) {
    const first = tokens.first[word]! - from;
    const next = Math.min(length, tokens.first[word + 1]! - from);
    places[word - start] = Math.min(first + 1, length);
    for (let place = first; place < next; place++) {
      ids[place + 1] = BigInt(tokens.ids[from + place]!);
      for (let feature = 0; feature < FEATURES; feature++) {
        values[(place + 1) * FEATURES + feature] = BigInt(
          features.values[word * FEATURES + feature]!,
        );
      }
    }
  }
  return { ids, values, places };
}

function inText(
  text: string,
  tokens: Tokens,
  start: number,
  attribution: WordAttribution,
): TaggedAttribution {
  const span = (run: Run): TextSpan =>
    spanOfWords(text, tokens, start + run.first, start + run.last);
  const spans = (runs: readonly Run[]): TextSpan[] => runs.map(span);
  const source = (reading: Reading): TextSpan | null => {
    const run = sourceRun(attribution.cue, reading);
    return run && span(run);
  };
  const other = (reading: RunnerUp | null): Alternative | null =>
    reading && { source: source(reading), content: spans(reading.content), odds: reading.odds };
  return {
    cue: span(attribution.cue),
    source: source(attribution),
    content: spans(attribution.content),
    scores: attribution.scores,
    alternatives: {
      source: other(attribution.otherSource),
      content: other(attribution.otherContent),
    },
  };
}
