// Reads request bodies: which media type, how many bytes, UTF-8, JSON that is not too deep and can be stored.

import type { Request, RequestHandler } from 'express';
import express from 'express';

import type { FieldError } from '../errors';
import { AppError } from '../errors';
import type { AppDeps } from './deps';

export const MEDIA_TYPES = [
  'application/json',
  'text/plain',
  'text/html',
  'application/ld+json',
  'application/ninjs+json',
] as const;
export type BodyType = (typeof MEDIA_TYPES)[number];

/** Deeper than any news item; a body nested a million times would overflow the stack of whoever walks it. */
const MOST_LEVELS = 64;
const MOST_ERRORS = 100;

/**
 * Reads the body as bytes. What its headers rule out is refused before: Express would first read all of it, and wait for
 * whoever announces 10 MB and sends nothing.
 */
export function readBytes({ settings }: Pick<AppDeps, 'settings'>): RequestHandler[] {
  return [
    (req, _res, next) => {
      bodyTypeOf(req);
      if (Number(req.get('Content-Length') ?? 0) > settings.maxBodyBytes) {
        throw new AppError(
          'too-large',
          `The body is larger than the ${settings.maxBodyBytes} bytes that this service takes. Send less at once.`,
        );
      }
      next();
    },
    // The limit counts the bytes after decompression too, so that a small bomb ends at the same size.
    express.raw({ type: () => true, limit: settings.maxBodyBytes, inflate: true }),
  ];
}

/** The same for routes that take JSON alone, or no body at all. */
export function readJsonBytes(deps: Pick<AppDeps, 'settings'>): RequestHandler[] {
  const [checkHeaders, readAll] = readBytes(deps) as [RequestHandler, RequestHandler];
  return [
    (req, res, next) => {
      const isEmpty =
        req.get('Content-Type') === undefined &&
        req.get('Transfer-Encoding') === undefined &&
        Number(req.get('Content-Length') ?? 0) === 0;
      if (isEmpty) return next();
      const type = bodyTypeOf(req);
      if (type !== 'application/json') {
        throw new AppError(
          'unsupported-media-type',
          `Bodies of type ${type} are not taken here: send application/json.`,
        );
      }
      checkHeaders(req, res, next);
    },
    readAll,
  ];
}

/** The media type of the body; throws `unsupported-media-type` for those that cannot be read. */
export function bodyTypeOf(req: Request): BodyType {
  const header = req.get('Content-Type') ?? '';
  const [essence = '', ...parameters] = header.split(';').map((part) => part.trim().toLowerCase());
  const type = MEDIA_TYPES.find((mediaType) => mediaType === essence);
  if (type === undefined) {
    const what =
      essence === ''
        ? 'The request has no Content-Type'
        : `Bodies of type ${essence} cannot be read`;
    throw new AppError('unsupported-media-type', `${what}: send ${MEDIA_TYPES.join(', ')}.`);
  }
  const charset = parameters
    .find((parameter) => parameter.startsWith('charset='))
    ?.slice('charset='.length)
    .replaceAll('"', '');
  if (charset !== undefined && !['utf-8', 'utf8', 'us-ascii'].includes(charset)) {
    throw new AppError(
      'unsupported-media-type',
      `Bodies in ${charset} cannot be read: convert this one to UTF-8 and leave out the charset, or write charset=utf-8.`,
    );
  }
  return type;
}

/** The bytes that were sent, decompressed; empty where there was no body. */
export function bytesOf(req: Request): Buffer {
  return Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0);
}

/** The body as text, every byte of it. */
export function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new AppError(
      'malformed-request',
      'The body is not UTF-8. Convert it (iconv -f WINDOWS-1252 -t UTF-8, for example) and send it again.',
      { cause },
    );
  }
}

/** The body as JSON; refuses what is too deep and strings that no database can hold. */
export function jsonOf(bytes: Buffer): unknown {
  const text = textOf(bytes).replace(/^\uFEFF/, '');
  if (text.trim() === '') throw new AppError('malformed-request', 'The body is empty: send JSON.');
  const json = parse(text);
  const errors: FieldError[] = [];
  collectUnstorable(json, '', 1, errors);
  if (errors.length === 0) return json;
  throw new AppError('invalid-input', 'The body holds what cannot be stored; errors says where.', {
    fields: errors,
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : 'it cannot be parsed';
    throw new AppError('malformed-request', `The body is not JSON: ${reason}.`, { cause });
  }
}

function collectUnstorable(
  value: unknown,
  pointer: string,
  level: number,
  errors: FieldError[],
): void {
  if (errors.length >= MOST_ERRORS) return;
  if (typeof value === 'string') {
    const problem = unstorable(value);
    if (problem !== null) errors.push({ pointer, message: problem });
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  if (level > MOST_LEVELS) {
    errors.push({ pointer, message: `is nested deeper than ${MOST_LEVELS} levels` });
    return;
  }
  for (const [key, item] of Object.entries(value)) {
    const problem = unstorable(key);
    const step = key.replaceAll('~', '~0').replaceAll('/', '~1');
    if (problem === null) collectUnstorable(item, `${pointer}/${step}`, level + 1, errors);
    else errors.push({ pointer, message: `a name in it ${problem}` });
  }
}

function unstorable(value: string): string | null {
  if (value.includes('\0')) return 'holds a NUL character (U+0000), which no database can store';
  if (/\p{Surrogate}/u.test(value)) {
    return 'holds half a character (a lone surrogate), which is not Unicode text';
  }
  return null;
}
