// Reading speakers: by id, by part of a name, by whole name.

import { AppError } from '../../errors';
import type { SpeakerType } from '../../extraction/types';
import type { Database } from '../connection';
import { guarded } from '../failures';
import { isId } from '../ids';
import type { RoleRecord, SpeakerRecord } from '../records';
import type { Store } from '../store';
import { countedAt } from './asOf';
import type { CursorScope } from './cursor';
import { decodeCursor } from './cursor';
import { pageOf } from './page';
import type { Parameters } from './parameters';
import { allOf, collectParameters } from './parameters';

/** Roles shown of one speaker, newest first; a prolific one has been called hundreds of things. */
const MAX_ROLES = 20;
/** Speakers that a name can stand for; beyond it, a name says nothing. */
const MAX_CALLED = 1000;

// Names and roles stand with the speaker whom each article was linked to; what was merged into one is shown as its own.
export const SPEAKER_COLUMNS = `
  k.id, k.name, k.type, k.same_as, k.edited, k.statement_count, k.article_count, k.created_at, k.updated_at,
  (SELECT json_agg(n.name ORDER BY n.uses DESC, n.name) FROM (
     SELECT min(n.name) AS name, sum(n.uses) AS uses FROM speaker t JOIN speaker_name n ON n.speaker_id = t.id
     WHERE t.canonical_id = k.id AND n.folded <> fold_name(k.name)
     GROUP BY n.folded HAVING NOT bool_or(n.hidden)) n) AS aliases,
  (SELECT json_agg(json_build_array(o.role, o.first, o.last, o.uses) ORDER BY o.last DESC, o.role) FROM (
     SELECT o.role, min(o.first_date) AS first, max(o.date) AS last, sum(o.uses)::int AS uses
     FROM speaker t JOIN speaker_role o ON o.speaker_id = t.id
     WHERE t.canonical_id = k.id GROUP BY o.role ORDER BY last DESC, o.role LIMIT ${MAX_ROLES}) o) AS roles`;

/** The same with how much editors did to this one: for one at a time. */
export const EDITED_SPEAKER_COLUMNS = `${SPEAKER_COLUMNS},
  (SELECT count(*) + count(c.undone_at) FROM speaker_change c WHERE c.speaker_id = k.id OR c.other_id = k.id)::int AS edits`;

/** A row of SPEAKER_COLUMNS. */
export interface SpeakerRow {
  readonly id: string;
  readonly name: string;
  readonly type: SpeakerType;
  readonly same_as: readonly string[];
  readonly edited: readonly ('name' | 'type' | 'sameAs')[];
  readonly statement_count: number;
  readonly article_count: number;
  readonly created_at: Date;
  readonly updated_at: Date;
  readonly edits?: number;
  readonly aliases: readonly string[] | null;
  readonly roles:
    readonly (readonly [role: string, first: string, last: string, uses: number])[] | null;
}

interface SpeakerFilter {
  readonly q?: string;
  readonly type?: SpeakerType;
  readonly asOf?: Date;
}

type Reads = Pick<Store['speakers'], 'get' | 'canonicalId' | 'list' | 'count' | 'called'>;

