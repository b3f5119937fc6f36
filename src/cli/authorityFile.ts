// Authority files, line by line: CSV by the names of its columns, or a JSON object a line. Faults carry the line they stand on.

import { parse } from 'csv-parse';
import { z } from 'zod';

import { httpUrl, speakerName } from '../http/schemas/values';
import type { AuthorityEntry } from '../storage';
import { linesOf } from './lines';

export type AuthorityFormat = 'csv' | 'jsonl';

/** An entry, or what is wrong with the line that should be one. */
export interface AuthorityLine {
  readonly line: number;
  readonly result: AuthorityEntry | Error;
}

const COLUMNS = ['name', 'type', 'aliases', 'roles', 'sameAs'] as const;
const role = z
  .string('must be text')
  .trim()
  .min(1, 'is empty')
  .max(300, 'must have at most 300 characters');
const listOf = <Item extends z.ZodType>(item: Item) =>
  z
    .array(item, 'must be a list')
    .max(500, 'must have at most 500 items')
    .nullable()
    .exactOptional();

const entry = z.strictObject(
  {
    name: speakerName,
    type: z
      .enum(['person', 'organisation', 'document'], 'must be person, organisation or document')
      .nullable()
      .exactOptional(),
    aliases: listOf(speakerName),
    roles: listOf(role),
    sameAs: listOf(httpUrl),
  },
  { error: (issue) => (issue.code === 'invalid_type' ? 'must be a JSON object' : undefined) },
);

/** Yields each entry or fault with its line, from 1. */
export function readAuthorityFile(
  input: NodeJS.ReadableStream,
  format: AuthorityFormat,
): AsyncGenerator<AuthorityLine> {
  return format === 'csv' ? csvEntries(input) : jsonEntries(input);
}

async function* jsonEntries(input: NodeJS.ReadableStream): AsyncGenerator<AuthorityLine> {
  let line = 0;
  for await (const text of linesOf(input)) {
    line += 1;
    const bare = text.replace(/^\uFEFF/, '').trim();
    if (bare !== '') yield { line, result: entryOf(() => JSON.parse(bare) as unknown) };
  }
}

interface CsvRecord {
  readonly info: { readonly lines: number };
  readonly record: readonly string[];
}

async function* csvEntries(input: NodeJS.ReadableStream): AsyncGenerator<AuthorityLine> {
  const parser = input.pipe(
    // A row that is too short or too long is told with its line below, like every other fault.
    parse({
      bom: true,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    }),
  );
  input.on('error', (error) => parser.destroy(error));
  let columns: readonly string[] | null = null;
  let line = 1;
  try {
    for await (const { info, record } of parser as AsyncIterable<CsvRecord>) {
      // It is told where a record ends; fields may go over several lines.
      line = info.lines - (record.join('').match(/\n/g)?.length ?? 0);
      if (columns === null) {
        columns = record.map((name) => name.trim());
        const fault = faultOfHeader(columns);
        if (fault !== null) return yield { line, result: new Error(fault) };
        continue;
      }
      const names = columns;
      yield { line, result: entryOf(() => fieldsOf(names, record)) };
    }
  } catch (error) {
    // After an unclosed quotation mark nothing in the file can be told apart.
    const { lines = line, message } = error as { lines?: number; message: string };
    yield { line: lines, result: new Error(`this is not CSV: ${message}`) };
  }
}

function faultOfHeader(columns: readonly string[]): string | null {
  const unknown = columns.filter((name) => !COLUMNS.includes(name as (typeof COLUMNS)[number]));
  if (!columns.includes('name')) {
    return `the first line must name the columns, among them "name" (it has ${columns.join(', ')})`;
  }
  if (unknown.length > 0) {
    return `the column ${unknown.join(', ')} is not known; there are ${COLUMNS.join(', ')}`;
  }
  return new Set(columns).size < columns.length ? 'a column is named twice' : null;
}

function fieldsOf(columns: readonly string[], record: readonly string[]): object {
  if (record.length !== columns.length) {
    throw new Error(`there are ${record.length} fields, and ${columns.length} columns`);
  }
  const fields = columns.map((name, i): [string, unknown] => {
    const value = (record[i] ?? '').trim();
    if (name === 'name') return [name, value];
    if (name === 'type') return [name, value === '' ? null : value];
    return [
      name,
      value
        .split(name === 'sameAs' ? /[|\s]+/ : /[|;]/)
        .map((part) => part.trim())
        .filter((part) => part !== ''),
    ];
  });
  return Object.fromEntries(fields);
}

function entryOf(read: () => unknown): AuthorityEntry | Error {
  let value: unknown;
  try {
    value = read();
  } catch (error) {
    return error instanceof SyntaxError
      ? new Error(`this is not JSON: ${error.message}`)
      : (error as Error);
  }
  const parsed = entry.safeParse(value);
  if (!parsed.success) {
    return new Error(parsed.error.issues.map(described).join('; '));
  }
  const { name, type, aliases, roles, sameAs } = parsed.data;
  return {
    name: name.trim(),
    type: type ?? 'person',
    aliases: [...new Set(aliases ?? [])],
    roles: [...new Set(roles ?? [])],
    sameAs: [...new Set(sameAs ?? [])],
  };
}

function described(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return `${issue.keys.join(', ')} is not known here`;
  const place = issue.path.map(String).join('.');
  return place === '' ? `the line ${issue.message}` : `${place} ${issue.message}`;
}
