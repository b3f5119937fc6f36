// Reading speakers: by id, by part of a name, by whole name.

import { AppError } from '../../errors';
import type { SpeakerType } from '../../extraction/types';
import type { Database } from '../connection';
import { guarded } from '../failures';
import { isId } from '../ids';
import type { SpeakerRecord } from '../records';
import type { Store } from '../store';
import type { CursorScope } from './cursor';
import { decodeCursor } from './cursor';
import { pageOf } from './page';
import type { Parameters } from './parameters';
import { allOf, collectParameters } from './parameters';

/** Roles shown of one speaker, newest first; a prolific one has been called hundreds of things. */
const MAX_ROLES = 20;
/** Speakers that a name can stand for; beyond it, a name says nothing. */
const MAX_CALLED = 1000;

const COLUMNS = `
  k.id, k.name, k.type, k.statement_count, k.article_count, k.created_at, k.updated_at,
  (SELECT json_agg(n.name ORDER BY n.uses DESC, n.name)
   FROM speaker_name n WHERE n.speaker_id = k.id AND n.kind = 'alias') AS aliases,
  (SELECT json_agg(o.role) FROM (
     SELECT role FROM speaker_role WHERE speaker_id = k.id ORDER BY date DESC, role LIMIT ${MAX_ROLES}) o) AS roles`;

interface SpeakerRow {
  readonly id: string;
  readonly name: string;
  readonly type: SpeakerType;
  readonly statement_count: number;
  readonly article_count: number;
  readonly created_at: Date;
  readonly updated_at: Date;
  readonly aliases: readonly string[] | null;
  readonly roles: readonly string[] | null;
}

interface SpeakerFilter {
  readonly q?: string;
  readonly type?: SpeakerType;
}

export function speakerReads({ pool }: Database): Store['speakers'] {
  return {
    get: (id) =>
      guarded(async () => {
        const { rows } = isId(id)
          ? await pool.query<SpeakerRow>({
              name: 'speaker-by-id',
              text: `SELECT ${COLUMNS} FROM speaker k WHERE k.id = $1`,
              values: [id],
            })
          : { rows: [] };
        const row = rows[0];
        if (row === undefined) throw new AppError('not-found', `There is no speaker ${id}.`);
        return toSpeaker(row);
      }),

    list: (filter, { limit, cursor }) =>
      guarded(async () => {
        const scope: CursorScope = { list: 'speakers', ...filter };
        const after = cursor === null ? null : decodeCursor(scope, cursor, ['int', 'id']);
        if (matchesNothing(filter)) return { items: [], nextCursor: null };
        const parameter = collectParameters();
        const conditions = conditionsOf(filter, parameter);
        if (after !== null) {
          conditions.push(
            `(k.statement_count, k.id) < (${parameter(after[0])}, ${parameter(after[1])})`,
          );
        }
        const text = `SELECT ${COLUMNS} FROM speaker k WHERE ${allOf(conditions)}
          ORDER BY k.statement_count DESC, k.id DESC LIMIT ${parameter(limit + 1)}`;
        const { rows } = await pool.query<SpeakerRow>(text, parameter.values);
        return pageOf(rows, limit, scope, (row) => [row.statement_count, row.id], toSpeaker);
      }),

    count: (filter) =>
      guarded(async () => {
        if (matchesNothing(filter)) return 0;
        const parameter = collectParameters();
        const { rows } = await pool.query<{ count: number }>(
          `SELECT count(*)::int AS count FROM speaker k WHERE ${allOf(conditionsOf(filter, parameter))}`,
          parameter.values,
        );
        return rows[0]?.count ?? 0;
      }),

    called: (name) =>
      guarded(async () => {
        if (name.includes('\0')) return [];
        const { rows } = await pool.query<SpeakerRow>(
          `SELECT ${COLUMNS} FROM speaker k
           WHERE k.statement_count > 0 AND k.id IN (SELECT speaker_id FROM speaker_name WHERE folded = fold_name($1))
           ORDER BY k.statement_count DESC, k.id DESC LIMIT ${MAX_CALLED}`,
          [name],
        );
        return rows.map(toSpeaker);
      }),
  };
}

function matchesNothing({ q }: SpeakerFilter): boolean {
  return q?.includes('\0') === true;
}

// Every word of `q` must be part of one name. Speakers whose statements have all been replaced are not listed.
function conditionsOf({ q, type }: SpeakerFilter, parameter: Parameters): string[] {
  const conditions = ['k.statement_count > 0'];
  if (type !== undefined) conditions.push(`k.type = ${parameter(type)}::speaker_type`);
  if (q === undefined) return conditions;
  // Folding leaves no character that LIKE takes for a wildcard. One condition a word, since that is what the trigram
  // index can serve; LIKE ALL (…) would read every name.
  const words = q.split(/\s+/).filter((word) => word !== '');
  const parts = words.map((word) => `n.folded LIKE '%' || fold_name(${parameter(word)}) || '%'`);
  conditions.push(
    `EXISTS (SELECT FROM speaker_name n WHERE n.speaker_id = k.id AND ${allOf(parts)})`,
  );
  return conditions;
}

function toSpeaker(row: SpeakerRow): SpeakerRecord {
  return {
    id: row.id,
    name: row.name,
    type: row.type,
    aliases: row.aliases ?? [],
    roles: row.roles ?? [],
    statementCount: row.statement_count,
    articleCount: row.article_count,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
