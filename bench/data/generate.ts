// Fills a migrated, empty database with statements that look like news at scale: few speakers, publications, topics and
// cues have most of them. Seeded: the same seed gives the same rows. Used by the benchmarks and by tests of query plans.

import { Client } from 'pg';

import { steps } from './steps';

const BULK_TABLES = [
  'revision',
  'statement',
  'span',
  'statement_speaker',
  'statement_topic',
  'statement_subject',
  'statement_print',
  'revision_print',
  'lineage_member',
] as const;

/** What there is to ask for in generated data: the most common and a rare one of each. */
export interface Generated {
  readonly speakers: readonly string[];
  readonly rareSpeaker: string;
  readonly topics: readonly string[];
  readonly subjects: readonly string[];
  readonly rareSubject: string;
  readonly articles: readonly string[];
  readonly publications: readonly string[];
}

/**
 * Generates `count` statements. Needs a superuser, since foreign keys are not checked while it writes; all else
 * (generated columns, checks, indexes) is as in a database that the service has filled.
 */
export async function generateStatements(
  connectionString: string,
  count: number,
  seed = 1,
  // What else is to be filled before the indexes are built: the prints that verification searches. Without it all articles count
  // as printed, or the service would print a million statements before it starts.
  fill?: () => Promise<unknown>,
): Promise<Generated> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    await client.query(`SET session_replication_role = replica`);
    await client.query(`SET synchronous_commit = off`);
    await client.query(`SET maintenance_work_mem = '512MB'`);
    await client.query(`SET work_mem = '256MB'`);
    const indexes = await dropIndexes(client);
    for (const statement of steps(count, seed)) await client.query(statement);
    if (fill === undefined) await client.query(NO_PRINTS);
    else await fill();
    for (const definition of indexes) await client.query(definition);
    await client.query('VACUUM (ANALYZE)');
    return await describe(client);
  } finally {
    await client.end();
  }
}

const NO_PRINTS = `INSERT INTO revision_print (revision_id, hashes) SELECT id, '{}' FROM revision`;

/** What there is to ask for in a database that was filled before. */
export async function describeStatements(connectionString: string): Promise<Generated> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    return await describe(client);
  } finally {
    await client.end();
  }
}

/** Building an index over all rows takes a fifth of the time of keeping it up row by row. */
async function dropIndexes(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS definition
     FROM pg_index i LEFT JOIN pg_constraint c ON c.conindid = i.indexrelid
     WHERE i.indrelid::regclass::text = ANY($1) AND c.oid IS NULL AND NOT i.indisunique`,
    [BULK_TABLES],
  );
  for (const { name } of rows) await client.query(`DROP INDEX ${name}`);
  return rows.map(({ definition }) => definition);
}

async function describe(client: Client): Promise<Generated> {
  const ids = async (sql: string): Promise<string[]> =>
    (await client.query<{ id: string }>(sql)).rows.map(({ id }) => id);
  const [rareSpeaker = ''] = await ids(
    'SELECT id FROM speaker WHERE statement_count > 0 ORDER BY statement_count, id LIMIT 1',
  );
  const [rareSubject = ''] = await ids(
    'SELECT id FROM subject WHERE statement_count > 0 ORDER BY statement_count, id LIMIT 1',
  );
  return {
    subjects: await ids('SELECT id FROM subject ORDER BY statement_count DESC, id LIMIT 50'),
    rareSubject,
    speakers: await ids('SELECT id FROM speaker ORDER BY statement_count DESC, id LIMIT 50'),
    rareSpeaker,
    topics: await ids('SELECT id FROM topic ORDER BY statement_count DESC, id LIMIT 50'),
    articles: await ids('SELECT id FROM article ORDER BY statement_count DESC, id LIMIT 50'),
    publications: await ids(
      'SELECT publication AS id FROM article GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 20',
    ),
  };
}
