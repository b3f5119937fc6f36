// Where prisma/ and the topics lie, seen from the sources and from the compiled files alike, and what stands there.

import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

const PRISMA = path.join(__dirname, '..', '..', '..', 'prisma');
const TOPICS = path.join(__dirname, '..', '..', 'topics', 'data', 'iptc-media-topics.tsv');

export interface Migration {
  readonly name: string;
  readonly sql: string;
}

/** The migrations in the order in which they are applied. */
export async function readMigrations(): Promise<Migration[]> {
  const folder = path.join(PRISMA, 'migrations');
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => ({
      name,
      sql: await readFile(path.join(folder, name, 'migration.sql'), 'utf8'),
    })),
  );
}

export function readMigrationLock(): Promise<string> {
  return readFile(path.join(PRISMA, 'migrations', 'migration_lock.toml'), 'utf8');
}

export function readSchema(): Promise<string> {
  return readFile(path.join(PRISMA, 'schema.prisma'), 'utf8');
}

export interface TopicLine {
  readonly id: string;
  readonly parent_id: string | null;
  readonly depth: number;
  readonly label: string;
}

/** The IPTC Media Topics, parents before children. */
export async function readTopics(): Promise<TopicLine[]> {
  const lines = (await readFile(TOPICS, 'utf8')).split(/\r?\n/);
  return lines
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [id = '', parent = '', depth = '', label = ''] = line.split('\t');
      return { id, parent_id: parent || null, depth: Number(depth), label };
    });
}
