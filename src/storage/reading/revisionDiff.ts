// Two revisions of an article side by side: their texts, and what became of each statement.

import { AppError } from '../../errors';
import type { Database } from '../connection';
import { guarded } from '../failures';
import type { RevisionComparison, StatementFate, StatementRecord } from '../records';
import { wordsOf } from '../saving/pairWords';
import type { StatementRow } from './statementRows';
import { selectStatements, toStatement } from './statementRows';

/** Reads both revisions of an article that there is; throws `not-found` for a number that it does not have. */
export function compareRevisions(
  { pool }: Database,
  articleId: string,
  from: number,
  to: number,
): Promise<RevisionComparison> {
  return guarded(async () => {
    const { rows } = await pool.query<{ id: string; number: number; text: string }>(
      'SELECT id, number, text FROM revision WHERE article_id = $1 AND number = ANY($2)',
      [articleId, [from, to]],
    );
    const revision = (number: number) => {
      const found = rows.find((row) => row.number === number);
      if (found !== undefined) return found;
      throw new AppError('not-found', `The article ${articleId} has no revision ${number}.`);
    };
    const [before, after] = [revision(from), revision(to)];
    const [old, fresh] = [await statementsOf(before.id), await statementsOf(after.id)];
    return {
      from,
      to,
      texts: { before: before.text, after: after.text },
      statements: fatesOf(old, fresh),
    };
  });

  /** What the lists showed of it at last: not what a newer engine or an editor had taken out before the next text came. */
  async function statementsOf(revisionId: string): Promise<StatementRecord[]> {
    const { rows } = await pool.query<StatementRow>(
      selectStatements(
        `SELECT DISTINCT ON (coalesce(v.version_of, v.id)) v.id FROM statement v JOIN revision r ON r.id = v.revision_id
         LEFT JOIN revision n ON n.article_id = r.article_id AND n.number = r.number + 1
         WHERE r.id = $1 AND v.review <> 'rejected' AND (v.valid_to IS NULL OR v.valid_to >= n.created_at)
         ORDER BY coalesce(v.version_of, v.id), v.valid_from DESC`,
        's.position, s.id',
      ),
      [revisionId],
    );
    return rows.map(toStatement);
  }
}

/** In the order of the later text; what is gone stands where it stood. */
function fatesOf(
  before: readonly StatementRecord[],
  after: readonly StatementRecord[],
): StatementFate[] {
  const old = new Map(before.map((statement) => [statement.id, statement]));
  const still = new Set(after.map(({ id }) => id));
  const fates: StatementFate[] = [];
  let next = 0;
  const passGone = (until: number): void => {
    for (; next < until; next += 1) {
      const statement = before[next]!;
      if (!still.has(statement.id)) fates.push({ fate: 'removed', before: statement, after: null });
    }
  };
  for (const statement of after) {
    const earlier = old.get(statement.id) ?? null;
    if (earlier !== null) passGone(before.indexOf(earlier));
    const fate = earlier === null ? 'added' : saysTheSame(earlier, statement) ? 'kept' : 'changed';
    fates.push({ fate, before: earlier, after: statement });
  }
  passGone(before.length);
  return fates;
}

function saysTheSame(a: StatementRecord, b: StatementRecord): boolean {
  const words = ({ content, source, cue, speakers }: StatementRecord): string =>
    JSON.stringify([
      wordsOf(content.map(({ exact }) => exact).join(' ')),
      wordsOf(source?.exact ?? ''),
      wordsOf(cue?.exact ?? ''),
      speakers.map(({ id }) => id),
    ]);
  return words(a) === words(b);
}
