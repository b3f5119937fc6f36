// What storage hands out and takes in: plain records. Types only; nothing of Prisma shows here.

import type { CueClass, Form, Span, SpeakerType, SubjectType } from '../extraction/types';
import type { CueClass, Form, Span, SpeakerType } from '../extraction/types';
import type { Departure } from '../verification/lineage';

/** A span with the words it stands for: `text.slice(start, end) === exact`. UTF-16 code units, half-open. */
export interface Quote extends Span {
  readonly exact: string;
}

export interface ArticleRecord {
  readonly id: string;
  readonly url: string | null;
  readonly title: string | null;
  readonly publication: string | null;
  readonly byline: string | null;
  readonly publishedAt: Date | null;
  readonly language: string;
  /** The newest revision's number, from 1. */
  readonly revision: number;
  readonly statementCount: number;
  readonly topics: readonly TopicLinkRecord[];
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface RevisionRecord {
  readonly number: number;
  readonly title: string | null;
  readonly byline: string | null;
  readonly publishedAt: Date | null;
  /** SHA-256 of the text's UTF-8 bytes, hexadecimal. */
  readonly textHash: string;
  /** In UTF-16 code units. */
  readonly length: number;
  readonly statementCount: number;
  readonly engine: EngineRecord;
  readonly createdAt: Date;
}

export interface EngineRecord {
  readonly name: string;
  readonly version: string;
}

export interface TopicLinkRecord {
  readonly id: string;
  readonly label: string;
  readonly confidence: number;
}

export interface SpeakerLinkRecord {
  readonly id: string;
  readonly name: string;
  readonly type: SpeakerType;
  readonly resolvedBy: string;
  readonly mentions: readonly Quote[];
  readonly confidence: number;
}

/** Someone who may be meant, where no name is sure enough. */
export type SpeakerCandidateRecord = Omit<SpeakerLinkRecord, 'id'>;

export interface SubjectLinkRecord {
  readonly id: string;
  readonly name: string;
  readonly type: SubjectType;
  /** Every place where the content names it. */
  readonly spans: readonly Quote[];
  /** The speaker that it is; null where it is not known as one. */
  readonly speakerId: string | null;
}

export type ReviewState = 'machine' | 'confirmed' | 'corrected' | 'rejected';

export interface StatementRecord {
  readonly id: string;
  readonly form: Form;
  readonly content: readonly Quote[];
  readonly source: Quote | null;
  readonly cue: (Quote & { readonly lemma: string; readonly class: CueClass }) | null;
  readonly speakers: readonly SpeakerLinkRecord[];
  readonly candidates: readonly SpeakerCandidateRecord[];
  readonly subjects: readonly SubjectLinkRecord[];
  readonly topics: readonly TopicLinkRecord[];
  readonly negation: Quote | null;
  readonly hedge: Quote | null;
  /** Id of the statement within whose content this one stands. */
  readonly parentId: string | null;
  /** Up to 32 code units before the first and after the last content span (W3C TextQuoteSelector). */
  readonly prefix: string;
  readonly suffix: string;
  readonly sentence: Quote;
  readonly confidence: number;
  readonly engine: EngineRecord;
  readonly review: ReviewState;
  readonly article: {
    readonly id: string;
    readonly title: string | null;
    readonly url: string | null;
    readonly publication: string | null;
    readonly byline: string | null;
    readonly publishedAt: Date | null;
    readonly revision: number;
    /** False when a later revision of the article has replaced the one this statement stands in. */
    readonly current: boolean;
  };
  readonly createdAt: Date;
}

export interface SpeakerRecord {
  readonly id: string;
  readonly name: string;
  readonly type: SpeakerType;
  readonly aliases: readonly string[];
  readonly roles: readonly string[];
  readonly statementCount: number;
  readonly articleCount: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface SubjectRecord {
  readonly id: string;
  readonly name: string;
  readonly type: SubjectType;
  /** Other names of it, the most used first. */
  readonly aliases: readonly string[];
  readonly speakerId: string | null;
  readonly statementCount: number;
  readonly articleCount: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface TopicRecord {
  readonly id: string;
  readonly label: string;
  readonly parentId: string | null;
  readonly depth: number;
  /** Statements under this topic or a narrower one. */
  readonly statementCount: number;
}

/** How often the same words were printed. */
export interface LineageSummaryRecord {
  readonly id: string;
  readonly counts: {
    readonly statements: number;
    readonly articles: number;
    readonly publications: number;
  };
  readonly firstDate: Date;
  readonly lastDate: Date;
  readonly earliest: StatementRecord;
}

export interface OccurrenceRecord {
  readonly statement: StatementRecord;
  /** What differs from the earliest occurrence; null for that one. */
  readonly departure: Departure | null;
  /** The earlier article of the lineage that this one's is a near-identical copy of. */
  readonly copyOf: string | null;
}

/** A statement's lineage. Without others that print its words, it is an occurrence of its own and has no id. */
export interface LineageRecord extends Omit<LineageSummaryRecord, 'id' | 'earliest'> {
  readonly id: string | null;
  /** Earliest first; a hundred at most. */
  readonly occurrences: readonly OccurrenceRecord[];
}

export interface KeyRecord {
  readonly id: string;
  readonly name: string;
  /** The first characters of the key, to tell keys apart; never enough to use it. */
  readonly prefix: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
}
