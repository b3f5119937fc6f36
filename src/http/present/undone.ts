// Who took a change back → the contract's `undone`, the same for changes of every kind.

import type { SpeakerChangeRecord } from '../../storage/records';
import type { components } from '../contract';

type Undone = components['schemas']['SpeakerChange']['undone'];

export const presentUndone = (undone: SpeakerChangeRecord['undone']): Undone =>
  undone && { by: undone.by, note: undone.note, at: undone.at.toISOString() };
