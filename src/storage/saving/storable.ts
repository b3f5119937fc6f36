// The storage door: what Postgres cannot hold, or what is not what the text says, is refused before anything is written.

import type { FieldError } from '../../errors';
import { AppError } from '../../errors';
import type { Extraction, Span } from '../../extraction/types';
import type { ArticleDraft } from '../store';

/** The longest name of a publication: lists find it through an index, whose entries are bounded. */
const MAX_PUBLICATION = 500;
/** Sentences are kept for reading; a "sentence" of megabytes (no full stop anywhere) is cut around its statement. */
const MAX_CONTEXT = 4_000;
/** All quoted words of an article together, in code units: nested statements repeat each other's words. */
const MAX_QUOTED = 40_000_000;

/** Throws `invalid-input` naming every field that cannot be stored. */
export function checkDraft(draft: ArticleDraft): void {
  const fields: FieldError[] = [];
  for (const [name, value] of Object.entries(draft) as [string, unknown][]) {
    if (typeof value !== 'string') continue;
    const problem = problemOf(value);
    if (problem !== null) fields.push({ pointer: `/${name}`, message: problem });
  }
  if (draft.text === '') fields.push({ pointer: '/text', message: 'There is no text.' });
  if (draft.publication !== null && draft.publication.length > MAX_PUBLICATION) {
    const message = `A publication's name has at most ${MAX_PUBLICATION} characters.`;
    fields.push({ pointer: '/publication', message });
  }
  if (draft.publishedAt !== null && !isStorableDate(draft.publishedAt)) {
    fields.push({
      pointer: '/publishedAt',
      message: 'This is not a date between the years 1 and 9999.',
    });
  }
  if (fields.length > 0) {
    throw new AppError(
      'invalid-input',
      `The article cannot be stored: ${fields[0]?.message ?? ''}`,
      {
        fields,
      },
    );
  }
}

/** What keeps a string out of the database, or null. */
export function problemOf(value: string): string | null {
  if (value.includes('\0')) return 'It holds a NUL character, which cannot be stored. Remove it.';
  if (/\p{Surrogate}/u.test(value)) {
    return 'It holds half a character (a lone surrogate), which cannot be stored. Send valid Unicode.';
  }
  return null;
}

function isStorableDate(date: Date): boolean {
  const year = date.getUTCFullYear();
  return year >= 1 && year <= 9999;
}

/** The words of a span. Throws `invalid-input` for one outside the text, or one that cuts a character in two. */
export function exactOf(text: string, { start, end }: Span): string {
  if (
    !Number.isInteger(start) ||
    !Number.isInteger(end) ||
    start < 0 ||
    end > text.length ||
    start >= end
  ) {
    throw refusal(
      `a span from ${start} to ${end} does not lie within its ${text.length} code units`,
    );
  }
  const exact = text.slice(start, end);
  if (problemOf(exact) !== null)
    throw refusal(`the span from ${start} to ${end} cuts a character in two`);
  return exact;
}

/** Checks the words of an extraction that are not spans of the text, and the size of the whole. */
export function checkExtraction(extraction: Extraction): void {
  const { speakers, subjects, statements, engine } = extraction;
  const words = [
    engine.name,
    engine.version,
    ...speakers.flatMap(({ name, aliases, role }) => [name, ...aliases, role ?? '']),
    ...subjects.flatMap(({ name, aliases }) => [name, ...aliases]),
    ...statements.flatMap(({ cue, speakers, candidates }) => [
      cue?.lemma ?? '',
      ...speakers.map(({ resolvedBy }) => resolvedBy),
      ...candidates.flatMap(({ name, resolvedBy }) => [name, resolvedBy]),
    ]),
  ];
  const bad = words.find((word) => problemOf(word) !== null);
  if (bad !== undefined) throw refusal(`${JSON.stringify(bad.slice(0, 40))} cannot be stored`);
  const quoted = statements
    .flatMap(({ content, speakers, candidates, subjects }) => [
      ...content,
      ...[...speakers, ...candidates].flatMap(({ mentions }) => mentions),
      ...subjects.flatMap(({ spans }) => spans),
    ])
    .reduce((sum, { start, end }) => sum + (end - start), 0);
  if (quoted > MAX_QUOTED) {
    throw refusal(
      `its statements repeat ${quoted} code units of it, and ${MAX_QUOTED} is the most`,
    );
  }
  for (const { content, segments, parent, speakers: links, subjects: named } of statements) {
    if (content.length === 0) throw refusal('a statement has no content');
    if (!segments.every((segment) => content.some((part) => lies(segment, part))))
      throw refusal('a segment of a statement lies outside its content');
    if (parent !== null && statements[parent] === undefined)
      throw refusal('a nested statement has no parent');
    if (links.some((link) => speakers[link.speaker] === undefined)) {
      throw refusal('a statement names a speaker who is not listed');
    }
    if (named.some((link) => subjects[link.subject] === undefined)) {
      throw refusal('a statement names a subject that is not listed');
    }
  }
}

const lies = (inner: Span, outer: Span): boolean =>
  outer.start <= inner.start && inner.start < inner.end && inner.end <= outer.end;

/** The sentence as far as it is kept: around the statement's own words where it is unreasonably long. */
export function clipContext(text: string, sentence: Span, content: readonly Span[]): Span {
  if (sentence.end - sentence.start <= MAX_CONTEXT) return sentence;
  const first = content[0]?.start ?? sentence.start;
  const start = Math.max(sentence.start, Math.min(first, sentence.end) - MAX_CONTEXT / 2);
  const end = Math.min(sentence.end, start + MAX_CONTEXT);
  return { start: charStart(text, start), end: charStart(text, end) };
}

/** Up to 32 code units on either side of the content, never half a character. */
export function surroundings(
  text: string,
  content: readonly Span[],
): { prefix: string; suffix: string } {
  const start = content[0]?.start ?? 0;
  const end = content.at(-1)?.end ?? 0;
  const from = Math.max(0, start - 32);
  const to = Math.min(text.length, end + 32);
  const before = charStart(text, from) < from ? from + 1 : from;
  return { prefix: text.slice(before, start), suffix: text.slice(end, charStart(text, to)) };
}

/** The nearest place at or before `offset` that does not lie within a surrogate pair. */
function charStart(text: string, offset: number): number {
  const inPair =
    /[\uDC00-\uDFFF]/.test(text.charAt(offset)) && /[\uD800-\uDBFF]/.test(text.charAt(offset - 1));
  return inPair ? offset - 1 : offset;
}

function refusal(why: string): AppError {
  return new AppError('invalid-input', `The article cannot be stored: ${why}.`);
}
