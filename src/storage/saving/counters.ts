// The counts that lists show, kept beside speakers and topics, and the names and roles that articles give a speaker.
// All are moved at the end of a transaction, in id order, so that locks are short and nobody waits in a circle.

import type { PoolClient } from 'pg';

import { recordset } from './bulk';

/** What an article's current revision adds to a speaker. */
export interface ArticleSpeakerRow {
  readonly speaker_id: string;
  /** Folded names. */
  readonly names: readonly string[];
  readonly roles: readonly string[];
  readonly statement_count: number;
}

export interface TopicCount {
  readonly topic_id: string;
  readonly count: number;
}

/** What an article's current revision adds to all counts; taken away again when it is replaced or removed. */
export interface Contribution {
  readonly speakers: readonly ArticleSpeakerRow[];
  readonly topics: readonly TopicCount[];
}

export const NOTHING: Contribution = { speakers: [], topics: [] };

/** Reads what the live statements of an article add at present. */
export async function contributionOf(client: PoolClient, articleId: string): Promise<Contribution> {
  const speakers = await client.query<ArticleSpeakerRow>(
    'SELECT speaker_id, names, roles, statement_count FROM article_speaker WHERE article_id = $1',
    [articleId],
  );
  const topics = await client.query<TopicCount>(
    `SELECT l.topic_id, count(*)::int AS count
     FROM statement s JOIN statement_topic l ON l.statement_id = s.id
     WHERE s.article_id = $1 AND s.live GROUP BY l.topic_id`,
    [articleId],
  );
  return { speakers: speakers.rows, topics: topics.rows };
}

/** How a name is written, and whether it is the full one. */
export interface NameForm {
  readonly name: string;
  readonly kind: 'full' | 'alias';
}

/** Moves all counts from what an article added before to what it adds now. */
export async function moveCounts(
  client: PoolClient,
  before: Contribution,
  after: Contribution,
  details: {
    readonly forms: ReadonlyMap<string, NameForm>;
    readonly date: Date;
    readonly now: Date;
  },
): Promise<void> {
  const names = difference(before.speakers, after.speakers, ({ names }) => names);
  const roles = difference(before.speakers, after.speakers, ({ roles }) => roles);
  await moveNames(client, names, details.forms);
  await moveRoles(client, roles, details.date);
  await moveSpeakers(client, before, after, details.now);
  await moveTopics(client, before, after);
}

interface Move {
  readonly speaker_id: string;
  readonly value: string;
  readonly uses: number;
}

/** The key of a name's form: one speaker's folded name. */
export const formKey = (speakerId: string, folded: string): string => `${speakerId} ${folded}`;

async function moveNames(
  client: PoolClient,
  moves: readonly Move[],
  forms: ReadonlyMap<string, NameForm>,
): Promise<void> {
  if (moves.length === 0) return;
  const rows = moves.map((move) => ({
    ...move,
    ...forms.get(formKey(move.speaker_id, move.value)),
  }));
  // A row that only loses uses is there already, so its name and kind are never taken from here.
  await client.query(
    `INSERT INTO speaker_name (speaker_id, folded, name, kind, uses)
     SELECT speaker_id, value, coalesce(name, value), coalesce(kind, 'alias'), uses
     FROM ${recordset({ speaker_id: 'uuid', value: 'text', name: 'text', kind: 'name_kind', uses: 'int' })}
     ORDER BY speaker_id, value
     ON CONFLICT (speaker_id, folded) DO UPDATE SET uses = speaker_name.uses + excluded.uses`,
    [JSON.stringify(rows)],
  );
  await client.query('DELETE FROM speaker_name WHERE speaker_id = ANY($1) AND uses <= 0', [
    losers(moves),
  ]);
}

