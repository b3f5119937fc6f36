// The port of authority files: who is known by which names. Types only.

import type { SpeakerType } from '../extraction/types';

/** An entry of an authority file. */
export interface AuthorityEntry {
  readonly name: string;
  readonly type: SpeakerType;
  readonly aliases: readonly string[];
  readonly roles: readonly string[];
  readonly sameAs: readonly string[];
}

export interface AuthorityTally {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}
