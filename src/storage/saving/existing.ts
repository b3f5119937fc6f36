// What is already there for a submission: by its idempotency key, by its identity.

import type { PoolClient } from 'pg';

import { ARTICLE_COLUMNS, type ArticleRow, gone } from '../reading/articles';
import type { ArticleDraft, IdempotencyClaim } from '../store';
import { checkSameRequest } from './idempotency';

/** An article with the hash of its current text. */
export type ExistingArticle = ArticleRow & { readonly text_hash: string };

/** The article that a request with this key made. */
export async function articleOfKey(
  client: PoolClient,
  claim: IdempotencyClaim,
): Promise<ArticleRow | null> {
  const { rows } = await client.query<ArticleRow & { request_hash: string }>(
    `SELECT i.request_hash, ${ARTICLE_COLUMNS} FROM idempotency_key i JOIN article a ON a.id = i.article_id WHERE i.key = $1`,
    [claim.key],
  );
  const row = rows[0];
  if (row === undefined) return null;
  checkSameRequest(row.request_hash, claim);
  if (row.deleted_at !== null) throw gone(row.id, row);
  return row;
}

/** The live article with this identity, locked until the transaction ends. */
export async function articleOfIdentity(
  client: PoolClient,
  identity: Buffer,
): Promise<ExistingArticle | null> {
  const { rows } = await client.query<ExistingArticle>(
    `SELECT ${ARTICLE_COLUMNS}, r.text_hash FROM article a JOIN revision r ON r.article_id = a.id AND r.current
     WHERE a.identity = $1 AND a.deleted_at IS NULL FOR UPDATE OF a`,
    [identity],
  );
  return rows[0] ?? null;
}

/** Remembers which article a request made. */
export async function noteClaim(
  client: PoolClient,
  claim: IdempotencyClaim,
  articleId: string,
  now: Date,
): Promise<void> {
  await client.query(
    'INSERT INTO idempotency_key (key, request_hash, article_id, created_at) VALUES ($1, $2, $3, $4)',
    [claim.key, claim.requestHash, articleId, now],
  );
}

/** A revision's text with its article, locked, as it would have been handed in; null where it is no longer the current one. */
export async function currentText(
  client: PoolClient,
  revisionId: string,
): Promise<{
  readonly identity: Buffer;
  readonly number: number;
  readonly textHash: string;
  readonly existing: ExistingArticle;
  readonly draft: ArticleDraft;
} | null> {
  const { rows } = await client.query<
    ExistingArticle & {
      readonly identity: Buffer;
      readonly format: ArticleDraft['format'];
      readonly text: string;
      readonly number: number;
    }
  >(
    `SELECT ${ARTICLE_COLUMNS}, a.identity, a.format, r.text_hash, r.text, r.number FROM revision r JOIN article a ON a.id = r.article_id
     WHERE r.id = $1 AND r.current AND a.deleted_at IS NULL FOR UPDATE OF a`,
    [revisionId],
  );
  const row = rows[0];
  if (row === undefined) return null;
  const { url, title, publication, byline, language, format, text } = row;
  const draft = { url, title, publication, byline, language, format, text };
  return {
    identity: row.identity,
    number: row.number,
    textHash: row.text_hash,
    existing: row,
    draft: { ...draft, publishedAt: row.published_at },
  };
}
