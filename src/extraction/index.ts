// The only door of extraction: text in, attributed statements out. Pure: the same text gives the same result.

import { findAttributions } from './attributions';
import { findCues } from './cues/findCues';
import { readDocument } from './document';
import { resolveSpeakers } from './speakers';
import { buildStatements } from './statements';
import type { Extraction } from './types';

export type { Attribution } from './attributions';
export type { Document } from './document';
export type * from './types';

export const ENGINE = { name: 'verbatim-rules', version: '0.1.0' } as const;

/** What `extract` can be handed in: a learned tagger may take the place of the rules that find attributions. */
export interface ExtractOptions {
  readonly findAttributions?: typeof findAttributions;
}

/** Finds who said what in `text`. Never throws, whatever the text; spans are UTF-16 code units, half-open. */
export function extract(text: string, options: ExtractOptions = {}): Extraction {
  const document = readDocument(text); // text → paragraphs, tokens, sentences, quotations
  const cues = findCues(document);
  const attributions = (options.findAttributions ?? findAttributions)(document, cues);
  const { speakers, links } = resolveSpeakers(document, attributions);
  return { engine: ENGINE, speakers, statements: buildStatements(document, attributions, links) };
}

/** The names to print for a statement: those of people and organisations; a document, group or unnamed source has none. */
export function speakerNames(
  extraction: Extraction,
  statement: Extraction['statements'][number],
): string[] {
  return statement.speakers
    .map(({ speaker }) => extraction.speakers[speaker]!)
    .filter(({ type }) => type === 'person' || type === 'organisation')
    .map(({ name }) => name);
}
