// What all formats ask of the data around a text: lengths, storable characters, languages, and errors with pointers.

import type { z } from 'zod';

import type { FieldError } from '../../errors';
import { AppError } from '../../errors';
import { dateAdvice, readDate } from '../dates';
import { unstorable } from '../text';
import { canonicalUrl } from '../url';

/** In UTF-16 code units. Postgres cannot index much longer values, and no outlet has such names. */
export const MAX_LENGTHS = { title: 1000, publication: 200, byline: 500, language: 35 } as const;

const LANGUAGE_TAG = /^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/i;

/** Collects every offending field of a submission, so that a sender can mend all of them at once. */
export function fieldReader() {
  const errors: FieldError[] = [];
  const refuse = (pointer: string, message: string): null => {
    errors.push({ pointer, message });
    return null;
  };
  const line = (value: string | null, pointer: string, maxLength: number): string | null => {
    const text = value?.trim() ?? '';
    if (text === '') return null;
    const problem = unstorable(text);
    if (problem !== null) return refuse(pointer, problem);
    return text.length > maxLength
      ? refuse(pointer, `This is ${text.length} characters long; at most ${maxLength} can be kept.`)
      : text;
  };

  return {
    refuse,
    line,
    url(value: string | null, pointer: string): string | null {
      if (value === null || value.trim() === '') return null;
      const reading = canonicalUrl(value);
      return 'url' in reading ? reading.url : refuse(pointer, reading.problem);
    },
    date(value: string | Date | null, pointer: string): Date | null {
      if (value === null || value instanceof Date) return value;
      const date = readDate(value);
      return date instanceof Date ? date : refuse(pointer, dateAdvice(date));
    },
    language(value: string | null, pointer: string): string | null {
      const tag = line(value, pointer, MAX_LENGTHS.language);
      if (tag === null || /^(?:und|mul|zxx)$/i.test(tag)) return null;
      return LANGUAGE_TAG.test(tag)
        ? tag
        : refuse(pointer, 'This is not a language tag (BCP 47): write en, or en-GB.');
    },
    /** Throws one `invalid-input` that names everything refused so far. */
    throwIfRefused(what: string): void {
      if (errors.length === 0) return;
      const [only] = errors;
      const detail =
        errors.length === 1
          ? only?.message
          : `${errors.length} of its fields cannot be used; see errors.`;
      throw new AppError('invalid-input', `${what} cannot be taken. ${detail}`, { fields: errors });
    },
  };
}

/** Turns zod's issues into fields with JSON pointers (RFC 6901) below `base`. */
export function zodFields(error: z.ZodError, base: string): FieldError[] {
  return error.issues.map((issue) => ({
    pointer: pointerTo(base, issue.path),
    message: issue.message,
  }));
}

export function pointerTo(base: string, path: readonly PropertyKey[]): string {
  const steps = path.map((step) => String(step).replaceAll('~', '~0').replaceAll('/', '~1'));
  return [base, ...steps].join('/');
}
