// The counts that lists show, kept beside speakers and topics, and the names and roles that articles give a speaker.
// All are moved at the end of a transaction, in id order, so that locks are short and nobody waits in a circle.

import type { PoolClient } from 'pg';

import { recordset } from './bulk';

/** What an article's current revision calls a speaker: the one that was linked, before any merge. */
export interface ArticleSpeakerRow {
  readonly speaker_id: string;
  /** Folded names. */
  readonly names: readonly string[];
  readonly roles: readonly string[];
}

/** How many statements of the article a speaker is shown with: where merges end. */
export interface SpeakerCount {
  readonly speaker_id: string;
  readonly statement_count: number;
}

export interface TopicCount {
  readonly topic_id: string;
  readonly count: number;
}

/** What an article's current revision adds to all counts; taken away again when it is replaced or removed. */
export interface Contribution {
  readonly speakers: readonly ArticleSpeakerRow[];
  readonly shown: readonly SpeakerCount[];
  readonly topics: readonly TopicCount[];
}

export const NOTHING: Contribution = { speakers: [], shown: [], topics: [] };

/** Reads what the live statements of an article add at present. */
export async function contributionOf(client: PoolClient, articleId: string): Promise<Contribution> {
  const speakers = await client.query<ArticleSpeakerRow>(
    'SELECT speaker_id, names, roles FROM article_speaker WHERE article_id = $1',
    [articleId],
  );
  const shown = await client.query<SpeakerCount>(
    `SELECT l.speaker_id, count(*)::int AS statement_count
     FROM statement s JOIN statement_speaker l ON l.statement_id = s.id
     JOIN speaker k ON k.id = l.speaker_id AND k.merged_into IS NULL
     WHERE s.article_id = $1 AND s.live GROUP BY l.speaker_id`,
    [articleId],
  );
  const topics = await client.query<TopicCount>(
    `SELECT l.topic_id, count(*)::int AS count
     FROM statement s JOIN statement_topic l ON l.statement_id = s.id
     WHERE s.article_id = $1 AND s.live GROUP BY l.topic_id`,
    [articleId],
  );
  return { speakers: speakers.rows, shown: shown.rows, topics: topics.rows };
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
  await renameSpeakers(
    client,
    names.map(({ speaker_id }) => speaker_id),
  );
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
     ON CONFLICT (speaker_id, folded) DO UPDATE SET
       uses = speaker_name.uses + excluded.uses,
       kind = CASE WHEN excluded.uses > 0 AND excluded.kind = 'full' THEN 'full' ELSE speaker_name.kind END,
       name = CASE WHEN excluded.uses > 0 AND speaker_name.name = upper(speaker_name.name) AND NOT speaker_name.kept
         THEN excluded.name ELSE speaker_name.name END`,
    [JSON.stringify(rows)],
  );
  await dropUnusedNames(client, losers(moves));
}

/** Names that nobody prints go, unless an editor has given them, taken them off, or merged the speaker that bore them. */
export async function dropUnusedNames(client: PoolClient, ids: readonly string[]): Promise<void> {
  await client.query(
    `DELETE FROM speaker_name n USING speaker k
     WHERE n.speaker_id = ANY($1) AND n.uses <= 0 AND NOT n.kept AND NOT n.hidden
     AND k.id = n.speaker_id AND k.merged_into IS NULL`,
    [ids],
  );
}

/** A speaker is called what most articles call it in full, whichever came first; an editor's word stands. */
export async function renameSpeakers(client: PoolClient, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await client.query(
    `UPDATE speaker k SET name = best.name
     FROM (SELECT DISTINCT ON (n.speaker_id) n.speaker_id, n.name FROM speaker_name n
           WHERE n.speaker_id = ANY($1) AND n.kind = 'full' AND n.uses > 0 AND NOT n.hidden
           ORDER BY n.speaker_id, n.uses DESC, char_length(n.name) DESC, n.name) best
     WHERE k.id = best.speaker_id AND k.name <> best.name AND NOT 'name' = ANY(k.edited)`,
    [[...new Set(ids)]],
  );
}

async function moveRoles(client: PoolClient, moves: readonly Move[], date: Date): Promise<void> {
  if (moves.length === 0) return;
  await client.query(
    `INSERT INTO speaker_role (speaker_id, role, uses, first_date, date)
     SELECT speaker_id, value, uses, $2::timestamptz, $2::timestamptz
     FROM ${recordset({ speaker_id: 'uuid', value: 'text', uses: 'int' })}
     ORDER BY speaker_id, value
     ON CONFLICT (speaker_id, role) DO UPDATE SET
       uses = speaker_role.uses + excluded.uses,
       first_date = CASE WHEN excluded.uses > 0
         THEN least(speaker_role.first_date, excluded.first_date) ELSE speaker_role.first_date END,
       date = CASE WHEN excluded.uses > 0 THEN greatest(speaker_role.date, excluded.date) ELSE speaker_role.date END`,
    [JSON.stringify(moves), date],
  );
  const lost = moves.filter(({ uses }) => uses < 0);
  if (lost.length === 0) return;
  await client.query('DELETE FROM speaker_role WHERE speaker_id = ANY($1) AND uses <= 0', [
    losers(moves),
  ]);
  // The article that is gone may have been the first or the last to print the role.
  await client.query(
    `UPDATE speaker_role o SET first_date = seen.first, date = seen.last
     FROM ${recordset({ speaker_id: 'uuid', value: 'text' })}
     CROSS JOIN LATERAL (SELECT min(a.date) AS first, max(a.date) AS last
       FROM article_speaker p JOIN article a ON a.id = p.article_id
       WHERE p.speaker_id = new.speaker_id AND new.value = ANY(p.roles)) seen
     WHERE o.speaker_id = new.speaker_id AND o.role = new.value AND seen.first IS NOT NULL`,
    [JSON.stringify(lost)],
  );
}

async function moveSpeakers(
  client: PoolClient,
  before: Contribution,
  after: Contribution,
  now: Date,
): Promise<void> {
  const statements = sums([
    ...before.shown.map((row) => [row.speaker_id, -row.statement_count] as const),
    ...after.shown.map((row) => [row.speaker_id, row.statement_count] as const),
  ]);
  const articles = sums([
    ...before.shown.map((row) => [row.speaker_id, -1] as const),
    ...after.shown.map((row) => [row.speaker_id, 1] as const),
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

/** Moves the counts of topics alone. */
export async function moveTopics(
  client: PoolClient,
  before: Pick<Contribution, 'topics'>,
  after: Pick<Contribution, 'topics'>,
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
