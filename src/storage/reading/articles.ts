// Reading articles: the newest state of each, its texts, its revisions.

import { AppError } from '../../errors';
import type { Database } from '../connection';
import { guarded } from '../failures';
import { isId } from '../ids';
import { publicationKey } from '../publication';
import type { ArticleRecord, Quote, RevisionChanges, RevisionRecord } from '../records';
import type { ArticleFilter, Store } from '../store';
import { articlesAt } from './asOf';
import type { CursorScope } from './cursor';
import { decodeCursor } from './cursor';
import { pageOf } from './page';
import type { Parameters } from './parameters';
import { allOf, collectParameters } from './parameters';
import { compareRevisions } from './revisionDiff';
import type { TopicLinkRow, TopicsReviewRow } from './topicLinks';
import { topicLinksIn, topicsReviewColumn, toTopicLinks, toTopicsReview } from './topicLinks';

export type ArticleReads = Pick<
  Store['articles'],
  'get' | 'text' | 'revisions' | 'compareRevisions' | 'list' | 'count'
> & {
  /** Throws `not-found`, or `gone` for a tombstone. */
  requireLive(id: string): Promise<void>;
};

const OWN_COLUMNS = `
  a.id, a.url, a.title, a.publication, a.byline, a.published_at, a.language, a.revision, a.statement_count, a.date,
  a.created_at, a.updated_at, a.deleted_at, a.removal_reason, a.removal_note`;
const TOPICS = `(SELECT json_agg(json_build_array(t.id, t.label, l.confidence) ORDER BY l.confidence DESC, t.id)
   FROM article_topic l JOIN topic t ON t.id = l.topic_id WHERE l.article_id = a.id)`;

export const ARTICLE_COLUMNS = `${OWN_COLUMNS}, ${TOPICS} AS topics,
  ${topicsReviewColumn('article_topic_review', 'w.article_id = a.id')}`;

/** The same of what `articlesAt` gives, with the topics of that moment. */
const COLUMNS_AT = `${OWN_COLUMNS},
  CASE WHEN a.past_topics IS NULL THEN ${TOPICS} ELSE ${topicLinksIn('a.past_topics')} END AS topics,
  CASE WHEN a.past_topics IS NULL THEN (SELECT topics_review FROM (SELECT ${topicsReviewColumn('article_topic_review', 'w.article_id = a.id')}) AS now)
    WHEN jsonb_typeof(a.past_review) = 'object' THEN json_build_array(a.past_review->>'by', a.past_review->>'at', a.past_review->>'note',
      ${topicLinksIn("a.past_review->'machine'")}) END AS topics_review`;

export interface ArticleRow {
  readonly id: string;
  readonly url: string | null;
  readonly title: string | null;
  readonly publication: string | null;
  readonly byline: string | null;
  readonly published_at: Date | null;
  readonly language: string;
  readonly revision: number;
  readonly statement_count: number;
  readonly date: Date;
  readonly created_at: Date;
  readonly updated_at: Date;
  readonly deleted_at: Date | null;
  readonly removal_reason: string | null;
  readonly removal_note: string | null;
  readonly topics: readonly TopicLinkRow[] | null;
  readonly topics_review: TopicsReviewRow | null;
}

