// `verbatim migrate`: brings the database to the schema of this version. The service does so at every start; this is for
// those who want it done beforehand, by another account or in a deployment step.

import { Command } from 'commander';

import { readConfig } from '../config';
import { migrate } from '../storage';
import { withDatabase } from './session';

export function migrateCommand(): Command {
  return new Command('migrate')
    .description(
      'bring the database to the schema of this version (the service also does at start)',
    )
    .action(async () => {
      const applied = await withDatabase(readConfig(), migrate);
      const said = applied.length === 0 ? ['The schema is up to date.'] : ['Applied:', ...applied];
      console.log(said.join('\n  '));
    });
}
