// Offsets that an editor has sent → a reading of the text at them; every one that is not a place of the text is named.

import type { FieldError } from '../errors';
import { AppError } from '../errors';
import { readMarked } from '../extraction';
import type { Reading, Span } from '../extraction/types';
import type { StatementRecord } from '../storage/records';

/** The longest cue that can be marked: lists find cues through indexes, whose entries are bounded. The engine's longest has 56. */
const LONGEST_CUE = 200;

/** What an editor marked; a field that is left out stays as it is. */
export interface MarkedFields {
  readonly content?: readonly Span[];
  readonly source?: Span | null;
  readonly cue?: Span | null;
}

/** Reads the text at what was marked; throws `invalid-input` with a pointer to each span that cannot be. */
export function readingOf(text: string, statement: StatementRecord, marked: MarkedFields): Reading {
  const { content = statement.content, source = statement.source, cue = statement.cue } = marked;
  const misplaced: FieldError[] = [
    ...(marked.content ?? []).flatMap((span, i) => problemsOf(text, span, `/content/${i}`)),
    ...problemsOf(text, marked.source ?? null, '/source'),
    ...problemsOf(text, marked.cue ?? null, '/cue'),
    ...(marked.content ?? []).flatMap((span, i, all) =>
      i > 0 && span.start < all[i - 1]!.end
        ? [{ pointer: `/content/${i}`, message: 'must follow the span before it' }]
        : [],
    ),
  ];
  refuse('Some offsets are no places of the text; errors names them.', misplaced);
  refuse('This cannot be marked so; errors says why.', [
    ...tooLong(marked.cue ?? null),
    ...overlapsOf(marked, { content, source, cue }),
  ]);
  return readMarked(text, {
    content: content.map(bare),
    source: source && bare(source),
    cue: cue && bare(cue),
  });
}

function refuse(sentence: string, fields: readonly FieldError[]): void {
  if (fields.length > 0) throw new AppError('invalid-input', sentence, { fields });
}

const bare = ({ start, end }: Span): Span => ({ start, end });

function tooLong(cue: Span | null): FieldError[] {
  if (cue === null || cue.end - cue.start <= LONGEST_CUE) return [];
  return [{ pointer: '/cue', message: `must have at most ${LONGEST_CUE} characters` }];
}

/** Who spoke, the reporting words and what was said stand apart; of each two, the one that was marked is named. */
function overlapsOf(
  marked: MarkedFields,
  { content, source, cue }: Required<MarkedFields>,
): FieldError[] {
  const pairs: (readonly [string, Span | null, boolean, string, Span | null, boolean])[] = [
    ['/cue', cue, marked.cue !== undefined, 'source', source, marked.source !== undefined],
    ...content.flatMap((span, i) => {
      const said = [`/content/${i}`, span, marked.content !== undefined] as const;
      return [
        [...said, 'source', source, marked.source !== undefined] as const,
        [...said, 'cue', cue, marked.cue !== undefined] as const,
      ];
    }),
  ];
  return pairs.flatMap(([pointer, one, isMarked, name, other, isOtherMarked]) => {
    if (!(isMarked || isOtherMarked) || one === null || other === null) return [];
    if (one.start >= other.end || other.start >= one.end) return [];
    return isMarked
      ? [{ pointer, message: `must not overlap the ${name}` }]
      : [{ pointer: `/${name}`, message: `must not overlap the ${pointer.split('/')[1] ?? ''}` }];
  });
}

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
