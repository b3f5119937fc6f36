// The frame of every change that an editor makes: alone with the speakers, on the state that the editor has seen, and written down.

import type { PoolClient } from 'pg';

import { AppError } from '../../errors';
import type { Database } from '../connection';
import { inTransaction } from '../connection';
import { guarded, isRetryable } from '../failures';
import { isId, newId } from '../ids';
import type { SpeakerRow } from '../reading/speakers';
import { EDITED_SPEAKER_COLUMNS, noSpeaker, toSpeaker } from '../reading/speakers';
import type { SpeakerRecord } from '../records';
import { lockSpeakers } from '../saving/locks';
import type { EditorsWord, SpeakerEdited } from '../store';
import type { ChangeRow } from './changes';
import { CHANGE_COLUMNS, toChange } from './changes';

const ATTEMPTS = 5;

/** What a change works with. */
export interface Changing {
  readonly client: PoolClient;
  readonly speaker: SpeakerRecord;
  readonly word: EditorsWord;
  readonly now: Date;
}

/** What a change did: its row, and the speakers to show. */
export interface Changed {
  readonly changeId: string;
  readonly speakerIds: readonly string[];
}

/** Runs a change of the speaker; all or nothing. */
export function changing(
  database: Database,
  id: string,
  word: EditorsWord,
  work: (changing: Changing) => Promise<Changed>,
): Promise<SpeakerEdited> {
  return guarded(async () => {
    if (!isId(id)) throw noSpeaker(id);
    for (let attempt = 1; ; attempt++) {
      try {
        return await inTransaction(database.pool, async (client) => {
          await lockSpeakers(client, 'to edit');
          const speaker = await readSpeaker(client, id);
          if (speaker.id !== id) {
            const message = `The speaker ${id} has been merged into ${speaker.id}. Change that one.`;
            throw new AppError('conflict', message);
          }
          word.check?.(speaker);
          const changed = await work({ client, speaker, word, now: database.now() });
          return await readChanged(client, changed);
        });
      } catch (error) {
        if (attempt >= ATTEMPTS || !isRetryable(error)) throw error;
      }
    }
  });
}

/** The speaker, or the one that it was merged into; null where there is none. */
export async function findSpeaker(client: PoolClient, id: string): Promise<SpeakerRecord | null> {
  const { rows } = await client.query<SpeakerRow>(
    `SELECT ${EDITED_SPEAKER_COLUMNS} FROM speaker k WHERE k.id = (SELECT canonical_id FROM speaker WHERE id = $1)`,
    [id],
  );
  return rows[0] === undefined ? null : toSpeaker(rows[0]);
}

async function readSpeaker(client: PoolClient, id: string): Promise<SpeakerRecord> {
  const found = await findSpeaker(client, id);
  if (found === null) throw noSpeaker(id);
  return found;
}

/** All speakers that are shown as this one, itself among them. */
export async function membersOf(
  client: PoolClient,
  canonicalIds: readonly string[],
): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    'SELECT id FROM speaker WHERE canonical_id = ANY($1) ORDER BY id',
    [canonicalIds],
  );
  return rows.map(({ id }) => id);
}

/** Writes a change down; gives its id. */
export async function noteChange(
  { client, speaker, word, now }: Changing,
  change: {
    readonly kind: 'edit' | 'merge' | 'split';
    readonly otherId?: string;
    readonly before: object;
    readonly after: object;
    /** Given where rows of the change name it. */
    readonly id?: string;
  },
): Promise<string> {
  const { kind, otherId = null, before, after, id = newId() } = change;
  await client.query(
    `INSERT INTO speaker_change (id, kind, speaker_id, other_id, by, note, at, before, after)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      id,
      kind,
      speaker.id,
      otherId,
      word.by,
      word.note,
      now,
      JSON.stringify(before),
      JSON.stringify(after),
    ],
  );
  return id;
}

async function readChanged(
  client: PoolClient,
  { changeId, speakerIds }: Changed,
): Promise<SpeakerEdited> {
  const { rows } = await client.query<ChangeRow>(
    `SELECT ${CHANGE_COLUMNS} FROM speaker_change c WHERE c.id = $1`,
    [changeId],
  );
  const speakers: SpeakerRecord[] = [];
  for (const id of speakerIds) speakers.push(await readSpeaker(client, id));
  return { change: toChange(rows[0] as ChangeRow), speakers };
}
