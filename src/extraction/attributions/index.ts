// What the model found → attributions, completed by what a model trained on news stories does not find. What each rule is
// worth, and which were tried and left out: training/EXPERIMENTS.md, "Rules after the model".

import type { Calibration, TaggedAttribution } from '../../tagging/types';
import type { Document } from '../document';
import type { Attribution } from './attribution';
import { weigh } from './confidence';
import { fromTagged } from './fromTagged';
import { isKeptFrom } from './keptFrom';
import { labelled } from './labels';
import { withoutLayout } from './layout';
import { withoutAddressee } from './passives';
import { reactions } from './reactions';
import { runOns } from './runOns';
import { unlessLabelled } from './unlessLabelled';

export type { Attribution } from './attribution';

/** Every attribution of the document, in text order of their contents. */
export function readAttributions(
  document: Document,
  tagged: readonly TaggedAttribution[],
  calibration: Calibration,
): Attribution[] {
  const labels = labelled(document);
  const found = tagged
    .map((one) => fromTagged(document.text, one))
    .filter((one) => one !== null)
    .filter((one) => !isKeptFrom(document, one))
    .map((one) => withoutAddressee(document, one))
    .map((one) => withoutLayout(document, one))
    .filter((one) => one !== null);
  const weighed = weigh(document, unlessLabelled(found, labels), calibration);
  // "the plan is expected to pass": on the dev sets two of three below it are wrong
  const likely = weighed.filter(({ confidence }) => confidence >= calibration.least);
  const marked = [...labels, ...likely];
  const cued = [...marked, ...reactions(document, marked)];
  return [...cued, ...runOns(document, cued)].sort(inTextOrder);
}

function inTextOrder(a: Attribution, b: Attribution): number {
  return a.content[0]!.start - b.content[0]!.start || b.content.at(-1)!.end - a.content.at(-1)!.end;
}