async function moveRoles(client: PoolClient, moves: readonly Move[], date: Date): Promise<void> {
  if (moves.length === 0) return;
  await client.query(
    `INSERT INTO speaker_role (speaker_id, role, uses, date)
     SELECT speaker_id, value, uses, $2::timestamptz
     FROM ${recordset({ speaker_id: 'uuid', value: 'text', uses: 'int' })}
     ORDER BY speaker_id, value
     ON CONFLICT (speaker_id, role) DO UPDATE SET
       uses = speaker_role.uses + excluded.uses,
       date = CASE WHEN excluded.uses > 0 THEN greatest(speaker_role.date, excluded.date) ELSE speaker_role.date END`,
    [JSON.stringify(moves), date],
  );
  await client.query('DELETE FROM speaker_role WHERE speaker_id = ANY($1) AND uses <= 0', [
    losers(moves),
  ]);
}

async function moveSpeakers(
  client: PoolClient,
  before: Contribution,
  after: Contribution,
  now: Date,
): Promise<void> {
  const statements = sums([
    ...before.speakers.map((row) => [row.speaker_id, -row.statement_count] as const),
    ...after.speakers.map((row) => [row.speaker_id, row.statement_count] as const),
  ]);
  const articles = sums([
    ...before.speakers.map((row) => [row.speaker_id, -1] as const),
    ...after.speakers.map((row) => [row.speaker_id, 1] as const),
  ]);
  const rows = [...statements]
    .map(([id, count]) => ({ id, statements: count, articles: articles.get(id) ?? 0 }))
    .filter(({ statements, articles }) => statements !== 0 || articles !== 0);
  if (rows.length === 0) return;
  await client.query(
    `WITH new AS (SELECT * FROM ${recordset({ id: 'uuid', statements: 'int', articles: 'int' })}),
       locked AS (SELECT k.id FROM speaker k JOIN new USING (id) ORDER BY k.id FOR NO KEY UPDATE OF k)
     UPDATE speaker k SET statement_count = k.statement_count + new.statements,
       article_count = k.article_count + new.articles, updated_at = $2
     FROM locked JOIN new USING (id) WHERE k.id = locked.id`,
    [JSON.stringify(rows), now],
  );
}

async function moveTopics(
  client: PoolClient,
  before: Contribution,
  after: Contribution,
): Promise<void> {
  const moves = sums([
    ...before.topics.map((row) => [row.topic_id, -row.count] as const),
    ...after.topics.map((row) => [row.topic_id, row.count] as const),
  ]);
  const rows = [...moves].filter(([, count]) => count !== 0).map(([id, count]) => ({ id, count }));
  if (rows.length === 0) return;
  await client.query(
    `WITH new AS (SELECT * FROM ${recordset({ id: 'text', count: 'int' })}),
       locked AS (SELECT t.id FROM topic t JOIN new USING (id) ORDER BY t.id FOR NO KEY UPDATE OF t)
     UPDATE topic t SET statement_count = t.statement_count + new.count
     FROM locked JOIN new USING (id) WHERE t.id = locked.id`,
    [JSON.stringify(rows)],
  );
}

function difference(
  before: readonly ArticleSpeakerRow[],
  after: readonly ArticleSpeakerRow[],
  valuesOf: (row: ArticleSpeakerRow) => readonly string[],
): Move[] {
  const uses = new Map<string, Move>();
  const add = (rows: readonly ArticleSpeakerRow[], by: number): void => {
    for (const row of rows) {
      for (const value of valuesOf(row)) {
        const key = formKey(row.speaker_id, value);
        uses.set(key, { speaker_id: row.speaker_id, value, uses: (uses.get(key)?.uses ?? 0) + by });
      }
    }
  };
  add(before, -1);
  add(after, 1);
  return [...uses.values()].filter((move) => move.uses !== 0);
}

function losers(moves: readonly Move[]): string[] {
  return [...new Set(moves.filter(({ uses }) => uses < 0).map((move) => move.speaker_id))];
}

function sums(entries: readonly (readonly [string, number])[]): Map<string, number> {
  const totals = new Map<string, number>();
  for (const [id, count] of entries) totals.set(id, (totals.get(id) ?? 0) + count);
  return totals;
}
