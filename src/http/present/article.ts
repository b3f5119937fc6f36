// Article records → the contract's Article, Revision and ArticleText.

import type { ArticleRecord, RevisionRecord } from '../../storage/records';
import type { components } from '../contract';
import { presentQuote } from './statement';
import { presentTopics } from './topic';

type Schemas = components['schemas'];

export function presentArticle(article: ArticleRecord): Schemas['Article'] {
  const self = `/v1/articles/${article.id}`;
  return {
    id: article.id,
    url: article.url,
    title: article.title,
    publication: article.publication,
    byline: article.byline,
    publishedAt: article.publishedAt?.toISOString() ?? null,
    language: article.language,
    revision: article.revision,
    statementCount: article.statementCount,
    ...presentTopics(article),
    createdAt: article.createdAt.toISOString(),
    updatedAt: article.updatedAt.toISOString(),
    links: {
      self,
      text: `${self}/text`,
      statements: `${self}/statements`,
      revisions: `${self}/revisions`,
    },
  };
}

/** A revision of `article`, whose newest one is the current one. */
export function presentRevision(
  article: ArticleRecord,
  revision: RevisionRecord,
): Schemas['Revision'] {
  const self = `/v1/articles/${article.id}`;
  return {
    number: revision.number,
    current: revision.number === article.revision,
    title: revision.title,
    byline: revision.byline,
    publishedAt: revision.publishedAt?.toISOString() ?? null,
    sha256: revision.textHash,
    length: revision.length,
    statementCount: revision.statementCount,
    engine: { name: revision.engine.name, version: revision.engine.version },
    changes: revision.changes && {
      kept: revision.changes.kept,
      changed: revision.changes.changed,
      added: revision.changes.added,
      removed: revision.changes.removed,
    },
    notice: revision.notice && presentQuote(revision.notice),
    silentEdit: revision.silentEdit,
    createdAt: revision.createdAt.toISOString(),
    links: {
      article: self,
      text: `${self}/text?revision=${revision.number}`,
      diff:
        revision.number > 1
          ? `${self}/diff?from=${revision.number - 1}&to=${revision.number}`
          : null,
    },
  };
}

/** As much of a text as may be shown. */
export function presentText(
  stored: { readonly revision: number; readonly text: string; readonly textHash: string },
  shown: string,
): Schemas['ArticleText'] {
  return {
    text: shown,
    revision: stored.revision,
    sha256: stored.textHash,
    length: stored.text.length,
    excerpted: shown.length < stored.text.length,
  };
}
