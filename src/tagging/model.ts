// A folder of weights → its parts, each checked against the hash that the manifest gives.

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { z } from 'zod';

import { readCalibration } from './calibration';
import type { Heads } from './heads';
import { readHeads } from './heads';
import type { Calibration } from './types';
import type { WindowSize } from './windows';

const MANIFEST = 'manifest.json';
const REMEDY = 'Fetch the models folder of this release again (it is part of the repository).';

const manifestFile = z.object({
  name: z.string(),
  version: z.string().optional(),
  files: z.record(z.string(), z.object({ sha256: z.string(), bytes: z.int().positive() })),
  window: z.object({
    subtokens: z.int().min(16).max(512),
    overlapWords: z.int().min(0),
    reachWords: z.int().positive(),
  }),
});

export interface Model {
  readonly name: string;
  /** What tells one set of weights from another: the manifest's version, else the start of the encoder's hash. */
  readonly version: string;
  readonly weights: { readonly encoder: Uint8Array; readonly context: Uint8Array };
  readonly heads: Heads;
  readonly vocabulary: readonly string[];
  readonly window: WindowSize;
  readonly reachWords: number;
  readonly calibration: Calibration;
}

/** Reads a model; says which file is missing, damaged or not what the manifest lists, and what to do about it. */
export async function loadModel(modelDir: string): Promise<Model> {
  const bytes = await readPart(modelDir, MANIFEST);
  const manifest = parsed(MANIFEST, () => manifestFile.parse(JSON.parse(bytes.toString('utf8'))));
  const names = Object.keys(manifest.files);
  const needed = async (ending: string): Promise<Buffer> => {
    const name = names.find((candidate) => candidate.endsWith(ending));
    if (name === undefined) throw damaged(`${MANIFEST} lists no file that ends in ${ending}.`);
    return readChecked(modelDir, name, manifest.files[name]!.sha256);
  };
  const [encoder, context, heads, vocabulary, calibration] = await Promise.all([
    needed('.int8.onnx'),
    needed('.context.onnx'),
    needed('.head.json'),
    needed('.vocab.txt'),
    needed('.calibration.json'),
  ]);
  return {
    name: manifest.name,
    version: manifest.version ?? sha256(encoder).slice(0, 12),
    weights: { encoder, context },
    heads: parsed('The head parameters', () => readHeads(JSON.parse(heads.toString('utf8')))),
    vocabulary: vocabulary.toString('utf8').trimEnd().split('\n'),
    window: manifest.window,
    reachWords: manifest.window.reachWords,
    calibration: parsed('The calibration', () =>
      readCalibration(JSON.parse(calibration.toString('utf8'))),
    ),
  };
}

async function readPart(modelDir: string, name: string): Promise<Buffer> {
  try {
    return await readFile(join(modelDir, name));
  } catch (cause) {
    throw damaged(`${join(modelDir, name)} cannot be read.`, cause);
  }
}

async function readChecked(modelDir: string, name: string, expected: string): Promise<Buffer> {
  const content = await readPart(modelDir, name);
  if (sha256(content) !== expected) {
    throw damaged(
      `${join(modelDir, name)} is not the file that ${MANIFEST} lists (its SHA-256 differs).`,
    );
  }
  return content;
}

function sha256(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

function parsed<Part>(what: string, parse: () => Part): Part {
  try {
    return parse();
  } catch (cause) {
    throw damaged(`${what} cannot be understood: ${(cause as Error).message}.`, cause);
  }
}

/** A plain error and no AppError: no request causes it and none can mend it, so the service must not start. */
function damaged(message: string, cause?: unknown): Error {
  return new Error(`The model cannot be loaded. ${message} ${REMEDY}`, { cause });
}
