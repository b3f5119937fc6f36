// What editors do to speakers: correct, merge, split, undo. Each on the state that the editor has seen, and kept in the history.

import type { Request, Response } from 'express';
import { Router } from 'express';

import type { SpeakerChangeValues } from '../../storage/records';
import type { EditorsWord, SpeakerEdited, Store } from '../../storage/store';
import { requireWriteAccess, writerOf } from '../access';
import { sendUncached } from '../answer';
import { bytesOf, jsonOf, readJsonBytes } from '../body';
import type { AppDeps } from '../deps';
import { etagOfState } from '../etag';
import { checkIfMatchState, readIfMatch } from '../precondition';
import { presentChange, presentSpeaker, stateOfSpeaker } from '../present/speaker';
import { emptyQuery } from '../schemas/lists';
import { speakerEdit, speakerMerge, speakerSplit } from '../schemas/speakers';
import { readUndo } from '../undoing';
import { readBody, readQuery } from '../validate';
import { speakerOrRedirect } from './speakers';

export function speakerEditRoutes(deps: AppDeps): Router {
  const { store } = deps;
  const router = Router({ strict: true, caseSensitive: true });
  const before = [requireWriteAccess(deps), ...readJsonBytes(deps)];

  router.patch('/v1/speakers/:speakerId', ...before, async (req, res) => {
    const begun = await begin(store, req, res);
    if (begun === null) return;
    const { by, note, ...values } = readBody(speakerEdit, jsonOf(bytesOf(req)));
    const word = begun.wordOf(by, note);
    const { speakers } = await store.speakers.edit(
      begun.id,
      values satisfies SpeakerChangeValues,
      word,
    );
    const [edited] = speakers;
    if (edited === undefined) throw new Error('An edit left no speaker.');
    const speaker = presentSpeaker(edited);
    res.set('ETag', etagOfState(stateOfSpeaker(edited), JSON.stringify(speaker)));
    sendUncached<'editSpeaker'>(res, speaker);
  });

  router.post('/v1/speakers/:speakerId/merge', ...before, async (req, res) => {
    const begun = await begin(store, req, res);
    if (begun === null) return;
    const { by, note, into, from = '' } = readBody(speakerMerge, jsonOf(bytesOf(req)));
    const other = into === undefined ? { from } : { into };
    sendChanged(res, await store.speakers.merge(begun.id, other, begun.wordOf(by, note)));
  });

  router.post('/v1/speakers/:speakerId/split', ...before, async (req, res) => {
    const begun = await begin(store, req, res);
    if (begun === null) return;
    const { by, note, ...input } = readBody(speakerSplit, jsonOf(bytesOf(req)));
    const { statements = [], articles = [], names = [], name = null, type = null } = input;
    const parts = { statements, articles, names, name, type };
    sendChanged(res, await store.speakers.split(begun.id, parts, begun.wordOf(by, note)));
  });

  router.post('/v1/speakers/:speakerId/history/:changeId/undo', ...before, async (req, res) => {
    const begun = await begin(store, req, res);
    if (begun === null) return;
    const { by, note, changeId } = readUndo(req);
    sendChanged(res, await store.speakers.undo(begun.id, changeId, begun.wordOf(by, note)));
  });

  return router;
}

interface Begun {
  readonly id: string;
  readonly wordOf: (by: string | undefined, note: string | undefined) => EditorsWord;
}

/** What all changes begin with; null where a merged speaker's id has been answered with a redirect. */
async function begin(store: Store, req: Request, res: Response): Promise<Begun | null> {
  readQuery(emptyQuery, req);
  const id = await speakerOrRedirect(store, req, res);
  if (id === null) return null;
  const ifMatch = readIfMatch(req);
  return {
    id,
    wordOf: (by = writerOf(res), note) => ({
      by,
      note: note ?? null,
      check: (current) => {
        checkIfMatchState(ifMatch, stateOfSpeaker(current));
      },
    }),
  };
}

function sendChanged(res: Response, { change, speakers }: SpeakerEdited): void {
  sendUncached<'mergeSpeakers'>(res, {
    change: presentChange(change, speakers[0]?.id ?? change.speakerId),
    speakers: speakers.map(presentSpeaker),
  });
}
