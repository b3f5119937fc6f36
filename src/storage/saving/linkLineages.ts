// Lineages: found when an article is stored, mended when one changes or goes, in the same transaction.

import { setImmediate as nextTurn } from 'node:timers/promises';

import type { PoolClient } from 'pg';

import type { Occurrence } from '../../verification/lineage';
import { groupOccurrences, isSameQuotation, toOccurrence } from '../../verification/lineage';
import { newId } from '../ids';
import type { QuotationRow } from '../reading/quotations';
import { selectQuotations, toQuotation } from '../reading/quotations';
import { insertRows } from './bulk';
import { lockName } from './locks';

/** Statements, or pairs of them, between two turns: a long article that repeats another held up the rest for 150 ms. */
const AT_ONCE = 20;
/** Holders of one print that are looked at, and statements that are compared with each of the article's. */
const EACH = 100;
const MOST_ALIKE = 20;
/** A lineage of more members is not taken apart when one leaves: each would have to be compared with each. */
const MOST_TO_REGROUP = 200;

/**
 * Puts the live statements of an article into lineages, in which those of its earlier text may be still. One transaction at a
 * time: two copies of a wire report that come in at once would not see each other.
 */
export async function linkLineages(
  client: PoolClient,
  articleId: string,
  now: Date,
): Promise<void> {
  await lockName(client, 'lineages', '');
  await leave(client, articleId, now);
  const { rows } = await client.query<{ statement_id: string; other_id: string }>(
    `SELECT * FROM statements_alike(
       ARRAY(SELECT id FROM statement WHERE article_id = $1 AND live), $1, $2, $3)`,
    [articleId, EACH, MOST_ALIKE],
  );
  if (rows.length === 0) return;
  const ids = rows.flatMap(({ statement_id, other_id }) => [statement_id, other_id]);
  const occurrences = new Map((await readOccurrences(client, ids)).map((one) => [one.id, one]));
  const links: [Occurrence, Occurrence][] = [];
  for (const [i, { statement_id, other_id }] of rows.entries()) {
    const [mine, other] = [occurrences.get(statement_id), occurrences.get(other_id)];
    if (mine !== undefined && other !== undefined && isSameQuotation(mine, other))
      links.push([mine, other]);
    if (i % AT_ONCE === AT_ONCE - 1) await nextTurn();
  }
  await join(client, links, now);
}

/** Takes all statements of an article out of lineages, before they are erased. */
export async function leaveLineages(
  client: PoolClient,
  articleId: string,
  now: Date,
): Promise<void> {
  await lockName(client, 'lineages', '');
  await leave(client, articleId, now);
}

async function readOccurrences(client: PoolClient, ids: readonly string[]): Promise<Occurrence[]> {
  const { rows } = await client.query<QuotationRow>(
    `WITH found AS (SELECT DISTINCT unnest($1::uuid[]) AS id) ${selectQuotations('s.date, s.id')}`,
    [ids],
  );
  const occurrences: Occurrence[] = [];
  for (const [i, row] of rows.entries()) {
    occurrences.push(toOccurrence(toQuotation(row)));
    if (i % AT_ONCE === AT_ONCE - 1) await nextTurn();
  }
  return occurrences;
}

/** Joins linked statements, and the lineages that they are in already; the oldest keeps its id. */
async function join(
  client: PoolClient,
  links: readonly (readonly [Occurrence, Occurrence])[],
  now: Date,
): Promise<void> {
  const ids = [...new Set(links.flatMap(([a, b]) => [a.id, b.id]))];
  const lineageOf = await lineagesOf(client, ids);
  const groups = connected([
    ...links.map(([a, b]) => [a.id, b.id] as const),
    ...ids.flatMap((id) => (lineageOf.has(id) ? [[id, lineageOf.get(id)!] as const] : [])),
  ]);
  const touched: string[] = [];
  for (const group of groups) {
    const lineages = group.filter((id) => [...lineageOf.values()].includes(id)).sort();
    const lineage = lineages[0] ?? (await create(client, now));
    touched.push(lineage);
    if (lineages.length > 1) {
      await client.query('UPDATE lineage_member SET lineage_id = $1 WHERE lineage_id = ANY($2)', [
        lineage,
        lineages.slice(1),
      ]);
      await client.query('DELETE FROM lineage WHERE id = ANY($1)', [lineages.slice(1)]);
    }
    const fresh = group.filter((id) => !lineages.includes(id) && !lineageOf.has(id));
    await addMembers(client, lineage, fresh);
  }
  await recount(client, touched);
}

