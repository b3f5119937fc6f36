// Offsets that an editor has sent → a reading of the text at them; every one that is not a place of the text is named.

import type { FieldError } from '../errors';
import { AppError } from '../errors';
import { readMarked } from '../extraction';
import type { Reading, Span } from '../extraction/types';
import type { StatementRecord } from '../storage/records';

/** What an editor marked; a field that is left out stays as it is. */
export interface MarkedFields {
  readonly content?: readonly Span[];
  readonly source?: Span | null;
  readonly cue?: Span | null;
}

/** Reads the text at what was marked; throws `invalid-input` with a pointer to each span that cannot be. */
export function readingOf(text: string, statement: StatementRecord, marked: MarkedFields): Reading {
  const { content = statement.content, source = statement.source, cue = statement.cue } = marked;
  const fields: FieldError[] = [
    ...(marked.content ?? []).flatMap((span, i) => problemsOf(text, span, `/content/${i}`)),
    ...problemsOf(text, marked.source ?? null, '/source'),
    ...problemsOf(text, marked.cue ?? null, '/cue'),
    ...(marked.content ?? []).flatMap((span, i, all) =>
      i > 0 && span.start < all[i - 1]!.end
        ? [{ pointer: `/content/${i}`, message: 'must follow the span before it' }]
        : [],
    ),
  ];
  if (fields.length > 0) {
    throw new AppError(
      'invalid-input',
      'Some offsets are no places of the text; errors names them.',
      {
        fields,
      },
    );
  }
  return readMarked(text, {
    content: content.map(bare),
    source: source && bare(source),
    cue: cue && bare(cue),
  });
}

const bare = ({ start, end }: Span): Span => ({ start, end });

function problemsOf(text: string, span: Span | null, pointer: string): FieldError[] {
  if (span === null) return [];
  const { start, end } = span;
  const problem = (message: string): FieldError[] => [{ pointer, message }];
  if (start >= end) return problem('must end behind its start');
  if (end > text.length)
    return problem(`must end within the text, which has ${text.length} code units`);
  if (splitsCharacter(text, start) || splitsCharacter(text, end))
    return problem('must not begin or end within a character');
  return text.slice(start, end).trim() === '' ? problem('must hold more than white space') : [];
}

const splitsCharacter = (text: string, offset: number): boolean =>
  /[\uDC00-\uDFFF]/.test(text.charAt(offset)) && /[\uD800-\uDBFF]/.test(text.charAt(offset - 1));