export function articleReads(database: Database): ArticleReads {
  const { pool, reads, prisma } = database;
  // What held once is computed from every article, and words may stand in each: the cost is the caller's, the end ours.
  const poolOf = ({ asOf, q }: { readonly asOf?: Date | undefined; readonly q?: string }) =>
    asOf === undefined && q === undefined ? pool : reads;

  async function requireLive(id: string): Promise<void> {
    const article = isId(id)
      ? await prisma.article.findUnique({
          where: { id },
          select: { deletedAt: true, removalReason: true, removalNote: true },
        })
      : null;
    if (article === null) throw notFound(id);
    if (article.deletedAt !== null) {
      throw gone(id, {
        deleted_at: article.deletedAt,
        removal_reason: article.removalReason,
        removal_note: article.removalNote,
      });
    }
  }

  return {
    requireLive,

    get: (id, asOf) =>
      guarded(async () => {
        if (asOf !== undefined) await requireLive(id);
        const { rows } = isId(id)
          ? await poolOf({ asOf }).query<ArticleRow>(
              asOf === undefined ? byId(id) : byIdAt(id, asOf),
            )
          : { rows: [] };
        const row = rows[0];
        if (row === undefined) throw asOf === undefined ? notFound(id) : notYet(id, asOf);
        if (row.deleted_at !== null) throw gone(id, row);
        return toArticle(row);
      }),

    text: (id, { revision, asOf } = {}) =>
      guarded(async () => {
        await requireLive(id);
        const found = await prisma.revision.findFirst({
          where: {
            articleId: id,
            ...(revision === undefined ? {} : { number: revision }),
            ...(asOf === undefined ? {} : { createdAt: { lte: asOf } }),
          },
          orderBy: { number: 'desc' },
          select: { number: true, text: true, textHash: true },
        });
        if (found === null && asOf !== undefined) throw notYet(id, asOf);
        if (found === null) {
          throw new AppError('not-found', `The article ${id} has no revision ${revision ?? ''}.`);
        }
        return { revision: found.number, text: found.text, textHash: found.textHash };
      }),

    revisions: (id, { limit, cursor }, asOf) =>
      guarded(async () => {
        await requireLive(id);
        const scope: CursorScope = { list: 'revisions', id, asOf };
        const after = cursor === null ? null : decodeCursor(scope, cursor, ['int']);
        const rows = await prisma.revision.findMany({
          where: {
            articleId: id,
            ...(after === null ? {} : { number: { lt: Number(after[0]) } }),
            ...(asOf === undefined ? {} : { createdAt: { lte: asOf } }),
          },
          omit: { text: true, id: true, articleId: true, current: true },
          orderBy: { number: 'desc' },
          take: limit + 1,
        });
        return pageOf(rows, limit, scope, (row) => [row.number], toRevision);
      }),

    compareRevisions: async (id, from, to) => {
      await guarded(() => requireLive(id));
      return compareRevisions(database, id, from, to);
    },

    list: (filter, { limit, cursor }) =>
      guarded(async () => {
        const scope: CursorScope = { list: 'articles', ...filter };
        const after = cursor === null ? null : decodeCursor(scope, cursor, ['time', 'id']);
        if (matchesNothing(filter)) return { items: [], nextCursor: null };
        const parameter = collectParameters();
        const { from, conditions } = matching(filter, parameter);
        if (after !== null) {
          const [date, id] = [parameter(new Date(after[0] as number)), parameter(after[1])];
          conditions.push(`(a.date, a.id) < (${date}, ${id})`);
        }
        const columns = filter.asOf === undefined ? ARTICLE_COLUMNS : COLUMNS_AT;
        const text = `SELECT ${columns} FROM ${from} WHERE ${allOf(conditions)}
          ORDER BY a.date DESC, a.id DESC LIMIT ${parameter(limit + 1)}`;
        const { rows } = await poolOf(filter).query<ArticleRow>(text, parameter.values);
        return pageOf(rows, limit, scope, (row) => [row.date.getTime(), row.id], toArticle);
      }),

    count: (filter) =>
      guarded(async () => {
        if (matchesNothing(filter)) return 0;
        const parameter = collectParameters();
        const { from, conditions } = matching(filter, parameter);
        const { rows } = await poolOf(filter).query<{ count: number }>(
          `SELECT count(*)::int AS count FROM ${from} WHERE ${allOf(conditions)}`,
          parameter.values,
        );
        return rows[0]?.count ?? 0;
      }),
  };
}

const byId = (id: string) => ({
  name: 'article-by-id',
  text: `SELECT ${ARTICLE_COLUMNS} FROM article a WHERE a.id = $1`,
  values: [id],
});

