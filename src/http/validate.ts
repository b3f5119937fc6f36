// Holds what came in against a zod schema and names every offending place: parameters by name, fields by JSON pointer.

import type { Request } from 'express';
import type { z } from 'zod';

import type { FieldError } from '../errors';
import { AppError } from '../errors';
import { isId, isTopicId } from './schemas/values';

/** The query as the schema reads it; throws `malformed-request` with every unknown or unusable parameter. */
export function readQuery<Schema extends z.ZodType>(
  schema: Schema,
  req: Request,
): z.output<Schema> {
  const result = schema.safeParse(req.query);
  if (result.success) return result.data;
  const errors = errorsOf(result.error, (path) => String(path[0] ?? ''));
  throw new AppError('malformed-request', summaryOf(errors, 'parameter'), { fields: errors });
}

/** The body as the schema reads it; throws `invalid-input` with a JSON pointer to every wrong field. */
export function readBody<Schema extends z.ZodType>(
  schema: Schema,
  body: unknown,
): z.output<Schema> {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const errors = errorsOf(result.error, pointerOf);
  throw new AppError('invalid-input', summaryOf(errors, 'field'), { fields: errors });
}

/** An id from the path; what cannot be one is not found, like any other id that was never given. */
export function readId(
  value: unknown,
  what: 'article' | 'statement' | 'speaker' | 'subject' | 'change' | 'embargo',
): string {
  if (typeof value === 'string' && isId(value)) return value;
  throw new AppError('not-found', `There is no ${what} with this id.`);
}

/** A topic's id from the path. */
export function readTopicId(value: string): string {
  if (isTopicId(value)) return value;
  throw new AppError('not-found', 'There is no topic with this id: it has eight digits.');
}

function errorsOf(error: z.ZodError, name: (path: readonly PropertyKey[]) => string): FieldError[] {
  return error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({
          pointer: name([...issue.path, key]),
          message: 'is not known here',
        }))
      : [{ pointer: name(issue.path), message: issue.message }],
  );
}

function pointerOf(path: readonly PropertyKey[]): string {
  return path
    .map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
}

function summaryOf(errors: readonly FieldError[], what: string): string {
  const [first] = errors;
  if (errors.length === 1 && first !== undefined) {
    const place = first.pointer === '' ? 'The body' : `The ${what} ${first.pointer}`;
    return `${place} ${first.message}.`;
  }
  return `${errors.length} ${what}s cannot be used. Mend those in errors and send it again.`;
}
