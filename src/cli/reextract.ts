// `verbatim reextract`: reads stored articles again with the present engine. What was done is not done again, so that it can be
// stopped at any moment and goes on where it was; with `--all`, which asks for that, it begins anew.

import { Command } from 'commander';
import pc from 'picocolors';

import { readConfig } from '../config';
import { coerceError } from '../errors';
import { ENGINE } from '../extraction';
import type { AnalysisPool } from '../ingestion/types';
import type { OutdatedText, Store } from '../storage';
import { inOrder } from './lines';
import { count } from './listing';
import { createProgress } from './progress';
import { withPool, withStore } from './session';

const BATCH = 50;

interface Options {
  readonly all?: boolean;
}

interface Tally {
  readonly done: number;
  /** They had another text by then. */
  readonly passed: number;
  readonly failures: readonly { readonly articleId: string; readonly reason: string }[];
}

export function reextractCommand(): Command {
  return new Command('reextract')
    .option('--all', 'also articles that the present engine has read already')
    .description('read stored articles again with the present engine')
    .addHelpText(
      'after',
      `
Statements that are still found keep their ids, what they said before stays readable with asOf, and editors' words stand as they
are. Each article is one transaction: stopped at any moment, it goes on where it was; with --all it begins anew. The service may
run meanwhile.

Examples:
  verbatim reextract           after an upgrade
  verbatim reextract --all     after changes to the engine under development`,
    )
    .action(reextract);
}

async function reextract({ all = false }: Options): Promise<void> {
  const config = readConfig();
  const tally = await withStore(config, (store) =>
    withPool(config, (pool) => reextractAll(store, pool, config.workerThreads * 2, all)),
  );
  console.log(summary(tally));
  if (tally.failures.length > 0) process.exitCode = 1;
}

/** Reads all that is outdated again, a few at a time; what fails is left as it is. */
export async function reextractAll(
  store: Pick<Store, 'rereading'>,
  pool: Pick<AnalysisPool, 'analyse'>,
  atOnce: number,
  all: boolean,
): Promise<Tally> {
  const progress = createProgress(await store.rereading.countOutdated(ENGINE, all));
  const failures: { articleId: string; reason: string }[] = [];
  let [done, passed] = [0, 0];
  const outcomes = inOrder(outdated(store, all), atOnce, async (one) => {
    const outcome = await readAgain(store, pool, one).catch(coerceError);
    progress.step(outcome instanceof Error);
    return { articleId: one.articleId, outcome };
  });
  for await (const { articleId, outcome } of outcomes) {
    if (outcome instanceof Error) failures.push({ articleId, reason: outcome.message });
    else if (outcome) done += 1;
    else passed += 1;
  }
  progress.stop();
  return { done, passed, failures };
}

async function* outdated(
  store: Pick<Store, 'rereading'>,
  all: boolean,
): AsyncGenerator<OutdatedText> {
  let after: string | null = null;
  for (;;) {
    const batch: readonly OutdatedText[] = await store.rereading.outdated(ENGINE, {
      all,
      after,
      limit: BATCH,
    });
    yield* batch;
    const last = batch.at(-1);
    if (last === undefined) return;
    after = last.revisionId;
  }
}

async function readAgain(
  store: Pick<Store, 'rereading'>,
  pool: Pick<AnalysisPool, 'analyse'>,
  { revisionId, text }: OutdatedText,
): Promise<boolean> {
  const { extraction, topics } = await pool.analyse(text);
  return store.rereading.readAgain(revisionId, extraction, topics);
}

function summary({ done, passed, failures }: Tally): string {
  const all = done + passed + failures.length;
  const parts = [`${done} read again`];
  if (passed > 0) parts.push(`${passed} had a newer text by then`);
  if (failures.length > 0) parts.push(pc.red(`${failures.length} failed`));
  const lines = failures.map(({ articleId, reason }) => `  ${articleId}: ${reason}`);
  const { name, version } = ENGINE;
  return [`${count(all, 'article')} (${name} ${version}): ${parts.join(', ')}.`, ...lines].join(
    '\n',
  );
}
