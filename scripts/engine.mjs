// The engine as built in dist/, with any folder of weights: what the score card and the fit of confidence read with.
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const dist = fileURLToPath(new URL('../dist/', import.meta.url));

/** `read(text)` gives the extraction and what led to it; with `keepAll` also what the engine finds too unlikely to give. */
export async function createEngine(models, { keepAll = false } = {}) {
  const { createTagger } = require(`${dist}tagging`);
  const { explain, speakerNames } = require(`${dist}extraction`);
  const tagger = await createTagger({ modelDir: resolve(models) });
  const calibration = keepAll ? { ...tagger.calibration, least: 0 } : tagger.calibration;
  return {
    calibration: tagger.calibration,
    read: (text) => explain(text, { tagger: { ...tagger, calibration } }),
    namesOf: speakerNames,
    close: () => tagger.close(),
  };
}

/** A statement's spans as the referee wants them. */
export function bare({ source, cue, content }) {
  const pairs = (spans) =>
    spans.filter((span) => span !== null).map(({ start, end }) => [start, end]);
  return { source: pairs([source]), cue: pairs([cue]), content: pairs(content) };
}

/** What the text says of each attribution of the model, as confidence takes it in; null for those that a rule made. */
export function signalsOf(text, { attributions }) {
  const { readDocument } = require(`${dist}extraction/document`);
  const { textSignals } = require(`${dist}extraction/attributions/confidence`);
  const { findParents } = require(`${dist}extraction/nesting`);
  const document = readDocument(text);
  const ofModel = attributions.filter(({ foundBy }) => foundBy === 'model');
  const parents = findParents(ofModel);
  const signals = new Map(
    ofModel.map((one, index) => [one, textSignals(document, one, parents[index] !== null)]),
  );
  return attributions.map((one) => signals.get(one) ?? null);
}
