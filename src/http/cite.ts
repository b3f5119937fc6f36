// Statements as citations: fetches the texts that the format needs, and sends what it makes of them.

import type { Request, Response } from 'express';

import type { Citable, Format, ListAddress, Typesetter } from '../citation';
import { FORMATS } from '../citation';
import type { StatementRecord } from '../storage/records';
import type { Page, Store } from '../storage/store';
import { pageOf } from './answer';
import { etagOf } from './etag';
import { notAcceptable } from './negotiate';
import { presentCitable } from './present/citable';

/** Answers one statement in a format; throws `not-acceptable` where it cannot be cited so. */
export async function sendCitation(
  { store, typesetter }: { readonly store: Store; readonly typesetter: Typesetter },
  req: Request,
  res: Response,
  format: Format,
  statement: StatementRecord,
): Promise<void> {
  const [citable] = await citables(store, format, [statement]);
  if (citable === undefined) throw new Error('a statement was lost on the way to its citation');
  const body = await format.one(citable, { base: baseOf(req), typesetter });
  if (body === null) {
    throw notAcceptable(
      'The article of this statement has no address that a link could lead to.',
      FORMATS.filter(({ name }) => name !== format.name),
    );
  }
  send(res, format, body);
}

/** Answers a page of a list in a format that takes several. */
export async function sendCitations(
  store: Store,
  req: Request,
  res: Response,
  format: Format,
  page: Page<StatementRecord>,
): Promise<void> {
  if (format.many === null) throw new Error(`${format.name} is not for lists`);
  // For the Link header: most of these formats have no place for the next page.
  pageOf(req, res, page, ({ id }) => id);
  const found = await citables(store, format, page.items);
  const base = baseOf(req);
  send(res, format, format.many(found, { base }, addressOf(req, base, page.nextCursor)));
}

/** With the text of each article only where it is needed, and one at a time: a hundred may be long. */
async function citables(
  store: Store,
  { needsText }: Format,
  statements: readonly StatementRecord[],
): Promise<Citable[]> {
  const texts = new Map<string, string>();
  const found: Citable[] = [];
  for (const statement of statements) {
    const { id, revision } = statement.article;
    const key = `${id} ${revision}`;
    if (needsText && !texts.has(key)) {
      texts.set(key, (await store.articles.text(id, { revision })).text);
    }
    found.push(presentCitable(statement, texts.get(key) ?? null));
  }
  return found;
}

/** The type counts too: an empty page has the same bytes in several formats. As bytes, since JSON knows no charset. */
function send(res: Response, { mediaType }: Format, body: string): void {
  const isText = mediaType.startsWith('text/') || mediaType.startsWith('application/x-');
  res
    .set('Content-Type', isText ? `${mediaType}; charset=utf-8` : mediaType)
    .set('ETag', etagOf(`${mediaType}\n${body}`))
    .set('Cache-Control', 'no-cache')
    .send(Buffer.from(body));
}

/** What the client called us; a Host that is no host (and could end up in an address) is left out. */
function baseOf(req: Request): string {
  const host = req.get('Host') ?? '';
  return /^[A-Za-z0-9.-]+(:\d+)?$|^\[[0-9a-fA-F:.]+\](:\d+)?$/.test(host)
    ? `${req.protocol}://${host}`
    : '';
}

function addressOf(req: Request, base: string, nextCursor: string | null): ListAddress {
  const here = new URL(req.originalUrl, 'http://localhost');
  const written = (): string => `${base}${here.pathname}${here.search}`;
  const page = written();
  here.searchParams.delete('cursor');
  const list = written();
  if (nextCursor === null) return { page, list, nextPage: null };
  here.searchParams.set('cursor', nextCursor);
  return { page, list, nextPage: written() };
}
