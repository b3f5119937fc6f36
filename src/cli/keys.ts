// `verbatim keys`: API keys, which writes from other machines need.

import { Command } from 'commander';
import pc from 'picocolors';

import { readConfig } from '../config';
import type { KeyRecord } from '../storage';
import { withStore } from './session';

export function keysCommand(): Command {
  const keys = new Command('keys').description(
    'API keys: programs on other machines need one to hand in or delete articles',
  );
  keys
    .command('create')
    .argument('<name>', 'whom or what it is for, such as "ingest-bot"')
    .description('make a key; it is printed once and cannot be shown again')
    .action(create);
  keys.command('list').description('show all keys, never the secrets').action(list);
  keys
    .command('revoke')
    .argument('<id>', 'as `keys list` shows it')
    .description('make a key useless at once')
    .action(revoke);
  keys.addHelpText(
    'after',
    `
A running service takes up new and revoked keys at once. Send a key with every request that writes:
  curl -H "Authorization: Bearer KEY" -d @article.json -H "Content-Type: application/json" URL/v1/articles`,
  );
  return keys;
}

async function create(name: string): Promise<void> {
  const { record, secret } = await withStore(readConfig(), (store) => store.keys.create(name));
  // The secret alone on stdout, so that a script can take it without cutting a sentence apart.
  console.log(secret);
  console.error(
    `This is the key "${record.name}" (id ${record.id}). It is not shown again: keep it safe.`,
  );
}

async function list(): Promise<void> {
  const records = await withStore(readConfig(), (store) => store.keys.list());
  if (records.length === 0) {
    console.log('There are no keys. Make one with `verbatim keys create NAME`.');
    return;
  }
  const widest = Math.max(4, ...records.map(({ name }) => name.length));
  const columns = (id: string, name: string, prefix: string, rest: string): string =>
    `${id.padEnd(36)}  ${name.padEnd(widest)}  ${prefix.padEnd(14)}  ${rest}`;
  console.log(pc.dim(columns('ID', 'NAME', 'BEGINS WITH', 'STATE')));
  for (const record of records) {
    console.log(columns(record.id, record.name, `${record.prefix}…`, stateOf(record)));
  }
}

async function revoke(id: string): Promise<void> {
  const record = await withStore(readConfig(), (store) => store.keys.revoke(id));
  console.log(`The key "${record.name}" is revoked.`);
}

function stateOf({ createdAt, lastUsedAt, revokedAt }: KeyRecord): string {
  const day = (date: Date): string => date.toISOString().slice(0, 10);
  if (revokedAt !== null) return pc.red(`revoked ${day(revokedAt)}`);
  const used = lastUsedAt === null ? 'never used' : `last used ${day(lastUsedAt)}`;
  return `made ${day(createdAt)}, ${used}`;
}