async function lineagesOf(
  client: PoolClient,
  statementIds: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await client.query<{ statement_id: string; lineage_id: string }>(
    'SELECT statement_id, lineage_id FROM lineage_member WHERE statement_id = ANY($1)',
    [statementIds],
  );
  return new Map(rows.map(({ statement_id, lineage_id }) => [statement_id, lineage_id]));
}

/** Names that pairs connect, group by group. */
function connected(pairs: readonly (readonly [string, string])[]): string[][] {
  const parents = new Map<string, string>();
  const rootOf = (id: string): string => {
    let root = id;
    while (parents.get(root) !== undefined) root = parents.get(root)!;
    return root;
  };
  const all = new Set(pairs.flat());
  for (const [a, b] of pairs) {
    const [rootA, rootB] = [rootOf(a), rootOf(b)];
    if (rootA !== rootB) parents.set(rootA, rootB);
  }
  const groups = new Map<string, string[]>();
  for (const id of all) groups.set(rootOf(id), [...(groups.get(rootOf(id)) ?? []), id]);
  return [...groups.values()];
}

/** Removes members; what remains of their lineages may fall apart, or be no lineage any more. */
async function leave(client: PoolClient, articleId: string, now: Date): Promise<void> {
  const { rows } = await client.query<{ lineage_id: string }>(
    `DELETE FROM lineage_member m USING statement s
     WHERE s.id = m.statement_id AND s.article_id = $1 RETURNING m.lineage_id`,
    [articleId],
  );
  const lineages = [...new Set(rows.map(({ lineage_id }) => lineage_id))].sort();
  for (const lineage of lineages) await regroup(client, lineage, now);
  await recount(client, lineages);
}

async function regroup(client: PoolClient, lineage: string, now: Date): Promise<void> {
  const { rows } = await client.query<{ statement_id: string }>(
    'SELECT statement_id FROM lineage_member WHERE lineage_id = $1 LIMIT $2',
    [lineage, MOST_TO_REGROUP + 1],
  );
  if (rows.length > MOST_TO_REGROUP) return;
  const ids = rows.map(({ statement_id }) => statement_id);
  const [first, ...others] = groupOccurrences(await readOccurrences(client, ids)).sort(
    (a, b) => a[0]!.date.getTime() - b[0]!.date.getTime() || (a[0]!.id < b[0]!.id ? -1 : 1),
  );
  const kept = new Set(first?.map(({ id }) => id));
  await client.query('DELETE FROM lineage_member WHERE statement_id = ANY($1)', [
    ids.filter((id) => !kept.has(id)),
  ]);
  const made: string[] = [];
  for (const group of others) {
    const id = await create(client, now);
    await addMembers(
      client,
      id,
      group.map((one) => one.id),
    );
    made.push(id);
  }
  await recount(client, made);
}

async function create(client: PoolClient, now: Date): Promise<string> {
  const id = newId();
  // Counted as soon as it has members.
  await client.query(
    `INSERT INTO lineage (id, statement_count, article_count, publication_count, first_date, last_date, created_at)
     VALUES ($1, 0, 0, 0, $2, $2, $2)`,
    [id, now],
  );
  return id;
}

async function addMembers(
  client: PoolClient,
  lineage_id: string,
  statementIds: readonly string[],
): Promise<void> {
  const rows = statementIds.map((statement_id) => ({ statement_id, lineage_id }));
  await insertRows(client, 'lineage_member', { statement_id: 'uuid', lineage_id: 'uuid' }, rows);
}

/** What lists show and sort by. An article of no known publication counts as one of its own. */
async function recount(client: PoolClient, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await client.query(
    `UPDATE lineage l SET statement_count = c.statements, article_count = c.articles, publication_count = c.publications,
       first_date = c.first_date, last_date = c.last_date
     FROM (SELECT m.lineage_id, count(*)::int AS statements, count(DISTINCT s.article_id)::int AS articles,
             count(DISTINCT coalesce(s.publication_key, s.article_id::text))::int AS publications,
             min(s.date) AS first_date, max(s.date) AS last_date
           FROM lineage_member m JOIN statement s ON s.id = m.statement_id
           WHERE m.lineage_id = ANY($1) GROUP BY m.lineage_id) c
     WHERE l.id = c.lineage_id`,
    [ids],
  );
  await client.query(
    `DELETE FROM lineage l WHERE l.id = ANY($1) AND NOT EXISTS (SELECT FROM lineage_member m WHERE m.lineage_id = l.id)`,
    [ids],
  );
}
