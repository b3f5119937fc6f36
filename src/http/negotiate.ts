// Which form of an answer a client wants: `format` if it says so, else what `Accept` likes best.

import type { Request, Response } from 'express';

import type { Format } from '../citation';
import { FORMATS } from '../citation';
import { AppError } from '../errors';

const JSON_TYPE = 'application/json';

/** The format to answer in, null for the API's own JSON; throws `not-acceptable` with all that can be had. */
export function negotiate(
  req: Request,
  res: Response,
  asked: string | undefined,
  what: 'statement' | 'list',
): Format | null {
  res.vary('Accept');
  const offered = FORMATS.filter(({ many }) => what === 'statement' || many !== null);
  if (asked !== undefined) return offered.find(({ name }) => name === asked) ?? null;
  const type = req.accepts([JSON_TYPE, ...offered.map(({ mediaType }) => mediaType)]);
  if (type === false) throw notAcceptable('Nothing that Accept allows can be given.', offered);
  return offered.find(({ mediaType }) => mediaType === type) ?? null;
}

/** What can be had stands in the detail: an error's fields are for what was sent. */
export function notAcceptable(why: string, offered: readonly Format[]): AppError {
  const types = [JSON_TYPE, ...offered.map(({ mediaType }) => mediaType)].join(', ');
  const names = ['json', ...offered.map(({ name }) => name)].join(', ');
  return new AppError(
    'not-acceptable',
    `${why} To be had: ${types}; or leave Accept alone and ask with format= one of ${names}.`,
  );
}
