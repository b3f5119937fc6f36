// Reading subjects: by id, by part of a name, by whom or what a name means.

import { AppError } from '../../errors';
import type { SubjectType } from '../../extraction/types';
import type { Database } from '../connection';
import { guarded } from '../failures';
import { isId } from '../ids';
import type { SubjectRecord } from '../records';
import type { Store } from '../store';
import { countedAt } from './asOf';
import type { CursorScope } from './cursor';
import { decodeCursor } from './cursor';
import { pageOf } from './page';
import type { Parameters } from './parameters';
import { allOf, collectParameters } from './parameters';

/** Subjects that a name can stand for; beyond it, a name says nothing. */
const MAX_MEANT = 1000;

const COLUMNS = `
  k.id, k.name, k.type, (SELECT t.canonical_id FROM speaker t WHERE t.id = k.speaker_id) AS speaker_id, k.statement_count, k.article_count, k.created_at, k.updated_at,
  (SELECT json_agg(n.name ORDER BY n.uses DESC, n.name)
   FROM subject_name n WHERE n.subject_id = k.id AND n.folded <> fold_name(k.name)) AS aliases`;

interface SubjectRow {
  readonly id: string;
  readonly name: string;
  readonly type: SubjectType;
  readonly speaker_id: string | null;
  readonly statement_count: number;
  readonly article_count: number;
  readonly created_at: Date;
  readonly updated_at: Date;
  readonly aliases: readonly string[] | null;
}

interface SubjectFilter {
  readonly q?: string;
  readonly type?: SubjectType;
  readonly asOf?: Date;
}

const byId = (id: string) => ({
  name: 'subject-by-id',
  text: `SELECT ${COLUMNS} FROM subject k WHERE k.id = $1`,
  values: [id],
});

function byIdAt(id: string, asOf: Date) {
  const parameter = collectParameters();
  const own = `${parameter(id)}::uuid`;
  const text = `SELECT ${COLUMNS} FROM ${countedAt('subject', asOf, parameter, own)} WHERE k.id = ${own}`;
  return { text, values: parameter.values };
}

const subjectsOf = ({ asOf }: SubjectFilter, parameter: Parameters): string =>
  asOf === undefined ? 'subject k' : countedAt('subject', asOf, parameter);

export function subjectReads({ pool, reads }: Database): Store['subjects'] {
  // As with speakers.
  const poolOf = ({ asOf }: { readonly asOf?: Date | undefined }) =>
    asOf === undefined ? pool : reads;
  return {
    get: (id, asOf) =>
      guarded(async () => {
        const { rows } = isId(id)
          ? await poolOf({ asOf }).query<SubjectRow>(
              asOf === undefined ? byId(id) : byIdAt(id, asOf),
            )
          : { rows: [] };
        const row = rows[0];
        if (row === undefined) throw new AppError('not-found', `There is no subject ${id}.`);
        return toSubject(row);
      }),

    list: (filter, { limit, cursor }) =>
      guarded(async () => {
        const scope: CursorScope = { list: 'subjects', ...filter };
        const after = cursor === null ? null : decodeCursor(scope, cursor, ['int', 'id']);
        if (matchesNothing(filter)) return { items: [], nextCursor: null };
        const parameter = collectParameters();
        const conditions = conditionsOf(filter, parameter);
        if (after !== null) {
          conditions.push(
            `(k.statement_count, k.id) < (${parameter(after[0])}, ${parameter(after[1])})`,
          );
        }
        const text = `SELECT ${COLUMNS} FROM ${subjectsOf(filter, parameter)} WHERE ${allOf(conditions)}
          ORDER BY k.statement_count DESC, k.id DESC LIMIT ${parameter(limit + 1)}`;
        const { rows } = await poolOf(filter).query<SubjectRow>(text, parameter.values);
        return pageOf(rows, limit, scope, (row) => [row.statement_count, row.id], toSubject);
      }),

    count: (filter) =>
      guarded(async () => {
        if (matchesNothing(filter)) return 0;
        const parameter = collectParameters();
        const from = subjectsOf(filter, parameter);
        const { rows } = await poolOf(filter).query<{ count: number }>(
          `SELECT count(*)::int AS count FROM ${from} WHERE ${allOf(conditionsOf(filter, parameter))}`,
          parameter.values,
        );
        return rows[0]?.count ?? 0;
      }),

    meant: (idOrName) =>
      guarded(async () => {
        if (idOrName.includes('\0')) return [];
        // Two index look-ups joined: with OR between them Postgres would read every subject.
        const ids = isId(idOrName)
          ? `SELECT $1::uuid UNION SELECT b.id FROM speaker t JOIN subject b ON b.speaker_id = t.id
             WHERE t.canonical_id = (SELECT canonical_id FROM speaker WHERE id = $1::uuid)`
          : `SELECT subject_id FROM subject_name WHERE folded = fold_name($1)
             UNION SELECT b.id FROM speaker_name n JOIN subject b ON b.speaker_id = n.speaker_id
               WHERE n.folded = fold_name($1)`;
        const { rows } = await pool.query<SubjectRow>(
          `SELECT ${COLUMNS} FROM subject k WHERE k.statement_count > 0 AND k.id IN (${ids})
           ORDER BY k.statement_count DESC, k.id DESC LIMIT ${MAX_MEANT}`,
          [idOrName],
        );
        return rows.map(toSubject);
      }),
  };
}

function matchesNothing({ q }: SubjectFilter): boolean {
  return q?.includes('\0') === true;
}

// Every word of `q` must be part of one name; one condition a word, since that is what the trigram index can serve.
function conditionsOf({ q, type }: SubjectFilter, parameter: Parameters): string[] {
  const conditions = ['k.statement_count > 0'];
  if (type !== undefined) conditions.push(`k.type = ${parameter(type)}::subject_type`);
  if (q === undefined) return conditions;
  const words = q.split(/\s+/).filter((word) => word !== '');
  const parts = words.map((word) => `n.folded LIKE '%' || fold_name(${parameter(word)}) || '%'`);
  conditions.push(
    `EXISTS (SELECT FROM subject_name n WHERE n.subject_id = k.id AND ${allOf(parts)})`,
  );
  return conditions;
}

function toSubject(row: SubjectRow): SubjectRecord {
  return {
    id: row.id,
    name: row.name,
    type: row.type,
    aliases: row.aliases ?? [],
    speakerId: row.speaker_id,
    statementCount: row.statement_count,
    articleCount: row.article_count,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
