// The port of editing: what editors hand in, and what they get back. Types only.

import type { Reading, SpeakerType } from '../extraction/types';
import type { ReviewState, SpeakerChangeRecord, SpeakerRecord } from './records';

/** Who changes something, and why. */
export interface EditorsWord<Current = SpeakerRecord> {
  readonly by: string;
  readonly note: string | null;
  /** Called with what is to be changed as it is; nobody else makes such a change meanwhile. What it throws stops this one. */
  readonly check?: (current: Current) => void;
}

/** What becomes another speaker: all that any of them names. */
export interface SplitParts {
  readonly statements: readonly string[];
  readonly articles: readonly string[];
  readonly names: readonly string[];
  /** Of the new speaker; null for what the old one has. */
  readonly name: string | null;
  readonly type: SpeakerType | null;
}

/** A change, and the speakers that it left: the one that was addressed first. */
export interface SpeakerEdited {
  readonly change: SpeakerChangeRecord;
  readonly speakers: readonly SpeakerRecord[];
}

/** An editor's word on a statement. What is null stays as it is. */
export interface StatementEdit {
  /** Null where only topics are set. `machine` takes all words back but that on topics. */
  readonly review: ReviewState | null;
  /** The revision whose offsets `reading` has. */
  readonly revision: number;
  readonly reading: Reading | null;
  /** None: nobody is known. */
  readonly speakers: readonly SpeakerChoice[] | null;
  readonly topics: readonly string[] | null;
}

/** A speaker by its id, or by a name that is its own. */
export type SpeakerChoice =
  { readonly id: string } | { readonly name: string; readonly type: SpeakerType };
