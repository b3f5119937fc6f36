// `verbatim extract`: what the engine makes of a text, without a database. For people a listing, for programs JSON.

import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';

import { Command } from 'commander';

import { readConfig } from '../config';
import { AppError } from '../errors';
import { presentExtraction } from '../http/present/extraction';
import { createPreview } from '../ingestion';
import type { Submission } from '../ingestion/types';
import { loadVocabulary } from '../topics/loadVocabulary';
import {
  documentSubmission,
  formatByContent,
  formatByName,
  jsonDocuments,
  jsonSubmission,
} from './documents';
import { extractLines } from './extractLines';
import { writeLine } from './lines';
import { listing } from './listing';
import { withPool } from './session';

interface Options {
  readonly json?: boolean;
  readonly jsonl?: boolean;
}

export function extractCommand(): Command {
  return new Command('extract')
    .argument('[file]', 'a text, a page (HTML) or an article as JSON; standard input without it')
    .option('--json', 'print JSON, as POST /v1/extractions answers')
    .option('--jsonl', 'read lines {"id", "text"}, print a line of bare offsets for each')
    .description('show who says what in a text; stores nothing and needs no database')
    .addHelpText(
      'after',
      `
Examples:
  verbatim extract article.txt
  verbatim extract seeds/articles/01-state-visit.json
  echo '"We will appeal," said the lawyer, Ana Ruiz.' | verbatim extract
  verbatim extract --json page.html | jq '.statements[] | [.speakers[].name, .text]'
  verbatim extract --jsonl < corpus.jsonl > statements.jsonl`,
    )
    .action((file: string | undefined, options: Options) =>
      options.jsonl ? extractCorpus(file) : extractOne(file, options.json ?? false),
    );
}

async function extractOne(file: string | undefined, asJson: boolean): Promise<void> {
  if (file === undefined && process.stdin.isTTY) {
    console.error('Type or paste a text, then Ctrl-D on a line of its own.');
  }
  const bytes = file === undefined ? await buffer(process.stdin) : await readFile(file);
  const submission = readDocument(bytes, file);
  const preview = await withPool({ ...readConfig(), workerThreads: 1 }, (pool) =>
    createPreview(pool)(submission),
  );
  if (asJson) {
    const labels = new Map([...loadVocabulary().topics].map(([id, { label }]) => [id, label]));
    await writeLine(process.stdout, JSON.stringify(presentExtraction(preview, labels), null, 2));
  } else {
    const width = process.stdout.columns ?? 100;
    await writeLine(process.stdout, listing(preview.draft.text, preview.extraction, width));
  }
}

/** What a file or standard input holds, as something to hand in; refuses several documents at once. */
export function readDocument(bytes: Buffer, file: string | undefined): Submission {
  const format = (file === undefined ? null : formatByName(file)) ?? formatByContent(bytes);
  if (format === 'text' || format === 'html') return documentSubmission(bytes, format);
  const documents = format === 'json' ? jsonDocuments(bytes) : [];
  if (documents.length === 1) return jsonSubmission(documents[0]);
  throw new AppError(
    'invalid-input',
    'This holds several documents. `extract --jsonl` reads lines {"id", "text"}; `ingest` stores lists of articles and of addresses.',
  );
}

async function extractCorpus(file: string | undefined): Promise<void> {
  const config = readConfig();
  const input = file === undefined ? process.stdin : createReadStream(file);
  const unusable = await withPool(config, (pool) =>
    extractLines(input, process.stdout, pool, config.workerThreads * 2, (problem) =>
      console.error(problem),
    ),
  );
  if (unusable > 0) process.exitCode = 1;
}
