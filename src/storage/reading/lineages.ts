// Reading lineages: the one of a statement, with all its occurrences, and lists, most repeated first.

import { AppError } from '../../errors';
import { departureFrom, isCopy, toOccurrence } from '../../verification/lineage';
import type { Database } from '../connection';
import { guarded } from '../failures';
import { isId } from '../ids';
import type { LineageRecord, LineageSummaryRecord, OccurrenceRecord } from '../records';
import type { LineageFilter, Store } from '../store';
import { decodeCursor } from './cursor';
import { pageOf } from './page';
import type { Parameters } from './parameters';
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
  const { pool } = database;

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
      guarded(async () => {
        if (matchesNothing(filter)) return { items: [], nextCursor: null };
        const { speakerIds, speakerName, ...rest } = filter;
        const scope = { list: 'lineages', speaker: speakerName ?? speakerIds, ...rest };
        const parameter = collectParameters();
        const conditions = conditionsOf(filter, parameter);
        if (cursor !== null) {
          const [publications, statements, id] = decodeCursor(scope, cursor, ['int', 'int', 'id']);
          conditions.push(
            `(l.publication_count, l.statement_count, l.id) < (${parameter(publications)}::int, ${parameter(statements)}::int, ${parameter(id)}::uuid)`,
          );
        }
        const { rows } = await pool.query<LineageRow & { earliest: string }>(
          `SELECT l.id, ${COUNTS}, (SELECT s.id FROM lineage_member m JOIN statement s ON s.id = m.statement_id
             WHERE m.lineage_id = l.id ORDER BY s.date, s.id LIMIT 1) AS earliest
           FROM lineage l WHERE ${allOf(conditions)}
           ORDER BY l.publication_count DESC, l.statement_count DESC, l.id DESC LIMIT ${Math.trunc(limit) + 1}`,
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
      guarded(async () => {
        if (matchesNothing(filter)) return 0;
        const parameter = collectParameters();
        const conditions = conditionsOf(filter, parameter);
        const { rows } = await pool.query<{ count: number }>(
          `SELECT count(*)::int AS count FROM lineage l WHERE ${allOf(conditions)}`,
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

function matchesNothing({ speakerIds, topicId }: LineageFilter): boolean {
  return speakerIds?.filter(isId).length === 0 || topicId?.includes('\0') === true;
}

function conditionsOf(filter: LineageFilter, parameter: Parameters): string[] {
  const { speakerIds, topicId, minPublications, from, to } = filter;
  const member = (joined: string, condition: string) =>
    `EXISTS (SELECT FROM lineage_member m JOIN ${joined} x ON ${condition} WHERE m.lineage_id = l.id)`;
  const conditions: string[] = [];
  if (minPublications !== undefined)
    conditions.push(`l.publication_count >= ${parameter(minPublications)}`);
  if (speakerIds !== undefined)
    conditions.push(
      member(
        'statement_speaker',
        `x.statement_id = m.statement_id AND x.speaker_id = ANY(${parameter(speakerIds.filter(isId))}::uuid[])`,
      ),
    );
  if (topicId !== undefined)
    conditions.push(
      member(
        'statement_topic',
        `x.statement_id = m.statement_id AND x.topic_id = ${parameter(topicId)}`,
      ),
    );
  // An occurrence within the dates; the lineage's own dates rule most of them out.
  const dates = ['x.id = m.statement_id'];
  if (from !== undefined) {
    dates.push(`x.date >= ${parameter(from)}`);
    conditions.push(`l.last_date >= ${parameter(from)}`);
  }
  if (to !== undefined) {
    dates.push(`x.date < ${parameter(to)}`);
    conditions.push(`l.first_date < ${parameter(to)}`);
  }
  if (dates.length > 1) conditions.push(member('statement', dates.join(' AND ')));
  return conditions;
}
