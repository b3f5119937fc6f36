// "according to X, …", "…, according to X": the cue is a preposition and the source follows it.

import type { CueCandidate } from '../cues/findCues';
import type { Document } from '../document';
import type { Span } from '../types';
import type { Attribution } from './attribution';
import { attribution } from './build';
import { spanOf } from './contentAfter';
import { nounPhraseAfter } from './nounPhrases';

/** The attribution of a prepositional cue; null where no source follows. */
export function accordingTo(document: Document, cue: CueCandidate): Attribution | null {
  const { tokens, sentences } = document;
  const { first, last } = sentences[tokens[cue.head]!.sentence]!;
  const source = nounPhraseAfter(tokens, cue.last, last);
  if (source === null) return null;
  const quoted = tokens[cue.head - 1];
  const contents: (Span | null)[] = [];
  if (quoted !== undefined && cue.head > first) {
    // "“…,” according to X": the whole quotation, which may have begun sentences before
    const behind =
      quoted.quotation >= 0 && quoted.quotation !== tokens[cue.head]!.quotation
        ? document.quotations[quoted.quotation]!
        : null;
    const start = behind !== null && behind.start < tokens[first]!.start ? behind.start : null;
    const before = spanOf(document, first, cue.head);
    contents.push(start === null || before === null ? before : { start, end: before.end });
  }
  const goesOn =
    cue.head === first ||
    (tokens[source.last]?.text === ',' &&
      !/^(?:which|who|while|a|an)$/.test(tokens[source.last + 1]?.lower ?? ''));
  if (goesOn) contents.push(spanOf(document, source.last, last));
  return attribution('according-to', spanOf(document, source.first, source.last), cue, contents);
}
