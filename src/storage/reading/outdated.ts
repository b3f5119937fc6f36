// Current texts that another engine has read: what `verbatim reextract` has to do.

import type { Database } from '../connection';
import { guarded } from '../failures';
import type { OutdatedText } from '../records';
import type { Rereading } from '../store';

const OUTDATED = `r.current AND ($3 OR (r.engine_name, r.engine_version) <> ($1, $2))`;

export function outdatedTexts({ pool }: Database): Pick<Rereading, 'outdated' | 'countOutdated'> {
  return {
    outdated: ({ name, version }, { all, after, limit }) =>
      guarded(async () => {
        const { rows } = await pool.query<OutdatedText>(
          `SELECT r.id AS "revisionId", r.article_id AS "articleId", r.text FROM revision r
           WHERE ${OUTDATED} AND ($4::uuid IS NULL OR r.id > $4) ORDER BY r.id LIMIT $5`,
          [name, version, all, after, limit],
        );
        return rows;
      }),

    countOutdated: ({ name, version }, all) =>
      guarded(async () => {
        const { rows } = await pool.query<{ count: number }>(
          `SELECT count(*)::int AS count FROM revision r WHERE ${OUTDATED}`,
          [name, version, all],
        );
        return rows[0]?.count ?? 0;
      }),
  };
}
