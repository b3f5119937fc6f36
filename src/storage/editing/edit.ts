// An editor's word on a speaker: name, aliases, type, sameAs. What it sets, articles leave alone.

import type { PoolClient } from 'pg';

import type { Database } from '../connection';
import type { Form } from '../linking/keys';
import { editorsKeys } from '../linking/keys';
import type { SpeakerChangeValues, SpeakerRecord } from '../records';
import type { EditorsWord, SpeakerEdited } from '../store';
import { changing, noteChange } from './changing';
import type { NameFlags } from './names';
import { fold, readFlags, setFlags } from './names';

/** What undoing an edit needs besides the values. */
export interface EditBefore {
  readonly values: SpeakerChangeValues;
  readonly edited: readonly string[];
  readonly names: readonly NameFlags[];
  readonly keys: readonly string[];
}

/** Sets what is given. */
export function editSpeaker(
  database: Database,
  id: string,
  values: SpeakerChangeValues,
  word: EditorsWord,
): Promise<SpeakerEdited> {
  return changing(database, id, word, async (change) => {
    const { client, speaker, now } = change;
    const names = await changesOfNames(client, speaker, values);
    const before: EditBefore = {
      values: only(speaker, values),
      edited: speaker.edited,
      names: await readFlags(
        client,
        speaker.id,
        names.map(({ folded }) => folded),
      ),
      keys: await addKeys(client, speaker, values, names),
    };
    for (const name of names) await setFlags(client, speaker.id, name, name);
    const { name = speaker.name, type = speaker.type, sameAs = speaker.sameAs } = values;
    const fields = (['name', 'type', 'sameAs'] as const).filter(
      (field) => values[field] !== undefined,
    );
    await client.query(
      'UPDATE speaker SET name = $2, type = $3, same_as = $4, edited = $5, updated_at = $6 WHERE id = $1',
      [id, name, type, sameAs, [...new Set([...speaker.edited, ...fields])].sort(), now],
    );
    const changeId = await noteChange(change, { kind: 'edit', before, after: { values } });
    return { changeId, speakerIds: [id] };
  });
}

type GivenName = Form & {
  readonly kind: 'full' | 'alias';
  readonly given: boolean;
  readonly hidden: boolean;
};

/** Names that are given or taken off. */
async function changesOfNames(
  client: PoolClient,
  speaker: SpeakerRecord,
  { name, aliases }: SpeakerChangeValues,
): Promise<GivenName[]> {
  // Without a list of aliases, a name that is replaced becomes one of them.
  const replaced = name === undefined || aliases === undefined ? [] : [speaker.name];
  const shown = await fold(client, [...speaker.aliases, ...replaced]);
  const own = name === undefined ? [] : await fold(client, [name]);
  const wanted = aliases === undefined ? shown : await fold(client, aliases);
  const isIn = (list: readonly Form[], { folded }: Form) =>
    list.some((form) => form.folded === folded);
  return [
    ...own.map((form) => ({ ...form, kind: 'full' as const, given: true, hidden: false })),
    ...wanted
      .filter((form) => !isIn(shown, form) && !isIn(own, form))
      .map((form) => ({ ...form, kind: 'alias' as const, given: true, hidden: false })),
    ...shown
      .filter((form) => !isIn(wanted, form) && !isIn(own, form))
      .map((form) => ({ ...form, kind: 'alias' as const, given: false, hidden: true })),
  ];
}

async function addKeys(
  client: PoolClient,
  speaker: SpeakerRecord,
  { type = speaker.type }: SpeakerChangeValues,
  names: readonly GivenName[],
): Promise<string[]> {
  const keys = names
    .filter(({ given }) => given)
    .flatMap((form) => editorsKeys(type, form, form.kind));
  const { rows } = await client.query<{ key: string }>(
    `INSERT INTO speaker_key (key, speaker_id) SELECT DISTINCT key, $2::uuid FROM unnest($1::text[]) AS key
     ON CONFLICT DO NOTHING RETURNING key`,
    [keys, speaker.id],
  );
  return rows.map(({ key }) => key);
}

/** Of the speaker's values those that the edit sets. */
function only(speaker: SpeakerRecord, values: SpeakerChangeValues): SpeakerChangeValues {
  const { name, type, aliases, sameAs } = speaker;
  const all = { name, type, aliases, sameAs };
  return Object.fromEntries(
    Object.entries(all).filter(([field]) => values[field as keyof typeof all] !== undefined),
  );
}
