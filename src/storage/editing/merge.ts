// Two speakers are one: the first leads to the second for good. Only that is written; the rows of both stay whose they were, so
// that undoing, in any order, gives back just what there was.

import { AppError } from '../../errors';
import type { Database } from '../connection';
import { isId } from '../ids';
import type { EditorsWord, SpeakerEdited } from '../store';
import { changing, findSpeaker, membersOf, noteChange } from './changing';
import { settle } from './settle';

/** Merges the speaker into another or another into it; of one that was merged already, its survivor is meant. */
export function mergeSpeakers(
  database: Database,
  id: string,
  other: { readonly into: string } | { readonly from: string },
  word: EditorsWord,
): Promise<SpeakerEdited> {
  return changing(database, id, word, async (change) => {
    const { client, now } = change;
    const [field, otherId] = 'into' in other ? ['/into', other.into] : ['/from', other.from];
    const found = isId(otherId) ? await findSpeaker(client, otherId) : null;
    if (found === null) throw refusal(field, 'is no speaker');
    if (found.id === id) throw refusal(field, 'is this speaker itself');
    const { speaker } = change;
    const [loser, survivor] = 'into' in other ? [speaker, found] : [found, speaker];
    const members = await membersOf(client, [loser.id, survivor.id]);
    await client.query('UPDATE speaker SET merged_into = $2 WHERE id = $1', [
      loser.id,
      survivor.id,
    ]);
    await settle(client, members, now);
    const changeId = await noteChange(
      { ...change, speaker: loser },
      {
        kind: 'merge',
        otherId: survivor.id,
        before: {},
        after: { statementCount: loser.statementCount },
      },
    );
    return { changeId, speakerIds: [survivor.id] };
  });
}

function refusal(pointer: string, message: string): AppError {
  return new AppError('invalid-input', `The field ${pointer} ${message}.`, {
    fields: [{ pointer, message }],
  });
}
