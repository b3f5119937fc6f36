// What editors did to a statement, newest first.

import type { Database } from '../connection';
import { guarded } from '../failures';
import { isId } from '../ids';
import type { StatementChangeRecord, StatementValues } from '../records';
import type { Page, PageRequest } from '../store';
import { decodeCursor } from './cursor';
import { pageOf } from './page';
import { noStatement } from './statements';

interface ChangeRow {
  readonly id: string;
  readonly statement_id: string;
  readonly kind: StatementChangeRecord['kind'];
  readonly by: string;
  readonly note: string | null;
  readonly at: Date;
  readonly before: StatementValues;
  readonly after: StatementValues;
  readonly undone_by: string | null;
  readonly undone_note: string | null;
  readonly undone_at: Date | null;
}

/** A page of the changes of a statement; throws `not-found` for one that there is not. */
export function statementHistory(
  { pool }: Database,
  id: string,
  { limit, cursor }: PageRequest,
): Promise<Page<StatementChangeRecord>> {
  return guarded(async () => {
    const scope = { list: 'statement-history', id };
    const after = cursor === null ? null : decodeCursor(scope, cursor, ['id']);
    const there = isId(id)
      ? await pool.query('SELECT FROM statement WHERE id = $1 AND version_of IS NULL', [id])
      : { rowCount: 0 };
    if (there.rowCount === 0) throw noStatement(id);
    const { rows } = await pool.query<ChangeRow>(
      `SELECT c.id, c.statement_id, c.kind, c.by, c.note, c.at, c.before, c.after, c.undone_by, c.undone_note, c.undone_at
       FROM statement_change c WHERE c.statement_id = $1 AND ($2::uuid IS NULL OR c.id < $2)
       ORDER BY c.id DESC LIMIT $3`,
      [id, after?.[0] ?? null, limit + 1],
    );
    return pageOf(rows, limit, scope, (row) => [row.id], toChange);
  });
}

function toChange(row: ChangeRow): StatementChangeRecord {
  const { undone_by: by, undone_note: note, undone_at: at } = row;
  return {
    id: row.id,
    statementId: row.statement_id,
    kind: row.kind,
    by: row.by,
    note: row.note,
    at: row.at,
    before: row.before,
    after: row.after,
    undone: at === null || by === null ? null : { by, note, at },
  };
}
