// The counts that lists of subjects show, and the names that articles give them; moved last, in id order, as for speakers.

import type { PoolClient } from 'pg';

import { recordset } from './bulk';

/** What an article's current revision adds to a subject. */
export interface ArticleSubjectRow {
  readonly subject_id: string;
  /** Folded names. */
  readonly names: readonly string[];
  readonly statement_count: number;
}

/** Reads what the live statements of an article name at present. */
export async function subjectsOfArticle(
  client: PoolClient,
  articleId: string,
): Promise<readonly ArticleSubjectRow[]> {
  const { rows } = await client.query<ArticleSubjectRow>(
    'SELECT subject_id, names, statement_count FROM article_subject WHERE article_id = $1',
    [articleId],
  );
  return rows;
}

/** Takes an article's subjects out of all names and counts. */
export async function withdrawSubjects(
  client: PoolClient,
  before: readonly ArticleSubjectRow[],
  now: Date,
): Promise<void> {
  await moveSubjects(client, before, [], { printed: new Map(), speakerOf: new Map(), now });
}

/** Moves all counts from what an article named before to what it names now. */
export async function moveSubjects(
  client: PoolClient,
  before: readonly ArticleSubjectRow[],
  after: readonly ArticleSubjectRow[],
  details: {
    readonly printed: ReadonlyMap<string, string>;
    readonly speakerOf: ReadonlyMap<string, string | null>;
    readonly now: Date;
  },
): Promise<void> {
  const uses = new Map<string, { subject_id: string; folded: string; uses: number }>();
  const counts = new Map<string, { statements: number; articles: number }>();
  const add = (rows: readonly ArticleSubjectRow[], by: number): void => {
    for (const { subject_id, names, statement_count } of rows) {
      const count = counts.get(subject_id) ?? { statements: 0, articles: 0 };
      count.statements += by * statement_count;
      // An editor may have rejected all statements that name it.
      if (statement_count > 0) count.articles += by;
      counts.set(subject_id, count);
      for (const folded of names) {
        const key = `${subject_id} ${folded}`;
        uses.set(key, { subject_id, folded, uses: (uses.get(key)?.uses ?? 0) + by });
      }
    }
  };
  add(before, -1);
  add(after, 1);
  const names = [...uses].filter(([, move]) => move.uses !== 0);
  if (names.length > 0) {
    await client.query(
      `INSERT INTO subject_name (subject_id, folded, name, uses)
       SELECT subject_id, folded, coalesce(name, folded), uses
       FROM ${recordset({ subject_id: 'uuid', folded: 'text', name: 'text', uses: 'int' })}
       ORDER BY subject_id, folded
       ON CONFLICT (subject_id, folded) DO UPDATE SET uses = subject_name.uses + excluded.uses`,
      [JSON.stringify(names.map(([key, move]) => ({ ...move, name: details.printed.get(key) })))],
    );
    const losers = names.filter(([, move]) => move.uses < 0).map(([, move]) => move.subject_id);
    await client.query('DELETE FROM subject_name WHERE subject_id = ANY($1) AND uses <= 0', [
      losers,
    ]);
  }
  const moved = [...counts].map(([id, count]) => ({
    id,
    ...count,
    speaker: details.speakerOf.get(id) ?? null,
  }));
  if (moved.length === 0) return;
  const columns = { id: 'uuid', statements: 'int', articles: 'int', speaker: 'uuid' };
  await client.query(
    `WITH new AS (SELECT * FROM ${recordset(columns)}),
       locked AS (SELECT k.id FROM subject k JOIN new USING (id) ORDER BY k.id FOR NO KEY UPDATE OF k)
     UPDATE subject k SET statement_count = k.statement_count + new.statements,
       article_count = k.article_count + new.articles, speaker_id = coalesce(k.speaker_id, new.speaker), updated_at = $2
     FROM locked JOIN new USING (id) WHERE k.id = locked.id`,
    [JSON.stringify(moved), details.now],
  );
}
