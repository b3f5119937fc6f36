// The only door of extraction: text in, attributed statements out. Pure: the same text and tagger give the same result.

import type { Tagger } from '../tagging/types';
import type { Attribution } from './attributions';
import { readAttributions } from './attributions';
import { readDocument } from './document';
import { resolveSpeakers } from './speakers';
import { buildStatements } from './statements';
import { findSubjects } from './subjects';
import { asTaught } from './taught';
import type { Extraction } from './types';

export type { Attribution } from './attributions';
export { readMarked } from './marked';
export type { Document } from './document';
export type * from './types';

export const ENGINE = { name: 'verbatim-learned', version: '1.3.0' } as const;

export interface ExtractOptions {
  /** The learned part, loaded by whoever calls. */
  readonly tagger: Pick<Tagger, 'tag' | 'calibration'>;
}

/** Finds who said what in `text`. Never throws, whatever the text; spans are UTF-16 code units, half-open. */
export async function extract(text: string, options: ExtractOptions): Promise<Extraction> {
  return (await explain(text, options)).extraction;
}

/** The same with what led to each statement: `attributions[i]` belongs to `extraction.statements[i]`. */
export async function explain(
  text: string,
  { tagger }: ExtractOptions,
): Promise<{ extraction: Extraction; attributions: readonly Attribution[] }> {
  const document = readDocument(text); // text → paragraphs, tokens, sentences, quotations
  const tagged = await tagger.tag(asTaught(document));
  const attributions = readAttributions(document, tagged, tagger.calibration);
  const resolved = resolveSpeakers(document, attributions);
  const { speakers, links, candidates } = resolved;
  const named = findSubjects(document, attributions, resolved);
  const statements = buildStatements(document, attributions, links, candidates, named.links);
  return {
    extraction: { engine: ENGINE, speakers, subjects: named.subjects, statements },
    attributions,
  };
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
