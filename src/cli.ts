#!/usr/bin/env node
// The same engine and storage from a terminal. One file a command in cli/; this one only puts them together.

import { Command } from 'commander';
import pc from 'picocolors';

import { authorityCommand } from './cli/authority';
import { explainCommand } from './cli/explain';
import { extractCommand } from './cli/extract';
import { failureMessage } from './cli/failure';
import { ingestCommand } from './cli/ingest';
import { keysCommand } from './cli/keys';
import { ReaderLeft, stopWhenReaderLeaves } from './cli/lines';
import { migrateCommand } from './cli/migrate';
import { reextractCommand } from './cli/reextract';
import { seedCommand } from './cli/seed';
import { serveCommand } from './cli/serve';
import { readVersion } from './config';

void main();

async function main(): Promise<void> {
  stopWhenReaderLeaves(process.stdout);
  const program = new Command('verbatim')
    .description(
      'Who said what, where, and in which words: attributed statements from news articles.',
    )
    .version(readVersion())
    .addCommand(serveCommand())
    .addCommand(extractCommand())
    .addCommand(explainCommand())
    .addCommand(ingestCommand())
    .addCommand(seedCommand())
    .addCommand(keysCommand())
    .addCommand(authorityCommand())
    .addCommand(reextractCommand())
    .addCommand(migrateCommand())
    .showHelpAfterError('(`verbatim help COMMAND` shows how it is used)')
    .addHelpText(
      'after',
      `
Start here:
  verbatim extract article.txt        see what the engine finds, nothing stored
  verbatim serve                      the service with its API, http://localhost:8080/docs
  verbatim ingest archive/            fill its store

Commands that use the store work on DATABASE_URL, or else on the embedded Postgres under DATA_DIR
(.data), beside a running service or without one.`,
    );
  try {
    await program.parseAsync();
  } catch (thrown) {
    if (thrown instanceof ReaderLeft) return;
    console.error(pc.red(failureMessage(thrown)));
    process.exitCode = 1;
  }
}
