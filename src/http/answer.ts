// How successful answers are sent. The type parameter names the operation of the contract that they must satisfy.

import type { Request, Response } from 'express';

import type { Page } from '../storage/store';
import type { operations } from './contract';
import { etagOf } from './etag';

type Json<Answer> = Answer extends { content: { 'application/json': infer Body } } ? Body : never;

/** The JSON body that the contract gives an operation's answer. */
export type Body<
  Operation extends keyof operations,
  Status extends keyof operations[Operation]['responses'],
> = Json<operations[Operation]['responses'][Status]>;

/** Answers a read; 304 if the client already has it. */
export function sendRead<Operation extends keyof operations>(
  res: Response,
  body: Body<Operation, 200 & keyof operations[Operation]['responses']>,
): void {
  sendCacheable(res.type('json'), JSON.stringify(body));
}

/** Sends a body with its ETag; Express compares that with `If-None-Match`. */
export function sendCacheable(
  res: Response,
  body: string | Buffer,
  cacheControl = 'no-cache',
  etag = etagOf(body),
): void {
  res.set('ETag', etag).set('Cache-Control', cacheControl).send(body);
}

/** Answers something that must not be kept: what was just written, or how the service feels. */
export function sendUncached<Operation extends keyof operations>(
  res: Response,
  body: Body<Operation, (200 | 201) & keyof operations[Operation]['responses']>,
): void {
  sendUncachedJson(res, JSON.stringify(body));
}

/** The same for an answer that was written piece by piece, so that a long one does not hold up other requests. */
export function sendUncachedJson(res: Response, json: string): void {
  res.type('json').set('Cache-Control', 'no-store').send(json);
}

/** The envelope of every list; says in `Link` where the next page is. */
export function pageOf<Row, Item>(
  req: Request,
  res: Response,
  page: Page<Row>,
  present: (row: Row) => Item,
): { items: Item[]; nextCursor: string | null } {
  if (page.nextCursor !== null) {
    const next = new URL(req.originalUrl, 'http://localhost');
    next.searchParams.set('cursor', page.nextCursor);
    res.set('Link', `<${next.pathname}${next.search}>; rel="next"`);
  }
  return { items: page.items.map(present), nextCursor: page.nextCursor };
}
