// Whom an editor means: a stored speaker by its id, or someone by name, who is made where nobody is called so.

import type { PoolClient } from 'pg';

import { AppError } from '../../errors';
import { isId, newId } from '../ids';
import { editorsKeys } from '../linking/keys';
import type { SpeakerChoice } from '../store';
import { fold, setFlags } from './names';

/** The ids; throws `invalid-input` with a pointer to each choice that means nobody, or several. */
export async function speakersChosen(
  client: PoolClient,
  choices: readonly SpeakerChoice[],
  now: Date,
): Promise<string[]> {
  const found: string[] = [];
  const fields: { pointer: string; message: string }[] = [];
  for (const [i, choice] of choices.entries()) {
    const pointer = `/speakers/${i}`;
    const ids = await idsOf(client, choice);
    if (ids.length === 1) found.push(ids[0]!);
    else if (ids.length > 1) {
      const message = `means several speakers: give the id of one of ${ids.slice(0, 10).join(', ')}`;
      fields.push({ pointer, message });
    } else if ('id' in choice) fields.push({ pointer, message: 'is no speaker that there is' });
    else found.push(await makeSpeaker(client, choice, now));
  }
  if (fields.length > 0) {
    throw new AppError('invalid-input', 'Speakers are not clear; errors says which.', { fields });
  }
  return [...new Set(found)];
}

async function idsOf(client: PoolClient, choice: SpeakerChoice): Promise<string[]> {
  const { rows } =
    'id' in choice
      ? await client.query<{ id: string }>('SELECT canonical_id AS id FROM speaker WHERE id = $1', [
          isId(choice.id) ? choice.id : null,
        ])
      : await client.query<{ id: string }>(
          `SELECT DISTINCT k.id FROM speaker_name n JOIN speaker t ON t.id = n.speaker_id
           JOIN speaker k ON k.id = t.canonical_id
           WHERE n.folded = fold_name($1) AND n.kind = 'full' AND NOT n.hidden AND k.type = $2
           AND (k.statement_count > 0 OR n.kept) ORDER BY k.id LIMIT 20`,
          [choice.name, choice.type],
        );
  return rows.map(({ id }) => id);
}

async function makeSpeaker(
  client: PoolClient,
  { name, type }: { readonly name: string; readonly type: string },
  now: Date,
): Promise<string> {
  const id = newId();
  await client.query(
    `INSERT INTO speaker (id, name, type, canonical_id, edited, created_at, updated_at)
     VALUES ($1, $2, $3, $1, '{name,type}', $4, $4)`,
    [id, name, type, now],
  );
  for (const form of await fold(client, [name])) {
    await setFlags(client, id, form, { kind: 'full', given: true, hidden: false });
    await client.query(
      `INSERT INTO speaker_key (key, speaker_id) SELECT DISTINCT key, $2::uuid FROM unnest($1::text[]) AS key
       ON CONFLICT DO NOTHING`,
      [editorsKeys(type as Parameters<typeof editorsKeys>[0], form, 'full'), id],
    );
  }
  return id;
}
