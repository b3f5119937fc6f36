// The network itself: weights → a function from subtokens to scores. The only file that knows ONNX Runtime, which
// runs natively, or as WebAssembly on platforms that its native library does not cover.

import { createRequire } from 'node:module';

import type * as ort from 'onnxruntime-node';

import { FEATURES } from './features';

type Ort = typeof ort;

export type RuntimeName = 'native' | 'wasm';

export interface Network {
  readonly runtime: RuntimeName;
  /** Scores of one window, `width` numbers a subtoken; ids and features hold as many as there are subtokens. */
  run(ids: BigInt64Array, features: BigInt64Array): Promise<Float32Array>;
  close(): Promise<void>;
}

/** Loads a network on one thread, natively where that is possible and no other runtime is asked for. */
export async function loadNetwork(weights: Uint8Array, wanted?: RuntimeName): Promise<Network> {
  const { ort, runtime } = loadRuntime(wanted);
  const session = await ort.InferenceSession.create(weights, {
    executionProviders: [runtime === 'native' ? 'cpu' : 'wasm'],
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    executionMode: 'sequential',
    graphOptimizationLevel: 'all',
    // Windows differ in length: a memory plan would be made and kept for each length.
    enableMemPattern: false,
  });
  return {
    runtime,
    run: async (ids, features) => {
      const length = ids.length;
      const { out } = await session.run({
        ids: new ort.Tensor('int64', ids, [1, length]),
        feats: new ort.Tensor('int64', features, [1, length, FEATURES]),
      });
      return out?.data as Float32Array;
    },
    close: () => session.release(),
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
