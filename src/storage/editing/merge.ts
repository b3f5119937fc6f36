// Two speakers are one: the first leads to the second for good. Only that is written; the rows of both stay whose they were, so
// that undoing, in any order, gives back just what there was.

import { AppError } from '../../errors';
import type { Database } from '../connection';
import { isId } from '../ids';
import type { EditorsWord, SpeakerEdited } from '../store';
import { changing, findSpeaker, membersOf, noteChange } from './changing';
import { settle } from './settle';

/**
 * Merges the speaker into another or another into it; throws `conflict` where the other has been merged meanwhile. Its survivor is
 * somebody whom the editor has not looked at, and every statement of theirs would move as well.
 */
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
    if (otherId === id) throw refusal(field, 'is this speaker itself');
    if (found.id === id) throw overtaken(`The speaker ${otherId} is part of this one already.`);
    if (found.id !== otherId) {
      throw overtaken(
        `The speaker ${otherId} has been merged into ${found.name} (${found.id}). Look at that one, and name it if it is the same.`,
      );
    }
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

const overtaken = (message: string): AppError => new AppError('conflict', message);

function refusal(pointer: string, message: string): AppError {
  return new AppError('invalid-input', `The field ${pointer} ${message}.`, {
    fields: [{ pointer, message }],
  });
}
