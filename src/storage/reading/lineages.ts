// Reading lineages: the one of a statement, with all its occurrences, and lists, most repeated first.

import { AppError } from '../../errors';
import { departureFrom, isCopy, toOccurrence } from '../../verification/lineage';
import type { Database } from '../connection';
import { guarded } from '../failures';
import { isId } from '../ids';
import type { LineageRecord, LineageSummaryRecord, OccurrenceRecord } from '../records';
import type { Store } from '../store';
import { answered } from './answered';
import { decodeCursor } from './cursor';
import { counted, entryOf, listed, matchesNothing, ORDER } from './lineageFilter';
import { pageOf } from './page';
import { allOf, collectParameters } from './parameters';
import type { QuotationRow } from './quotations';
import { selectQuotations, toQuotation } from './quotations';
import type { StatementRow } from './statementRows';
import { selectStatements, toStatement } from './statementRows';

/** Occurrences that are shown; the earliest is always among them. */
const MOST_OCCURRENCES = 100;

interface LineageRow {
  readonly id: string;
  readonly statement_count: number;
  readonly article_count: number;
  readonly publication_count: number;
  readonly first_date: Date;
  readonly last_date: Date;
}

const COUNTS = `l.statement_count, l.article_count, l.publication_count, l.first_date, l.last_date`;

export function lineageReads(database: Database): Store['lineages'] {
  const { pool, reads } = database;

  async function occurrencesOf(ids: readonly string[]): Promise<OccurrenceRecord[]> {
    const [{ rows }, quotations, prints] = await Promise.all([
      pool.query<StatementRow>(
        selectStatements('SELECT unnest($1::uuid[]) AS id', 's.date, s.id'),
        [ids],
      ),
      pool.query<QuotationRow>(
        `WITH found AS (SELECT unnest($1::uuid[]) AS id) ${selectQuotations('s.date, s.id')}`,
        [ids],
      ),
      pool.query<{ article_id: string; hashes: number[] }>(
        `SELECT r.article_id, p.hashes FROM revision_print p JOIN revision r ON r.id = p.revision_id
         WHERE r.current AND r.article_id IN (SELECT article_id FROM statement WHERE id = ANY($1))`,
        [ids],
      ),
    ]);
    const words = new Map(
      quotations.rows.map((row) => [row.id, toOccurrence(toQuotation(row))] as const),
    );
    const hashesOf = new Map(prints.rows.map(({ article_id, hashes }) => [article_id, hashes]));
    const earliest = words.get(rows[0]?.id ?? '');
    const articles: string[] = [];
    return rows.map((row): OccurrenceRecord => {
      const own = words.get(row.id);
      const isFirst = own === undefined || earliest === undefined || own === earliest;
      const hashes = hashesOf.get(row.article_id) ?? [];
      const copyOf = articles.find(
        (id) => id !== row.article_id && isCopy(hashesOf.get(id) ?? [], hashes),
      );
      articles.push(row.article_id);
      return {
        statement: toStatement(row),
        departure: isFirst ? null : departureFrom(earliest, own),
        copyOf: copyOf ?? null,
      };
    });
  }

  return {
    ofStatement: (id) =>
      guarded(async (): Promise<LineageRecord> => {
        const { rows } = isId(id)
          ? await pool.query<{ id: string; date: Date; lineage_id: string | null }>(
              `SELECT s.id, s.date, m.lineage_id FROM statement s
               LEFT JOIN lineage_member m ON m.statement_id = s.id WHERE s.id = $1`,
              [id],
            )
          : { rows: [] };
        const [statement] = rows;
        if (statement === undefined)
          throw new AppError('not-found', `There is no statement ${id}.`);
        if (statement.lineage_id === null) {
          const occurrences = await occurrencesOf([statement.id]);
          const { date } = statement;
          const alone = { statements: 1, articles: 1, publications: 1 };
          return { id: null, counts: alone, firstDate: date, lastDate: date, occurrences };
        }
        const members = await pool.query<LineageRow & { ids: string[] }>(
          `SELECT l.id, ${COUNTS}, ARRAY(SELECT s.id FROM lineage_member m JOIN statement s ON s.id = m.statement_id
             WHERE m.lineage_id = l.id ORDER BY s.date, s.id LIMIT $2) AS ids
           FROM lineage l WHERE l.id = $1`,
          [statement.lineage_id, MOST_OCCURRENCES],
        );
        const lineage = members.rows[0];
        // Mended away between our two looks.
        if (lineage === undefined)
          throw new AppError('unavailable', 'This lineage is just changing; try again.');
        return { ...toSummary(lineage), occurrences: await occurrencesOf(lineage.ids) };
      }),

    list: (filter, { limit, cursor }) =>
      answered(async () => {
        if (matchesNothing(filter)) return { items: [], nextCursor: null };
        const { speakerIds, speakerName, ...rest } = filter;
        const scope = { list: 'lineages', speaker: speakerName ?? speakerIds, ...rest };
        const parameter = collectParameters();
        const { from, conditions } = listed(filter, await entryOf(reads, filter), parameter);
        if (cursor !== null) {
          const [publications, statements, id] = decodeCursor(scope, cursor, ['int', 'int', 'id']);
          conditions.push(
            `(l.publication_count, l.statement_count, l.id) < (${parameter(publications)}::int, ${parameter(statements)}::int, ${parameter(id)}::uuid)`,
          );
        }
        const { rows } = await reads.query<LineageRow & { earliest: string }>(
          `SELECT l.id, ${COUNTS}, (SELECT s.id FROM lineage_member m JOIN statement s ON s.id = m.statement_id
             WHERE m.lineage_id = l.id ORDER BY s.date, s.id LIMIT 1) AS earliest
           FROM ${from} WHERE ${allOf(conditions)}
           ORDER BY ${ORDER} LIMIT ${Math.trunc(limit) + 1}`,
          parameter.values,
        );
        const statements = await pool.query<StatementRow>(
          selectStatements('SELECT unnest($1::uuid[]) AS id', 's.id'),
          [rows.map(({ earliest }) => earliest)],
        );
        const byId = new Map(statements.rows.map((row) => [row.id, toStatement(row)]));
        return pageOf(
          // One whose earliest statement was erased in between is no longer as listed.
          rows.filter(({ earliest }) => byId.has(earliest)),
          limit,
          scope,
          (row) => [row.publication_count, row.statement_count, row.id],
          (row): LineageSummaryRecord => {
            return { ...toSummary(row), earliest: byId.get(row.earliest)! };
          },
        );
      }),

    count: (filter) =>
      answered(async () => {
        if (matchesNothing(filter)) return 0;
        const parameter = collectParameters();
        const { from, conditions } = counted(filter, await entryOf(reads, filter), parameter);
        const { rows } = await reads.query<{ count: number }>(
          `SELECT count(*)::int AS count FROM ${from} WHERE ${allOf(conditions)}`,
          parameter.values,
        );
        return rows[0]?.count ?? 0;
      }),
  };
}

function toSummary(row: LineageRow): Omit<LineageSummaryRecord, 'earliest'> {
  return {
    id: row.id,
    counts: {
      statements: row.statement_count,
      articles: row.article_count,
      publications: row.publication_count,
    },
    firstDate: row.first_date,
    lastDate: row.last_date,
  };
}
