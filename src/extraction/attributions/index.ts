// cues → attributions: the rule-based step. A learned tagger takes the place of `findAttributions` and of nothing else.

import type { CueCandidate } from '../cues/findCues';
import type { Document } from '../document';
import { accordingTo } from './accordingTo';
import type { Attribution } from './attribution';
import { readVerbGroup, type VerbGroup } from './clauses';
import { labelled } from './labels';
import { withRunOns } from './runOn';
import { verbalAttribution } from './verbal';

export type { Attribution } from './attribution';

/** Every attribution of the document, in text order of their contents. */
export function findAttributions(document: Document, cues: readonly CueCandidate[]): Attribution[] {
  const ofKind = (kind: CueCandidate['entry']['kind']): CueCandidate[] =>
    cues.filter(({ entry }) => entry.kind === kind);
  // Noun cues ("Trump's claim that…") are left to a learned tagger: by rule 17 % of them were right.
  const cued = [
    ...labelled(document),
    ...ofKind('preposition').map((cue) => accordingTo(document, cue)),
    ...verbGroupsBySentence(document, cues).flatMap((groups) =>
      groups.map((group, i) =>
        verbalAttribution(document, group, groups.slice(0, i), groups.slice(i + 1)),
      ),
    ),
  ].filter((found) => found !== null);
  return withRunOns(document, cued).sort(inTextOrder);
}

function verbGroupsBySentence(document: Document, cues: readonly CueCandidate[]): VerbGroup[][] {
  const bySentence = new Map<number, VerbGroup[]>();
  for (const cue of cues) {
    if (cue.entry.kind !== 'verb') continue;
    const sentence = document.tokens[cue.head]!.sentence;
    bySentence.set(sentence, [...(bySentence.get(sentence) ?? []), readVerbGroup(document, cue)]);
  }
  return [...bySentence.values()];
}

function inTextOrder(a: Attribution, b: Attribution): number {
  return a.content[0]!.start - b.content[0]!.start || b.content.at(-1)!.end - a.content.at(-1)!.end;
}
