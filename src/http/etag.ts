// Strong validators: an ETag names the very bytes that are sent, so that its compressed forms have their own.

import { createHash } from 'node:crypto';

import type { RequestHandler } from 'express';

const SUFFIX = /-(?:gzip|br|deflate)"/g;

/** A strong ETag for a body before compression. */
export function etagOf(body: string | Buffer): string {
  return `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
}

/**
 * A strong ETag whose first part, up to the dot, names only the state that a change is made on. What comes in by itself changes the
 * body, and with it the ETag that caches compare, but is nobody's work that a change could overwrite.
 */
export function etagOfState(state: readonly unknown[], body: string): string {
  return `"${stateOf(state)}.${etagOf(body).slice(1)}`;
}

/** Whether an If-Match header names an ETag of this state, whatever the rest of the body was. */
export function ifMatchNamesState(header: string, state: readonly unknown[]): boolean {
  const start = `"${stateOf(state)}.`;
  return namesOne(header, (entry) => entry.startsWith(start));
}

const stateOf = (state: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(state)).digest('base64url').slice(0, 11);

/**
 * Adds the content coding to the ETag of a compressed answer and takes it off what the client sends back. Goes before the
 * compression middleware, whose hook then runs first.
 */
export function etagPerCoding(): RequestHandler {
  return (req, res, next) => {
    const known = req.headers['if-none-match'];
    if (known !== undefined) req.headers['if-none-match'] = known.replace(SUFFIX, '"');

    const writeHead = res.writeHead;
    res.writeHead = function (this: typeof res, ...args: unknown[]) {
      const etag = res.getHeader('ETag');
      if (typeof etag === 'string') {
        const coding = res.getHeader('Content-Encoding');
        if (typeof coding === 'string') res.setHeader('ETag', etag.replace(/"$/, `-${coding}"`));
        else if (res.statusCode === 304) res.setHeader('ETag', asKnown(etag, known));
      }
      return Reflect.apply(writeHead, this, args) as typeof res;
    } as typeof writeHead;
    next();
  };
}

/** A 304 carries the ETag of the form that the client holds. */
function asKnown(etag: string, known: string | undefined): string {
  const held = known?.split(',').map((entry) => entry.trim().replace(/^W\//, '')) ?? [];
  return held.find((entry) => entry.replace(SUFFIX, '"') === etag) ?? etag;
}

/** Whether an If-Match header names this ETag, in whatever coding the client had it; weak ones never do (RFC 9110). */
export function ifMatchNames(header: string, etag: string): boolean {
  return namesOne(header, (entry) => entry.replace(SUFFIX, '"') === etag);
}

/** Whether If-Match is `*` or has such an entry. */
function namesOne(header: string, isIt: (entry: string) => boolean): boolean {
  return header
    .split(',')
    .map((entry) => entry.trim())
    .some((entry) => entry === '*' || isIt(entry));
}