export function speakerReads({ pool, reads }: Database): Reads {
  // Counting anew what held once takes its time, which has an end there.
  const poolOf = ({ asOf }: { readonly asOf?: Date | undefined }) =>
    asOf === undefined ? pool : reads;
  return {
    get: (id, asOf) =>
      guarded(async () => {
        const { rows } = isId(id)
          ? await poolOf({ asOf }).query<SpeakerRow>(
              asOf === undefined ? byId(id) : byIdAt(id, asOf),
            )
          : { rows: [] };
        const row = rows[0];
        if (row === undefined) throw noSpeaker(id);
        return toSpeaker(row);
      }),

    canonicalId: (id) =>
      guarded(async () => {
        const { rows } = isId(id)
          ? await pool.query<{ canonical_id: string }>({
              name: 'speaker-canonical',
              text: 'SELECT canonical_id FROM speaker WHERE id = $1',
              values: [id],
            })
          : { rows: [] };
        return rows[0]?.canonical_id ?? null;
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
        const text = `SELECT ${SPEAKER_COLUMNS} FROM ${speakersOf(filter, parameter)} WHERE ${allOf(conditions)}
          ORDER BY k.statement_count DESC, k.id DESC LIMIT ${parameter(limit + 1)}`;
        const { rows } = await poolOf(filter).query<SpeakerRow>(text, parameter.values);
        return pageOf(rows, limit, scope, (row) => [row.statement_count, row.id], toSpeaker);
      }),

    count: (filter) =>
      guarded(async () => {
        if (matchesNothing(filter)) return 0;
        const parameter = collectParameters();
        const from = speakersOf(filter, parameter);
        const { rows } = await poolOf(filter).query<{ count: number }>(
          `SELECT count(*)::int AS count FROM ${from} WHERE ${allOf(conditionsOf(filter, parameter))}`,
          parameter.values,
        );
        return rows[0]?.count ?? 0;
      }),

    called: (name) =>
      guarded(async () => {
        if (name.includes('\0')) return [];
        const { rows } = await pool.query<SpeakerRow>(
          `SELECT ${SPEAKER_COLUMNS} FROM speaker k
           WHERE k.statement_count > 0 AND k.id IN (
             SELECT t.canonical_id FROM speaker_name n JOIN speaker t ON t.id = n.speaker_id
             WHERE n.folded = fold_name($1)
             AND NOT EXISTS (SELECT FROM speaker h JOIN speaker_name x ON x.speaker_id = h.id
               WHERE h.canonical_id = t.canonical_id AND x.folded = n.folded AND x.hidden))
           ORDER BY k.statement_count DESC, k.id DESC LIMIT ${MAX_CALLED}`,
          [name],
        );
        return rows.map(toSpeaker);
      }),
  };
}

const CANONICAL = '(SELECT canonical_id FROM speaker WHERE id = $1)';

const byId = (id: string) => ({
  name: 'speaker-by-id',
  text: `SELECT ${EDITED_SPEAKER_COLUMNS} FROM speaker k WHERE k.id = ${CANONICAL}`,
  values: [id],
});

function byIdAt(id: string, asOf: Date) {
  const parameter = collectParameters();
  parameter(id);
  const from = countedAt('speaker', asOf, parameter, CANONICAL);
  return {
    text: `SELECT ${SPEAKER_COLUMNS} FROM ${from} WHERE k.id = ${CANONICAL}`,
    values: parameter.values,
  };
}

const speakersOf = ({ asOf }: SpeakerFilter, parameter: Parameters): string =>
  asOf === undefined ? 'speaker k' : countedAt('speaker', asOf, parameter);

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
    `k.id IN (SELECT t.canonical_id FROM speaker_name n JOIN speaker t ON t.id = n.speaker_id
       WHERE NOT n.hidden AND ${allOf(parts)})`,
  );
  return conditions;
}

/** A speaker that is not there. */
export function noSpeaker(id: string): AppError {
  return new AppError('not-found', `There is no speaker ${id}.`);
}

/** The plain record of a row. */
export function toSpeaker(row: SpeakerRow): SpeakerRecord {
  const roles = (row.roles ?? []).map(([role, first, last, articleCount]): RoleRecord => {
    return { role, firstSeen: new Date(first), lastSeen: new Date(last), articleCount };
  });
  return {
    id: row.id,
    name: row.name,
    type: row.type,
    aliases: row.aliases ?? [],
    roles: roles.map(({ role }) => role),
    roleHistory: roles,
    sameAs: row.same_as,
    edited: row.edited,
    statementCount: row.statement_count,
    articleCount: row.article_count,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    edits: row.edits ?? 0,
  };
}
