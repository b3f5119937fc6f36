// `verbatim seed`: loads the sample articles. The service does so by itself when its store is empty.

import { Command } from 'commander';

import { readConfig } from '../config';
import { loadSeeds } from '../ingestion';
import { SEEDS_FOLDER, withIngestion } from './session';

export function seedCommand(): Command {
  return new Command('seed')
    .description('load the sample articles (invented people and outlets, marked as samples)')
    .action(async () => {
      const counts = await withIngestion(readConfig(), (ingestion) =>
        loadSeeds(SEEDS_FOLDER, ingestion),
      );
      console.log(
        `Sample articles: ${counts.created} new, ${counts.revised} corrected, ${counts.unchanged} already there.`,
      );
    });
}
