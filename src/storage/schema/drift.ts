// Holds prisma/schema.prisma and the SQL migrations together.

import { runSchemaEngine } from './schemaEngine';
import { readSchema } from './schemaFiles';

/**
 * The SQL that would turn a migrated database into what schema.prisma says; empty when they agree. Partial and expression
 * indexes, checks, functions and text search are outside Prisma's sight, so they are never reported.
 */
export async function detectDrift(connectionString: string): Promise<string> {
  const schema = await readSchema();
  const { stdout } = await runSchemaEngine<{ stdout: string }>({
    command: 'diff',
    connectionString,
    schema,
  });
  return stdout.replace('-- This is an empty migration.', '').trim();
}
