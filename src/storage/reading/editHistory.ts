// What editors did to a statement, or to the topics of an article, newest first.

import type { Database } from '../connection';
import { guarded } from '../failures';
import { isId } from '../ids';
import type { StatementChangeRecord, StatementValues, TopicChangeRecord } from '../records';
import type { Page, PageRequest } from '../store';
import { decodeCursor } from './cursor';
import { pageOf } from './page';
import { noStatement } from './statements';
import type { TopicLinkRow } from './topicLinks';
import { topicLinksIn, toTopicLinks } from './topicLinks';

interface Undone {
  readonly undone_by: string | null;
  readonly undone_note: string | null;
  readonly undone_at: Date | null;
}

interface ChangeRow extends Undone {
  readonly id: string;
  readonly statement_id: string | null;
  readonly article_id: string;
  /** Null for a change of topics. */
  readonly kind: StatementChangeRecord['kind'] | null;
  readonly by: string;
  readonly note: string | null;
  readonly at: Date;
  readonly before: StatementValues | null;
  readonly after: StatementValues | null;
  /** Topics, and true where they were an editor's. */
  readonly topics_before: readonly [readonly TopicLinkRow[] | null, boolean] | null;
  readonly topics_after: readonly [readonly TopicLinkRow[] | null, boolean] | null;
}

const COMMON = 'c.id, c.statement_id, c.by, c.note, c.at, c.undone_by, c.undone_note, c.undone_at';

const topicsOf = (side: 'before' | 'after'): string =>
  `json_build_array(${topicLinksIn(`c.${side}->'topics'`)}, jsonb_typeof(c.${side}->'review') = 'object') AS topics_${side}`;

const TOPIC_CHANGES = `SELECT ${COMMON}, c.article_id, NULL AS kind, NULL::jsonb AS before, NULL::jsonb AS after,
    ${topicsOf('before')}, ${topicsOf('after')} FROM topic_change c`;

const STATEMENT_CHANGES = `SELECT ${COMMON}, NULL::uuid AS article_id, c.kind::text, c.before, c.after, NULL::json, NULL::json
    FROM statement_change c`;

/** A page of the changes of a statement; throws `not-found` for one that there is not. */
export function statementHistory(
  { pool }: Database,
  id: string,
  { limit, cursor }: PageRequest,
): Promise<Page<StatementChangeRecord | TopicChangeRecord>> {
  return guarded(async () => {
    const scope = { list: 'statement-history', id };
    const after = cursor === null ? null : decodeCursor(scope, cursor, ['id']);
    const there = isId(id)
      ? await pool.query('SELECT FROM statement WHERE id = $1 AND version_of IS NULL', [id])
      : { rowCount: 0 };
    if (there.rowCount === 0) throw noStatement(id);
    const mine = 'WHERE c.statement_id = $1 AND ($2::uuid IS NULL OR c.id < $2)';
    const { rows } = await pool.query<ChangeRow>(
      `${TOPIC_CHANGES} ${mine} UNION ALL ${STATEMENT_CHANGES} ${mine} ORDER BY id DESC LIMIT $3`,
      [id, after?.[0] ?? null, limit + 1],
    );
    return pageOf(
      rows,
      limit,
      scope,
      (row) => [row.id],
      (row) => (row.kind === null ? toTopicChange(row) : toStatementChange(row)),
    );
  });
}

/** A page of the changes of an article's own topics. */
export function articleHistory(
  { pool }: Database,
  id: string,
  { limit, cursor }: PageRequest,
): Promise<Page<TopicChangeRecord>> {
  return guarded(async () => {
    const scope = { list: 'article-history', id };
    const after = cursor === null ? null : decodeCursor(scope, cursor, ['id']);
    const { rows } = await pool.query<ChangeRow>(
      `${TOPIC_CHANGES} WHERE c.article_id = $1 AND c.statement_id IS NULL AND ($2::uuid IS NULL OR c.id < $2)
       ORDER BY c.id DESC LIMIT $3`,
      [id, after?.[0] ?? null, limit + 1],
    );
    return pageOf(rows, limit, scope, (row) => [row.id], toTopicChange);
  });
}

function toTopicChange(row: ChangeRow): TopicChangeRecord {
  const links = (side: ChangeRow['topics_before']) => {
    const [topics, byEditor] = side ?? [null, false];
    return toTopicLinks(topics, byEditor ? 'editor' : 'machine');
  };
  return {
    id: row.id,
    kind: 'topics',
    articleId: row.article_id,
    statementId: row.statement_id,
    by: row.by,
    note: row.note,
    at: row.at,
    before: links(row.topics_before),
    after: links(row.topics_after),
    undone: toUndone(row),
  };
}

function toStatementChange(row: ChangeRow): StatementChangeRecord {
  return {
    id: row.id,
    statementId: row.statement_id ?? '',
    kind: row.kind ?? 'machine',
    by: row.by,
    note: row.note,
    at: row.at,
    before: row.before as StatementValues,
    after: row.after as StatementValues,
    undone: toUndone(row),
  };
}

function toUndone({ undone_by: by, undone_note: note, undone_at: at }: Undone) {
  return at === null || by === null ? null : { by, note, at };
}
