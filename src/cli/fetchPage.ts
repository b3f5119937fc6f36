// Fetches one page of a URL list, politely: one request at a time, robots.txt heeded, size and time bounded.

import robotsParser from 'robots-parser';

import { AppError, coerceError } from '../errors';
import { decodeHtml } from './decodeHtml';

const MOST_BYTES = 10 * 1024 * 1024;
const MOST_SECONDS = 20;
const MOST_REDIRECTS = 5;
const ROBOTS_BYTES = 512 * 1024;

export interface Page {
  readonly url: string;
  readonly html: string;
}

/** A fetcher that names itself honestly and remembers each site's robots.txt for as long as it is used. */
export function createPageFetcher(version: string): (url: string) => Promise<Page> {
  const agent = `Verbatim/${version}`;
  const robots = new Map<string, Promise<(url: string) => boolean>>();

  const mayFetch = async (address: URL): Promise<boolean> => {
    const known = robots.get(address.origin) ?? readRobots(address.origin, agent);
    robots.set(address.origin, known);
    return (await known)(address.href);
  };

  // Redirects are followed here, step by step, since each may lead to a site with rules of its own.
  const load = async (address: URL, redirects: number): Promise<Page> => {
    if (!/^https?:$/.test(address.protocol)) {
      throw new AppError('invalid-input', 'only http and https addresses can be fetched');
    }
    if (!(await mayFetch(address))) {
      throw new AppError('forbidden', 'the site asks robots not to fetch this page (robots.txt)');
    }
    const response = await request(address.href, agent, 'text/html,application/xhtml+xml');
    const type = response.headers.get('content-type') ?? 'nothing stated';
    const target = response.headers.get('location');
    if (response.ok && /^(text\/html|application\/xhtml\+xml)\b/i.test(type)) {
      return { url: address.href, html: decodeHtml(await readBounded(response, MOST_BYTES), type) };
    }
    await response.body?.cancel();
    if (response.ok) {
      throw new AppError('unsupported-media-type', `the answer is not a web page but ${type}`);
    }
    if (response.status >= 300 && response.status < 400 && target !== null) {
      if (redirects === 0) throw new AppError('unavailable', 'the site redirects in circles');
      return load(new URL(target, address), redirects - 1);
    }
    throw new AppError('unavailable', `the site answered ${response.status}`);
  };

  let turn: Promise<unknown> = Promise.resolve();
  return (url) => {
    const page = turn.then(() => load(new URL(url), MOST_REDIRECTS));
    turn = page.catch(() => undefined);
    return page;
  };
}

async function readRobots(origin: string, agent: string): Promise<(url: string) => boolean> {
  const address = `${origin}/robots.txt`;
  const response = await request(address, agent, 'text/plain', 'follow').catch(() => null);
  // RFC 9309: no such file means that all may be fetched; a site that cannot answer for now means that none may.
  if (response === null || response.status >= 500) return () => false;
  if (!response.ok) {
    await response.body?.cancel();
    return () => true;
  }
  const rules = new TextDecoder().decode(await readBounded(response, ROBOTS_BYTES));
  const parsed = robotsParser(address, rules);
  return (url) => parsed.isAllowed(url, agent) ?? true;
}

async function request(
  url: string,
  agent: string,
  accept: string,
  redirect: 'follow' | 'manual' = 'manual',
): Promise<Response> {
  try {
    return await fetch(url, {
      redirect,
      headers: { 'user-agent': agent, accept, 'accept-language': 'en' },
      signal: AbortSignal.timeout(MOST_SECONDS * 1_000),
    });
  } catch (thrown) {
    throw unreachable(thrown);
  }
}

async function readBounded(response: Response, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of response.body ?? []) {
      length += chunk.byteLength;
      if (length > most) break;
      chunks.push(chunk);
    }
  } catch (thrown) {
    throw unreachable(thrown);
  }
  if (length > most) {
    throw new AppError('too-large', `the page is larger than ${most / 1024 / 1024} MB`);
  }
  return Buffer.concat(chunks);
}

function unreachable(thrown: unknown): AppError {
  const error = coerceError(thrown);
  const reason =
    error.name === 'TimeoutError'
      ? `no answer within ${MOST_SECONDS} seconds`
      : coerceError(error.cause ?? error).message;
  return new AppError('unavailable', `could not be fetched: ${reason}`, { cause: thrown });
}