function byIdAt(id: string, asOf: Date) {
  const parameter = collectParameters();
  const text = `SELECT ${COLUMNS_AT} FROM ${articlesAt(asOf, parameter)} WHERE a.id = ${parameter(id)}`;
  return { text, values: parameter.values };
}

/** The plain record of a row. */
export function toArticle(row: ArticleRow): ArticleRecord {
  return {
    id: row.id,
    url: row.url,
    title: row.title,
    publication: row.publication,
    byline: row.byline,
    publishedAt: row.published_at,
    language: row.language,
    revision: row.revision,
    statementCount: row.statement_count,
    topics: toTopicLinks(row.topics, row.topics_review === null ? 'machine' : 'editor'),
    topicsReview: toTopicsReview(row.topics_review),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

function toRevision(row: {
  readonly number: number;
  readonly title: string | null;
  readonly byline: string | null;
  readonly publishedAt: Date | null;
  readonly textHash: string;
  readonly length: number;
  readonly statementCount: number;
  readonly engineName: string;
  readonly engineVersion: string;
  readonly createdAt: Date;
  readonly changes: unknown;
  readonly notice: unknown;
  readonly silentEdit: boolean;
}): RevisionRecord {
  const { engineName, engineVersion, changes, notice, ...rest } = row;
  return {
    ...rest,
    engine: { name: engineName, version: engineVersion },
    changes: changes as RevisionChanges | null,
    notice: notice as Quote | null,
  };
}

function matching(
  filter: ArticleFilter,
  parameter: Parameters,
): { from: string; conditions: string[] } {
  const { publication, q, from, to, asOf } = filter;
  const articles = asOf === undefined ? 'article a' : articlesAt(asOf, parameter);
  const conditions = ['a.deleted_at IS NULL'];
  if (publication !== undefined) {
    conditions.push(`a.publication_key = ${parameter(publicationKey(publication))}`);
  }
  if (from !== undefined) conditions.push(`a.date >= ${parameter(from)}`);
  if (to !== undefined) conditions.push(`a.date < ${parameter(to)}`);
  if (q === undefined) return { from: articles, conditions };
  conditions.push(`r.search @@ search_query(${parameter(q)})`);
  if (asOf !== undefined)
    return { from: `${articles} JOIN revision r ON r.id = a.revision_id`, conditions };
  conditions.push('r.current');
  return { from: 'article a JOIN revision r ON r.article_id = a.id', conditions };
}

function matchesNothing({ publication, q }: ArticleFilter): boolean {
  return [publication, q].some((word) => word?.includes('\0') === true);
}

export function notFound(id: string): AppError {
  return new AppError('not-found', `There is no article ${id}.`);
}

function notYet(id: string, asOf: Date): AppError {
  return new AppError('not-found', `The article ${id} was not there yet at ${asOf.toISOString()}.`);
}

/** What is left of a deleted article. */
export interface Tombstone {
  readonly deleted_at: Date | null;
  readonly removal_reason?: string | null;
  readonly removal_note?: string | null;
}

const REASONS: Readonly<Record<string, string>> = {
  withheld: 'its publisher withholds it',
  canceled: 'its publisher has canceled it',
  legal: 'for legal reasons',
  privacy: 'to protect someone’s privacy',
  error: 'it should not have been stored',
};

export function gone(
  id: string,
  { deleted_at, removal_reason, removal_note }: Tombstone,
): AppError {
  const when = deleted_at === null ? '' : ` on ${deleted_at.toISOString().slice(0, 10)}`;
  const why = REASONS[removal_reason ?? ''];
  const because = why === undefined ? '' : ` (${why})`;
  const note = removal_note == null ? '' : ` ${removal_note.replace(/[^.!?]$/, '$&.')}`;
  return new AppError(
    'gone',
    `The article ${id} was deleted${when}${because}. Nothing of it is kept.${note}`,
  );
}
