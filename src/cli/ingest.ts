// `verbatim ingest`: many articles into the store at once, by the same path as POST /v1/articles. Tells at the end what
// became of them, and fails if any did.

import { createHash } from 'node:crypto';

import { Command, Option } from 'commander';
import pc from 'picocolors';

import { readConfig, readVersion } from '../config';
import { AppError, coerceError } from '../errors';
import type { Ingested, Ingestion, Submission } from '../ingestion/types';
import type { Article, Inputs } from './articles';
import { openInputs } from './articles';
import type { Format } from './documents';
import { FORMATS } from './documents';
import { createPageFetcher } from './fetchPage';
import { inOrder } from './lines';
import { count } from './listing';
import { createProgress } from './progress';
import { withIngestion } from './session';

interface Options {
  readonly format?: Format;
  readonly publication?: string;
}

type Outcome = Ingested['outcome'];

export interface Failure {
  readonly origin: string;
  readonly reason: string;
}

export interface Tally {
  readonly outcomes: Readonly<Record<Outcome, number>>;
  readonly failures: readonly Failure[];
}

export function ingestCommand(): Command {
  return new Command('ingest')
    .argument(
      '<input...>',
      'files, folders, lists of addresses, addresses, or - for standard input',
    )
    .addOption(
      new Option('--format <format>', 'what the inputs are, if their names do not say').choices(
        FORMATS,
      ),
    )
    .option('--publication <name>', 'who published the articles that do not say so themselves')
    .description('store articles: texts, pages (HTML), JSON (our own, JSON-LD, ninjs), JSON Lines')
    .addHelpText(
      'after',
      `
A list of addresses is a file with one http(s) address a line. Pages are fetched one at a time, as
"Verbatim/VERSION", and not where the site's robots.txt asks robots to stay away.
What is stored already stays as it is; the same address with another text becomes a new revision.
Exits with 1 when any article failed; the others are stored all the same.

Examples:
  verbatim ingest article.txt --publication "The Sample Herald"
  verbatim ingest archive/                          every .txt, .html, .json and .jsonl below it
  verbatim ingest articles.jsonl                    lines {"text" or "html", "url", "title", "publishedAt", …}
  verbatim ingest addresses.txt
  curl -s URL | verbatim ingest - --format html`,
    )
    .action(ingest);
}

async function ingest(args: readonly string[], options: Options): Promise<void> {
  const config = readConfig();
  const inputs = await openInputs(args, {
    format: options.format ?? null,
    maxBytes: config.maxBodyBytes,
    fetchPage: createPageFetcher(readVersion()),
  });
  const tally = await withIngestion(config, (ingestion) =>
    ingestAll(inputs, ingestion, config.workerThreads * 2, options.publication ?? null),
  );
  console.log(summary(tally));
  if (tally.failures.length > 0) process.exitCode = 1;
}

/** Ingests everything, a few at a time; revisions of one article in the order in which they come. */
export async function ingestAll(
  { articles, total }: Inputs,
  ingestion: Ingestion,
  atOnce: number,
  publication: string | null,
): Promise<Tally> {
  const outcomes: Record<Outcome, number> = {
    created: 0,
    revised: 0,
    unchanged: 0,
    embargoed: 0,
    withdrawn: 0,
  };
  const failures: Failure[] = [];
  const underWay = new Map<string, Promise<unknown>>();
  const progress = createProgress(total);

  const store = async ({ submission }: Article): Promise<Outcome> => {
    if (submission instanceof Error) throw submission;
    const { url } = submission;
    const filled = { ...submission, publication: submission.publication ?? publication };
    const earlier = (url === null ? null : underWay.get(url)) ?? Promise.resolve();
    const saved = earlier.catch(() => undefined).then(() => ingestOnce(ingestion, filled));
    if (url !== null) underWay.set(url, saved);
    return (await saved).outcome;
  };

  const results = inOrder(articles, atOnce, async (article) => {
    const result = await store(article).catch(coerceError);
    progress.step(result instanceof Error);
    return { origin: article.origin, result };
  });
  for await (const { origin, result } of results) {
    if (result instanceof Error) failures.push({ origin, reason: reasonOf(result) });
    else outcomes[result] += 1;
  }
  progress.stop();
  return { outcomes, failures };
}

/**
 * The content's own hash is its key: an archive that holds an article and its correction can be ingested again, and
 * the older one is not taken for a correction of the newer one. Deleted articles come back, since someone asks for it.
 */
async function ingestOnce(ingestion: Ingestion, submission: Submission): Promise<Ingested> {
  const requestHash = createHash('sha256').update(JSON.stringify(submission)).digest('hex');
  try {
    return await ingestion.ingest(submission, { key: `ingest-${requestHash}`, requestHash });
  } catch (error) {
    if (!(error instanceof AppError) || error.kind !== 'gone') throw error;
    return ingestion.ingest(submission, null);
  }
}

/** What became of the articles; of those that failed, which and why. */
export function summary({ outcomes, failures }: Tally): string {
  const { created, revised, unchanged, embargoed, withdrawn } = outcomes;
  const all = created + revised + unchanged + embargoed + withdrawn + failures.length;
  const parts = [`${created} new`, `${revised} revised`, `${unchanged} already there`];
  if (embargoed > 0) parts.push(`${embargoed} under embargo`);
  if (withdrawn > 0) parts.push(`${withdrawn} taken back by their publishers`);
  if (failures.length > 0) parts.push(pc.red(`${failures.length} failed`));
  const lines = failures.map(({ origin, reason }) => `  ${origin}: ${reason}`);
  return [`${count(all, 'article')}: ${parts.join(', ')}.`, ...lines].join('\n');
}

function reasonOf(error: Error): string {
  if (!(error instanceof AppError)) return error.message;
  const fields = error.fields
    .filter(({ pointer, message }) => pointer !== '' && !error.message.includes(message))
    .map(({ pointer, message }) => `${pointer} ${message}`);
  return fields.length === 0 ? error.message : `${error.message} (${fields.join('; ')})`;
}
