// The rows of an article and of its new revision.

import type { PoolClient } from 'pg';

import { publicationKey } from '../publication';
import type { EngineRecord } from '../records';
import type { ArticleDraft } from '../store';
import type { Reanchored } from './reanchor';

/** A new state of an article. */
export interface ArticleState {
  readonly id: string;
  readonly identity: Buffer;
  readonly textHash: string;
  readonly draft: ArticleDraft;
  readonly known: Pick<ArticleDraft, 'title' | 'publication' | 'byline' | 'publishedAt'>;
  readonly number: number;
  readonly date: Date;
  readonly statementCount: number;
  readonly now: Date;
}

/** Makes the article, or brings it to its new state. */
export async function writeArticle(client: PoolClient, state: ArticleState): Promise<void> {
  const { draft, known, now } = state;
  await client.query(
    `INSERT INTO article (id, identity, url, title, publication, publication_key, byline, published_at, language, format,
       revision, statement_count, date, created_at, updated_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $14)
     ON CONFLICT (id) DO UPDATE SET title = excluded.title, publication = excluded.publication,
       publication_key = excluded.publication_key, byline = excluded.byline, published_at = excluded.published_at,
       language = excluded.language, format = excluded.format, revision = excluded.revision,
       statement_count = excluded.statement_count, date = excluded.date, updated_at = excluded.updated_at`,
    [
      state.id,
      state.identity,
      draft.url,
      known.title,
      known.publication,
      known.publication === null ? null : publicationKey(known.publication),
      known.byline,
      known.publishedAt,
      draft.language,
      draft.format,
      state.number,
      state.statementCount,
      state.date,
      now,
    ],
  );
}

export async function writeRevision(
  client: PoolClient,
  state: ArticleState &
    Pick<Reanchored, 'changes' | 'notice' | 'silentEdit'> & {
      readonly revisionId: string;
      readonly engine: EngineRecord;
    },
): Promise<void> {
  const { draft, known, engine } = state;
  await client.query(
    `INSERT INTO revision (id, article_id, number, title, byline, published_at, text, text_hash, length, statement_count,
       engine_name, engine_version, current, created_at, changes, notice, silent_edit)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, true, $13, $14, $15, $16)`,
    [
      state.revisionId,
      state.id,
      state.number,
      known.title,
      known.byline,
      known.publishedAt,
      draft.text,
      state.textHash,
      draft.text.length,
      state.statementCount,
      engine.name,
      engine.version,
      state.now,
      state.changes,
      state.notice,
      state.silentEdit,
    ],
  );
}
