// Shows what extraction found as lines of text, so that expectations can be read and written without counting characters.

import { extract } from '../../src/extraction';
import type { Extraction, Span } from '../../src/extraction/types';
import { testTagger } from './tagger';

const squeeze = (words: string): string => words.replace(/\s+/g, ' ');

/** The words of a span. */
export const wordsOf = (text: string, span: Span): string =>
  squeeze(text.slice(span.start, span.end));

/** What the engine finds, with the repository's own weights. */
export const extractText = async (text: string): Promise<Extraction> =>
  extract(text, { tagger: await testTagger() });

/** One line a statement: `source | cue | content … content`, with `-` for what is missing. */
export async function statementLines(text: string): Promise<string[]> {
  return (await extractText(text)).statements.map(({ source, cue, content }) =>
    [
      source === null ? '-' : wordsOf(text, source),
      cue === null ? '-' : wordsOf(text, cue),
      content.map((span) => wordsOf(text, span)).join(' … '),
    ].join(' | '),
  );
}

/** One line a statement: `source → names`, the names joined by `&`; `-` where nobody was resolved. */
export async function speakerLines(text: string): Promise<string[]> {
  const extraction = await extractText(text);
  return extraction.statements.map(({ source, speakers }) => {
    const names = speakers.map(({ speaker }) => extraction.speakers[speaker]!.name).join(' & ');
    return `${source === null ? '-' : wordsOf(text, source)} → ${names || '-'}`;
  });
}

/** Every span of an extraction, with a word for where it stands. */
export function allSpans(extraction: Extraction): (readonly [where: string, span: Span])[] {
  return extraction.statements.flatMap((statement, i) => [
    ...statement.content.map((span) => [`content of ${i}`, span] as const),
    ...statement.speakers.flatMap(({ mentions }) =>
      mentions.map((span) => [`mention of ${i}`, span] as const),
    ),
    ...(['source', 'cue', 'negation', 'hedge', 'sentence'] as const).flatMap((part) => {
      const span = statement[part];
      return span === null ? [] : [[`${part} of ${i}`, span] as const];
    }),
  ]);
}
