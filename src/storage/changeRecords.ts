// What editors did to statements and speakers, as plain records. Types only.

import type { CueClass, Form, SpeakerType } from '../extraction/types';
import type { Quote, ReviewState, SpeakerLinkRecord, TopicLinkRecord } from './records';

/** An editor's word on a statement. */
export interface StatementReview {
  readonly state: ReviewState;
  readonly by: string | null;
  readonly at: Date | null;
  readonly note: string | null;
}

/** What the machine said of a statement on which an editor's word stands. */
export interface MachineReading {
  readonly form: Form;
  readonly content: readonly Quote[];
  readonly source: Quote | null;
  readonly cue: (Quote & { readonly lemma: string; readonly class: CueClass }) | null;
  readonly speakers: readonly Pick<
    SpeakerLinkRecord,
    'id' | 'name' | 'type' | 'resolvedBy' | 'confidence'
  >[];
}

/** What a change of a statement replaced, or set. */
export interface StatementValues extends Omit<MachineReading, 'speakers'> {
  readonly review: ReviewState;
  readonly speakers: readonly Pick<SpeakerLinkRecord, 'id' | 'name' | 'type'>[];
}

export interface StatementChangeRecord {
  readonly id: string;
  readonly statementId: string;
  /** The state of review that it led to. */
  readonly kind: ReviewState;
  readonly by: string;
  readonly note: string | null;
  readonly at: Date;
  readonly before: StatementValues;
  readonly after: StatementValues;
  readonly undone: { readonly by: string; readonly note: string | null; readonly at: Date } | null;
}

/** What an editor did to the topics of a statement, or of an article as a whole. */
export interface TopicChangeRecord {
  readonly id: string;
  readonly kind: 'topics';
  readonly articleId: string;
  /** Null where they are those of the article. */
  readonly statementId: string | null;
  readonly by: string;
  readonly note: string | null;
  readonly at: Date;
  readonly before: readonly TopicLinkRecord[];
  readonly after: readonly TopicLinkRecord[];
  readonly undone: { readonly by: string; readonly note: string | null; readonly at: Date } | null;
}

export interface SpeakerChangeRecord {
  readonly id: string;
  readonly kind: 'edit' | 'merge' | 'split';
  readonly speakerId: string;
  /** Of a merge the survivor, of a split the new speaker. */
  readonly otherId: string | null;
  readonly by: string;
  readonly note: string | null;
  readonly at: Date;
  readonly before: SpeakerChangeValues | null;
  readonly after: SpeakerChangeValues | null;
  readonly statementCount: number | null;
  readonly undone: { readonly by: string; readonly note: string | null; readonly at: Date } | null;
}

/** What an edit set. */
export interface SpeakerChangeValues {
  readonly name?: string;
  readonly type?: SpeakerType;
  readonly aliases?: readonly string[];
  readonly sameAs?: readonly string[];
}
