// What `verbatim ingest` is given (files, folders, lists of addresses, standard input) → articles, one after another.
// One that cannot be read is passed on with its error: the others still go in.

import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';

import { AppError, coerceError } from '../errors';
import { submissionFromHtml } from '../ingestion/formats/html';
import type { Submission } from '../ingestion/types';
import type { Format } from './documents';
import {
  addressLines,
  documentSubmission,
  formatByContent,
  formatByName,
  jsonDocuments,
  jsonSubmission,
  textOrAddresses,
} from './documents';
import type { Page } from './fetchPage';
import { linesOf } from './lines';

export interface Article {
  /** Where it comes from, as a person would say it: 'a/b.txt', 'news.jsonl line 3', 'https://…'. */
  readonly origin: string;
  readonly submission: Submission | Error;
}

export interface Inputs {
  readonly articles: AsyncIterable<Article>;
  /** How many there will be, where that is known beforehand. */
  readonly total: number | null;
}

export interface ReadOptions {
  /** Holds for all inputs instead of what names and contents say. */
  readonly format: Format | null;
  readonly maxBytes: number;
  readonly fetchPage: (url: string) => Promise<Page>;
}

/** Finds all that the arguments stand for; throws where one of them is not there at all. */
export async function openInputs(args: readonly string[], options: ReadOptions): Promise<Inputs> {
  const sources: string[] = [];
  for (const argument of args) {
    if (argument === '-' || isAddress(argument)) sources.push(argument);
    else sources.push(...(await filesAt(argument)));
  }
  const single = (source: string): boolean => {
    const format = options.format ?? (isAddress(source) ? 'html' : formatByName(source));
    return source !== '-' && (format === 'html' || (format === 'text' && options.format !== null));
  };
  return {
    articles: readAll(sources, options),
    total: sources.every(single) ? sources.length : null,
  };
}

async function* readAll(sources: readonly string[], options: ReadOptions): AsyncGenerator<Article> {
  for (const source of sources) {
    if (isAddress(source)) yield fetched(source, options);
    else yield* attempt(source, readSource(source, options));
  }
}

async function* readSource(source: string, options: ReadOptions): AsyncGenerator<Article> {
  const origin = source === '-' ? 'standard input' : source;
  const named = options.format ?? (source === '-' ? null : formatByName(source));
  if (named === 'jsonl') {
    yield* readLines(source === '-' ? process.stdin : createReadStream(source), origin, options);
    return;
  }
  const bytes = source === '-' ? await buffer(process.stdin) : await readFile(source);
  const format = options.format ?? formatOf(bytes, named);
  if (format === 'jsonl') {
    yield* readLines(Readable.from([bytes]), origin, options);
  } else if (format === 'urls') {
    for (const url of addressLines(bytes.toString('utf8'))) yield fetched(url, options);
  } else if (format === 'json') {
    const documents = jsonDocuments(bytes);
    for (const [index, json] of documents.entries()) {
      const name = documents.length === 1 ? origin : `${origin} number ${index + 1}`;
      yield { origin: name, submission: orError(() => jsonSubmission(json)) };
    }
  } else {
    checkSize(bytes.length, options.maxBytes);
    yield { origin, submission: documentSubmission(bytes, format) };
  }
}

function formatOf(bytes: Buffer, named: Format | null): Format {
  if (named === 'text') return textOrAddresses(bytes);
  return named ?? formatByContent(bytes);
}

async function* readLines(
  stream: NodeJS.ReadableStream,
  origin: string,
  { maxBytes }: ReadOptions,
): AsyncGenerator<Article> {
  let number = 0;
  for await (const line of linesOf(stream)) {
    number += 1;
    if (line.trim() === '') continue;
    const submission = orError(() => {
      const bytes = Buffer.from(line);
      checkSize(bytes.length, maxBytes);
      const [json] = jsonDocuments(bytes);
      return jsonSubmission(json);
    });
    yield { origin: `${origin} line ${number}`, submission };
  }
}

async function fetched(url: string, { fetchPage }: ReadOptions): Promise<Article> {
  try {
    const page = await fetchPage(url);
    return { origin: url, submission: submissionFromHtml(page.html, { url: page.url }) };
  } catch (error) {
    return { origin: url, submission: coerceError(error) };
  }
}

/** Passes the articles on; what ends them early becomes one more, with its error. */
async function* attempt(origin: string, articles: AsyncIterable<Article>): AsyncGenerator<Article> {
  try {
    yield* articles;
  } catch (error) {
    yield { origin, submission: coerceError(error) };
  }
}

async function filesAt(path: string): Promise<string[]> {
  const found = await stat(path).catch(() => null);
  if (found === null) {
    throw new AppError('not-found', `There is no file or folder ${path}.`);
  }
  if (!found.isDirectory()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && formatByName(entry.name) !== null)
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function orError(read: () => Submission): Submission | Error {
  try {
    return read();
  } catch (error) {
    return coerceError(error);
  }
}

function checkSize(bytes: number, most: number): void {
  if (bytes > most) {
    throw new AppError(
      'too-large',
      `It is ${bytes} bytes long; MAX_BODY_BYTES allows ${most}. Raise that, or split it.`,
    );
  }
}

const isAddress = (source: string): boolean => /^https?:\/\//i.test(source);
