// What stands on a speaker's page besides names and statements: the articles that name it, and what editors did to it.

import type { PoolClient } from 'pg';

import type { Database } from '../connection';
import type { ChangeRow } from '../editing/changes';
import { CHANGE_COLUMNS, toChange } from '../editing/changes';
import { guarded } from '../failures';
import { isId } from '../ids';
import type { EvidenceRecord, SpeakerArticleRecord } from '../records';
import type { Store } from '../store';
import { decodeCursor } from './cursor';
import { pageOf } from './page';
import { noSpeaker } from './speakers';

interface ArticleRow {
  readonly article_id: string;
  readonly title: string | null;
  readonly url: string | null;
  readonly publication: string | null;
  readonly date: Date;
  readonly name: string;
  readonly roles: readonly string[];
  readonly statement_count: number;
  readonly evidence: readonly EvidenceRecord[];
  readonly speaker_id: string;
  /** The name of the speaker whom an editor found this one to be. */
  readonly merged_into: string | null;
}

export function speakerPageReads({
  pool,
}: Database): Pick<Store['speakers'], 'articles' | 'history'> {
  return {
    articles: (id, { limit, cursor }) =>
      guarded(async () => {
        const scope = { list: 'speaker-articles', id };
        const after = cursor === null ? null : decodeCursor(scope, cursor, ['time', 'id', 'id']);
        await requireSpeaker(pool, id);
        const { rows } = await pool.query<ArticleRow>(
          `SELECT p.article_id, p.speaker_id, a.title, a.url, a.publication, a.date, p.name, p.roles, p.statement_count, p.evidence,
             CASE WHEN k.id <> t.id THEN k.name END AS merged_into
           FROM speaker t JOIN article_speaker p ON p.speaker_id = t.id JOIN article a ON a.id = p.article_id
           JOIN speaker k ON k.id = t.canonical_id
           WHERE t.canonical_id = (SELECT canonical_id FROM speaker WHERE id = $1)
           AND ($2::timestamptz IS NULL OR (a.date, p.article_id, p.speaker_id) < ($2, $3::uuid, $4::uuid))
           ORDER BY a.date DESC, p.article_id DESC, p.speaker_id DESC LIMIT $5`,
          [
            id,
            after === null ? null : new Date(after[0] ?? 0),
            after?.[1] ?? null,
            after?.[2] ?? null,
            limit + 1,
          ],
        );
        return pageOf(
          rows,
          limit,
          scope,
          (row) => [row.date.getTime(), row.article_id, row.speaker_id],
          toSpeakerArticle,
        );
      }),

    history: (id, { limit, cursor }) =>
      guarded(async () => {
        const scope = { list: 'speaker-history', id };
        const after = cursor === null ? null : decodeCursor(scope, cursor, ['id']);
        await requireSpeaker(pool, id);
        const { rows } = await pool.query<ChangeRow>(
          `SELECT ${CHANGE_COLUMNS} FROM speaker_change c
           WHERE c.id IN (
             SELECT x.id FROM speaker t JOIN speaker_change x ON x.speaker_id = t.id
             WHERE t.canonical_id = (SELECT canonical_id FROM speaker WHERE id = $1)
             UNION SELECT x.id FROM speaker t JOIN speaker_change x ON x.other_id = t.id
             WHERE t.canonical_id = (SELECT canonical_id FROM speaker WHERE id = $1))
           AND ($2::uuid IS NULL OR c.id < $2) ORDER BY c.id DESC LIMIT $3`,
          [id, after?.[0] ?? null, limit + 1],
        );
        return pageOf(rows, limit, scope, (row) => [row.id], toChange);
      }),
  };
}

async function requireSpeaker(pool: Pick<PoolClient, 'query'>, id: string): Promise<void> {
  const { rowCount } = isId(id)
    ? await pool.query('SELECT FROM speaker WHERE id = $1', [id])
    : { rowCount: 0 };
  if (rowCount === 0) throw noSpeaker(id);
}

function toSpeakerArticle(row: ArticleRow): SpeakerArticleRecord {
  const stored = row.merged_into;
  const merged: EvidenceRecord[] =
    stored === null ? [] : [{ kind: 'editor', printed: row.name, stored }];
  return {
    articleId: row.article_id,
    title: row.title,
    url: row.url,
    publication: row.publication,
    date: row.date,
    name: row.name,
    roles: row.roles,
    statementCount: row.statement_count,
    evidence: [...row.evidence, ...merged],
  };
}
