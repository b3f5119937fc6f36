// What the article's page reads: the article with its revisions and a text first, then its statements page by page.

import type { Schemas, Statement } from '../api';
import { client, dataOf } from '../api';

export interface ArticleContents {
  readonly article: Schemas['Article'];
  readonly revisions: readonly Schemas['Revision'][];
  readonly text: Schemas['ArticleText'];
}

/** All at once, so that the text stands there after one round trip. */
export async function readArticle(id: string, signal: AbortSignal): Promise<ArticleContents> {
  const path = { articleId: id };
  const [article, { items: revisions }, text] = await Promise.all([
    dataOf(client.GET('/v1/articles/{articleId}', { params: { path }, signal })),
    dataOf(
      client.GET('/v1/articles/{articleId}/revisions', {
        params: { path, query: { limit: 100 } },
        signal,
      }),
    ),
    dataOf(
      client.GET('/v1/articles/{articleId}/text', {
        params: { path },
        headers: { Accept: 'application/json' },
        signal,
      }),
    ),
  ]);
  return { article, revisions, text };
}

/** All of them in text order; `progress` hears how many there are so far. */
export async function readStatements(
  id: string,
  signal: AbortSignal,
  progress: (count: number) => void,
): Promise<Statement[]> {
  const all: Statement[] = [];
  let cursor: string | null = null;
  do {
    const page: Schemas['StatementList'] = await dataOf(
      client.GET('/v1/articles/{articleId}/statements', {
        params: {
          path: { articleId: id },
          query: { limit: 100, ...(cursor === null ? {} : { cursor }) },
        },
        signal,
      }),
    );
    all.push(...page.items);
    progress(all.length);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return all;
}
