// Taking a change back. What came in meanwhile stays, and goes where it would have gone without the change.

import type { PoolClient } from 'pg';

import { AppError } from '../../errors';
import type { Database } from '../connection';
import { isId } from '../ids';
import { renameSpeakers } from '../saving/counters';
import type { EditorsWord, SpeakerEdited } from '../store';
import type { Changing } from './changing';
import { changing, membersOf } from './changing';
import type { EditBefore } from './edit';
import { moveLinks } from './moveLinks';
import { restoreFlags } from './names';
import { recount, settle } from './settle';
import type { SplitBefore } from './split';

interface Row {
  readonly id: string;
  readonly kind: 'edit' | 'merge' | 'split';
  readonly speaker_id: string;
  readonly other_id: string | null;
  readonly before: unknown;
  readonly undone_at: Date | null;
}

/** Takes the change back; throws `conflict` where it has been taken back already, or later changes build on it. */
export function undoChange(
  database: Database,
  id: string,
  changeId: string,
  word: EditorsWord,
): Promise<SpeakerEdited> {
  return changing(database, id, word, async (change) => {
    const { client, now } = change;
    const { rows } = await client.query<Row>(
      `SELECT c.id, c.kind, c.speaker_id, c.other_id, c.before, c.undone_at FROM speaker_change c
       WHERE c.id = $1 AND EXISTS (SELECT FROM speaker t WHERE t.canonical_id = $2 AND t.id IN (c.speaker_id, c.other_id))`,
      [isId(changeId) ? changeId : null, id],
    );
    const row = rows[0];
    if (row === undefined)
      throw new AppError('not-found', `The speaker has no change ${changeId}.`);
    if (row.undone_at !== null)
      throw new AppError('conflict', 'This change has been undone already.');
    const speakerIds = await UNDO[row.kind](change, row);
    await client.query(
      'UPDATE speaker_change SET undone_by = $2, undone_note = $3, undone_at = $4 WHERE id = $1',
      [row.id, word.by, word.note, now],
    );
    return { changeId: row.id, speakerIds };
  });
}

const UNDO: Readonly<Record<Row['kind'], (change: Changing, row: Row) => Promise<string[]>>> = {
  edit: undoEdit,
  merge: undoMerge,
  split: undoSplit,
};

async function undoEdit({ client, now }: Changing, row: Row): Promise<string[]> {
  const before = row.before as EditBefore;
  const fields = Object.keys(before.values);
  const { rows } = await client.query<{ id: string }>(
    `SELECT id FROM speaker_change WHERE speaker_id = $1 AND kind = 'edit' AND id > $2 AND undone_at IS NULL
     AND jsonb_exists_any(before->'values', $3) LIMIT 1`,
    [row.speaker_id, row.id, fields],
  );
  refuseIf(rows[0] !== undefined, 'A later edit set the same fields', rows[0]?.id);
  const { name, type, sameAs } = before.values;
  const was = (field: string): boolean => before.edited.includes(field);
  await client.query(
    `UPDATE speaker SET name = coalesce($2, name), type = coalesce($3, type), same_as = coalesce($4, same_as),
       edited = ARRAY(SELECT f FROM unnest(edited) AS f WHERE NOT f = ANY($5) ORDER BY f), updated_at = $6 WHERE id = $1`,
    [
      row.speaker_id,
      name ?? null,
      type ?? null,
      sameAs ?? null,
      fields.filter((field) => !was(field)),
      now,
    ],
  );
  await restoreFlags(client, before.names);
  await client.query('DELETE FROM speaker_key WHERE speaker_id = $1 AND key = ANY($2)', [
    row.speaker_id,
    before.keys,
  ]);
  await renameSpeakers(client, [row.speaker_id]);
  return [row.speaker_id];
}

async function undoMerge({ client, now }: Changing, row: Row): Promise<string[]> {
  const survivor = await canonicalOf(client, row.speaker_id);
  const members = await membersOf(client, [survivor]);
  await client.query('UPDATE speaker SET merged_into = NULL WHERE id = $1', [row.speaker_id]);
  await settle(client, members, now);
  return [await canonicalOf(client, row.other_id ?? row.speaker_id), row.speaker_id];
}

async function undoSplit({ client, now }: Changing, row: Row): Promise<string[]> {
  const { speaker_id: from, other_id: other } = row;
  const { rows, callings, names } = row.before as SplitBefore;
  if (other === null) throw new Error(`The split ${row.id} has no new speaker.`);
  const [ownEnd, otherEnd] = [await canonicalOf(client, from), await canonicalOf(client, other)];
  refuseIf(otherEnd !== other, 'The speaker that was split off has been merged since');
  refuseIf(ownEnd === other, 'The speaker has been merged into the one that was split off');
  const later = await client.query<{ id: string }>(
    `SELECT DISTINCT l.change_id AS id FROM statement_speaker l JOIN speaker_change c ON c.id = l.change_id
     WHERE l.statement_id = ANY($1) AND c.id > $3 AND c.undone_at IS NULL
     AND c.before->'rows' @> jsonb_build_array(jsonb_build_object('from', $2::text)) LIMIT 1`,
    [rows.map(({ statement_id }) => statement_id), other, row.id],
  );
  refuseIf(later.rows[0] !== undefined, 'A later split took some of it on', later.rows[0]?.id);
  // Erased articles took their statements along, and a new revision has others.
  const still = await client.query<{ statement_id: string }>(
    'SELECT statement_id FROM statement_speaker WHERE change_id = $1 AND linked_id = $2',
    [row.id, other],
  );
  const held = new Set(still.rows.map(({ statement_id }) => statement_id));
  const back = rows.filter(({ statement_id }) => held.has(statement_id));
  const origins = new Map(back.map((moved) => [moved.statement_id, moved.from]));
  const pairs = new Set(back.map((moved) => `${moved.article_id} ${moved.from}`));
  await moveLinks(client, {
    rows: back.map((moved) => ({ ...moved, from: other })),
    to: ({ statement_id }) => origins.get(statement_id) ?? from,
    changeId: null,
    callings: callings.filter(({ article_id, speaker_id }) =>
      pairs.has(`${article_id} ${speaker_id}`),
    ),
  });
  // Those that it was taken from may have been parted from the speaker since.
  const ends = await Promise.all(
    [...new Set(origins.values())].map((id) => canonicalOf(client, id)),
  );
  const members = await membersOf(client, [...new Set([ownEnd, other, ...ends])]);
  await restoreFlags(client, names);
  await client.query('UPDATE speaker_name SET kept = false, hidden = false WHERE speaker_id = $1', [
    other,
  ]);
  await recount(client, [...new Set([...rows.map((moved) => moved.from), from, other])]);
  await client.query('UPDATE speaker SET merged_into = $2 WHERE id = $1', [other, from]);
  await client.query(
    `DELETE FROM speaker_key k WHERE k.speaker_id = $1
     AND NOT EXISTS (SELECT FROM article_speaker p WHERE p.speaker_id = $1)`,
    [other],
  );
  await renameSpeakers(client, members);
  await settle(client, members, now);
  return [ownEnd];
}

async function canonicalOf(client: PoolClient, id: string): Promise<string> {
  const { rows } = await client.query<{ canonical_id: string }>(
    'SELECT canonical_id FROM speaker WHERE id = $1',
    [id],
  );
  return rows[0]?.canonical_id ?? id;
}

function refuseIf(refused: boolean, why: string, changeId?: string): void {
  if (!refused) return;
  const which = changeId === undefined ? 'that' : `the change ${changeId}`;
  throw new AppError('conflict', `${why}: undo ${which} first.`);
}
