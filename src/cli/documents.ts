// Bytes of one document → a submission: a text, a page, or an article as JSON (our own, schema.org JSON-LD, ninjs).

import { jsonOf, textOf } from '../http/body';
import { articleInput } from '../http/schemas/submissions';
import { readBody } from '../http/validate';
import { submissionFromFields } from '../ingestion/formats/fields';
import { submissionFromHtml } from '../ingestion/formats/html';
import { submissionFromJsonLd } from '../ingestion/formats/jsonLd';
import { submissionFromNinjs } from '../ingestion/formats/ninjs';
import { recogniseJson } from '../ingestion/formats/recognise';
import { submissionFromText } from '../ingestion/formats/text';
import type { Submission } from '../ingestion/types';
import { decodeHtml } from './decodeHtml';

/** `jsonl` holds an article a line; `urls` is a list of pages to fetch. */
export const FORMATS = ['text', 'html', 'json', 'jsonl', 'urls'] as const;
export type Format = (typeof FORMATS)[number];

const BY_EXTENSION: Readonly<Record<string, Format>> = {
  txt: 'text',
  text: 'text',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  json: 'json',
  jsonld: 'json',
  jsonl: 'jsonl',
  ndjson: 'jsonl',
  urls: 'urls',
};

/** What a file is by the end of its name; null where that says nothing. */
export function formatByName(name: string): Format | null {
  return BY_EXTENSION[/\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''] ?? null;
}

/** What a document is by its content, for what has no telling name. */
export function formatByContent(bytes: Buffer): Format {
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
  if (/^\s*</.test(text)) return 'html';
  if (isJson(text)) return 'json';
  if (isJson(text.trimStart().split('\n', 1)[0] ?? '')) return 'jsonl';
  // Broken JSON is better reported as such than stored; a text may well begin with "[Update]".
  if (/^\s*\{/.test(text)) return 'json';
  return textOrAddresses(bytes);
}

/** A .txt file is an article or a list of addresses. */
export function textOrAddresses(bytes: Buffer): 'text' | 'urls' {
  const lines = addressLines(bytes.toString('utf8'));
  return lines.length > 0 && lines.every((line) => /^https?:\/\/\S+$/i.test(line))
    ? 'urls'
    : 'text';
}

/** The addresses of a URL list, without empty lines and # comments. */
export function addressLines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}

/** Reads a text or a page. */
export function documentSubmission(bytes: Buffer, format: 'text' | 'html'): Submission {
  return format === 'html'
    ? submissionFromHtml(decodeHtml(bytes))
    : submissionFromText(textOf(bytes));
}

/** Reads the articles of a JSON document: one, or a list of them. */
export function jsonDocuments(bytes: Buffer): readonly unknown[] {
  const json = jsonOf(bytes);
  return Array.isArray(json) && recogniseJson(json) === 'fields' ? (json as unknown[]) : [json];
}

/** Reads one article as JSON, held against the same rules as a request. */
export function jsonSubmission(json: unknown): Submission {
  const format = recogniseJson(json);
  if (format === 'json-ld') return submissionFromJsonLd(json);
  if (format === 'ninjs') return submissionFromNinjs(json);
  return submissionFromFields(readBody(articleInput, json));
}

function isJson(text: string): boolean {
  if (!/^\s*[[{]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
