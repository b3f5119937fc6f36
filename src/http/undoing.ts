// What all requests that take a change back bring: which change, and, if the sender likes, who and why.

import type { Request } from 'express';
import type { z } from 'zod';

import { bytesOf, jsonOf } from './body';
import { editorsNote } from './schemas/speakers';
import { readBody, readId } from './validate';

/** The change's id and the note, whose body may be left out. */
export function readUndo(req: Request): z.infer<typeof editorsNote> & { changeId: string } {
  const bytes = bytesOf(req);
  const note = bytes.length === 0 ? {} : readBody(editorsNote, jsonOf(bytes));
  return { ...note, changeId: readId(req.params['changeId'], 'change') };
}
