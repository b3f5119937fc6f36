// `verbatim authority import`: who there is, from a file of names, so that articles are linked to known people and bodies.

import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';

import { Command, Option } from 'commander';
import pc from 'picocolors';

import { readConfig } from '../config';
import { AppError } from '../errors';
import type { AuthorityEntry, AuthorityTally, Store } from '../storage';
import type { AuthorityFormat } from './authorityFile';
import { readAuthorityFile } from './authorityFile';
import { createProgress } from './progress';
import { withStore } from './session';

/** Entries a transaction. A thousand cost a tenth more, ten thousand hold a hundred megabytes. */
const BATCH = 2000;
/** Faulty lines that are shown; a file of the wrong kind has nothing but. */
const MOST_SHOWN = 20;

interface Options {
  readonly format?: AuthorityFormat;
}

export function authorityCommand(): Command {
  const authority = new Command('authority').description(
    'authority files: lists of people and bodies that statements can be linked to',
  );
  authority
    .command('import')
    .argument('<file>', 'a .csv or .jsonl file, in UTF-8')
    .addOption(
      new Option('--format <format>', 'what the file is, if its name does not say').choices([
        'csv',
        'jsonl',
      ]),
    )
    .description('add the entries of a file, or bring those that are there up to date')
    .addHelpText(
      'after',
      `
CSV has a first line with the names of its columns, in any order: name and, if you have them, type,
aliases, roles and sameAs; several values in one field are separated by | (but for sameAs, ; will do as well). JSON Lines has an object a
line: {"name", "type", "aliases": […], "roles": […], "sameAs": […]}. type is person (the default),
organisation or document. sameAs are http or https addresses, such as http://www.wikidata.org/entity/Q42;
the first one makes an entry the same at the next import, and without one its type, name and roles do.

Nothing is imported of a file that has a fault; each is told with its line. Articles that come later are linked
by the entries, and say so in their evidence; those that are there stay as they are.

Examples:
  verbatim authority import members-of-parliament.csv
  verbatim authority import wikidata.jsonl`,
    )
    .action(importFile);
  return authority;
}

async function importFile(file: string, options: Options): Promise<void> {
  const format = options.format ?? formatOf(file);
  const size = await sizeOf(file);
  // Read twice: all of it is checked before any of it is stored, without holding all of it.
  const total = await check(file, format, size);
  if (total === null) {
    process.exitCode = 1;
    return;
  }
  const tally = await withStore(readConfig(), (store) => storeAll(store, file, format, total));
  const { added, changed, unchanged } = tally;
  console.log(
    `${count(total, 'entry', 'entries')}: ${added} added, ${changed} changed, ${unchanged} unchanged.`,
  );
}

/** How many entries there are; null where some line is faulty, which is told. */
async function check(file: string, format: AuthorityFormat, size: number): Promise<number | null> {
  if (size === 0) throw new AppError('invalid-input', `${file} is empty.`);
  let [entries, faults] = [0, 0];
  for await (const { line, result } of readAuthorityFile(createReadStream(file), format)) {
    if (!(result instanceof Error)) entries += 1;
    else if (++faults <= MOST_SHOWN) console.error(`${file}:${line}: ${result.message}`);
  }
  if (faults > MOST_SHOWN) console.error(`… and ${faults - MOST_SHOWN} more.`);
  if (faults === 0) return entries;
  const what = count(faults, 'fault', 'faults');
  console.error(pc.red(`${what} in ${file}: nothing was imported. Mend them and import it again.`));
  return null;
}

async function storeAll(
  store: Store,
  file: string,
  format: AuthorityFormat,
  total: number,
): Promise<AuthorityTally> {
  const progress = createProgress(total, 'entries');
  const sum = { added: 0, changed: 0, unchanged: 0 };
  let batch: AuthorityEntry[] = [];
  const flush = async (): Promise<void> => {
    const { added, changed, unchanged } = await store.authority.importEntries(batch);
    sum.added += added;
    sum.changed += changed;
    sum.unchanged += unchanged;
    for (let i = 0; i < batch.length; i += 1) progress.step(false);
    batch = [];
  };
  try {
    for await (const { result } of readAuthorityFile(createReadStream(file), format)) {
      // Checked before: only a file that changes meanwhile gets here.
      if (result instanceof Error) throw new AppError('conflict', `${file} has changed meanwhile.`);
      batch.push(result);
      if (batch.length >= BATCH) await flush();
    }
    await flush();
  } finally {
    progress.stop();
  }
  return sum;
}

function formatOf(file: string): AuthorityFormat {
  if (/\.csv$/i.test(file)) return 'csv';
  if (/\.(?:jsonl|ndjson)$/i.test(file)) return 'jsonl';
  const message = `${file} ends neither in .csv nor in .jsonl: say what it is with --format.`;
  throw new AppError('invalid-input', message);
}

async function sizeOf(file: string): Promise<number> {
  const found = await stat(file).catch(() => null);
  if (found?.isFile() === true) return found.size;
  throw new AppError('not-found', `There is no file ${file}.`);
}

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;
