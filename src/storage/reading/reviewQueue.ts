// A reviewer's queue: what no editor has looked at yet, least certain first.

import type { StatementFilter } from '../store';
import type { Parameters } from './parameters';
import { allOf } from './parameters';
import { driverOf, isSeveral } from './statementDriver';
import { LINEAGE_COLUMN, selectStatements } from './statementRows';

/** What the queue goes by, besides the statement's own columns. */
export interface QueueColumns {
  /** Confidence in whole hundredths. */
  readonly certainty: number;
}

export interface QueuePlace extends QueueColumns {
  readonly id: string;
}

/** SQL for a page of the queue. The filter asks for `review: 'machine'`. */
export function queuePage(
  filter: StatementFilter,
  page: { readonly after: QueuePlace | null; readonly limit: number },
  parameter: Parameters,
): string {
  const { from, id, conditions } = driverOf(filter, parameter);
  const { after, limit } = page;
  const rest =
    after === null
      ? []
      : [`(x.certainty, ${id}) > (${parameter(after.certainty)}, ${parameter(after.id)}::uuid)`];
  // Said once more as the index of the queue says it; traits say it where there is no such column.
  if (from === 'statement x') rest.push(`x.review = 'machine'`);
  // A joint statement of two who are both asked for comes once.
  const distinct = isSeveral(filter.speakerIds) || isSeveral(filter.subjectIds) ? 'DISTINCT ' : '';
  const ids = `SELECT ${distinct}${id} AS id, x.certainty FROM ${from} WHERE ${allOf([...conditions, ...rest])}
  ORDER BY x.certainty, ${id} LIMIT ${Math.trunc(limit)}`;
  return selectStatements(ids, 'page.certainty, s.id', `, page.certainty${LINEAGE_COLUMN}`);
}
