// The networks themselves: weights → functions from numbers to numbers. The only file that knows ONNX Runtime, which
// runs natively, or as WebAssembly on platforms that its native library does not cover.

import { createRequire } from 'node:module';

import type * as ort from 'onnxruntime-node';

import { FEATURES } from './features';

type Ort = typeof ort;

export type RuntimeName = 'native' | 'wasm';

/** What the encoder makes of one window, row by row; a row is one subtoken's. */
export interface Encoded {
  /** Scores of the joint tags come first in each row of `width` numbers. */
  readonly rows: Float32Array;
  readonly width: number;
  /** What the context head reads: the vector of the word, then that of the cue. */
  readonly context: Float32Array;
  readonly contextWidth: number;
}

/** The inputs of the context head; all but `cue` have a number, or `hidden` numbers, for each place of each cue. */
export interface CueInputs {
  readonly cues: number;
  readonly places: number;
  readonly hidden: number;
  readonly word: Float32Array;
  readonly cue: Float32Array;
  readonly distance: BigInt64Array;
  readonly breaks: BigInt64Array;
  readonly present: Float32Array;
}

export interface Network {
  readonly runtime: RuntimeName;
  /** Reads one window; ids and features hold as many as there are subtokens. */
  encode(ids: BigInt64Array, features: BigInt64Array): Promise<Encoded>;
  /** Scores of five tags for each place of each cue. */
  scoreCues(inputs: CueInputs): Promise<Float32Array>;
  close(): Promise<void>;
}

/** Loads encoder and context head on one thread, natively where that is possible and no other runtime is asked for. */
export async function loadNetwork(
  weights: { readonly encoder: Uint8Array; readonly context: Uint8Array },
  wanted?: RuntimeName,
): Promise<Network> {
  const { ort, runtime } = loadRuntime(wanted);
  const open = (graph: Uint8Array): Promise<ort.InferenceSession> =>
    ort.InferenceSession.create(graph, {
      executionProviders: [runtime === 'native' ? 'cpu' : 'wasm'],
      intraOpNumThreads: 1,
      interOpNumThreads: 1,
      executionMode: 'sequential',
      graphOptimizationLevel: 'all',
      // Windows differ in length: a memory plan would be made and kept for each length.
      enableMemPattern: false,
    });
  const encoder = await open(weights.encoder);
  const context = await open(weights.context);
  const floats = (data: Float32Array, ...shape: number[]): ort.Tensor =>
    new ort.Tensor('float32', data, shape);
  const integers = (data: BigInt64Array, ...shape: number[]): ort.Tensor =>
    new ort.Tensor('int64', data, shape);

  return {
    runtime,
    async encode(ids, features) {
      const length = ids.length;
      const outputs = await encoder.run({
        ids: integers(ids, 1, length),
        feats: integers(features, 1, length, FEATURES),
      });
      const rows = outputs['out']!;
      const words = outputs['context']!;
      return {
        rows: rows.data as Float32Array,
        width: rows.dims[2]!,
        context: words.data as Float32Array,
        contextWidth: words.dims[2]!,
      };
    },
    async scoreCues({ cues, places, hidden, word, cue, distance, breaks, present }) {
      const outputs = await context.run({
        word: floats(word, cues, places, hidden),
        cue: floats(cue, cues, hidden),
        distance: integers(distance, cues, places),
        breaks: integers(breaks, cues, places),
        present: floats(present, cues, places),
      });
      return outputs['scores']!.data as Float32Array;
    },
    async close() {
      await encoder.release();
      await context.release();
    },
  };
}

/** Loaded only when a tagger is made, for the native library may be missing; by `require`, as both are CommonJS. */
function loadRuntime(wanted?: RuntimeName): { ort: Ort; runtime: RuntimeName } {
  const load = createRequire(__filename);
  if (wanted !== 'wasm') {
    try {
      return { ort: load('onnxruntime-node') as Ort, runtime: 'native' };
    } catch (cause) {
      if (wanted === 'native') throw cause;
    }
  }

  const ort = load('onnxruntime-web') as Ort;
  ort.env.wasm.numThreads = 1;
  return { ort, runtime: 'wasm' };
}
