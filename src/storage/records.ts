// What storage hands out and takes in: plain records. Types only; nothing of Prisma shows here.

import type { CueClass, Form, Segment, Span, SpeakerType, SubjectType } from '../extraction/types';
import type { Departure } from '../verification/lineage';
import type { MachineReading, StatementReview } from './changeRecords';
import type { EvidenceKind } from './linking/evidence';

export type * from './changeRecords';

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
  readonly topicsReview: TopicsReviewRecord | null;
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
  /** What became of the statements of the revision before; null for the first one. */
  readonly changes: RevisionChanges | null;
  /** The paragraph that admits that the text was changed, if it is new. */
  readonly notice: Quote | null;
  /** The words of the text are others than before, and nothing says so. */
  readonly silentEdit: boolean;
}

/** How many statements of the revision before are still there, in the same or in other words, how many are new or gone. */
export interface RevisionChanges {
  readonly kept: number;
  readonly changed: number;
  readonly added: number;
  readonly removed: number;
}

/** What became of a statement from one revision to another; what it was, and is. */
export interface StatementFate {
  readonly fate: 'kept' | 'changed' | 'added' | 'removed';
  readonly before: StatementRecord | null;
  readonly after: StatementRecord | null;
}

export interface RevisionComparison {
  readonly from: number;
  readonly to: number;
  readonly texts: { readonly before: string; readonly after: string };
  readonly statements: readonly StatementFate[];
}

export interface EngineRecord {
  readonly name: string;
  readonly version: string;
}

/** A current text that an earlier engine has read. */
export interface OutdatedText {
  readonly revisionId: string;
  readonly articleId: string;
  readonly text: string;
}

export interface TopicLinkRecord {
  readonly id: string;
  readonly label: string;
  /** 1 where an editor gave it. */
  readonly confidence: number;
  readonly by: 'machine' | 'editor';
}

/** An editor's word on topics, and what the machine had found. */
export interface TopicsReviewRecord {
  readonly by: string;
  readonly at: Date;
  readonly note: string | null;
  readonly machine: readonly TopicLinkRecord[];
}

export interface SpeakerLinkRecord {
  readonly id: string;
  readonly name: string;
  readonly type: SpeakerType;
  /** What the article calls them: "Transport Minister". */
  readonly role: string | null;
  readonly resolvedBy: string;
  readonly mentions: readonly Quote[];
  readonly confidence: number;
}

/** Someone who may be meant, where no name is sure enough. */
export type SpeakerCandidateRecord = Omit<SpeakerLinkRecord, 'id' | 'role'>;

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

/** Readings that came second; `confidence` is against the chosen reading alone. */
export interface AlternativesRecord {
  readonly source: readonly (Quote & { readonly confidence: number })[];
  readonly content: readonly { readonly spans: readonly Quote[]; readonly confidence: number }[];
}

export interface StatementRecord {
  readonly id: string;
  readonly form: Form;
  readonly content: readonly Quote[];
  /** All words of the content by whose they are; empty for statements of engines that did not tell. */
  readonly segments: readonly (Quote & Pick<Segment, 'words'>)[];
  readonly source: Quote | null;
  readonly cue: (Quote & { readonly lemma: string; readonly class: CueClass }) | null;
  readonly speakers: readonly SpeakerLinkRecord[];
  readonly candidates: readonly SpeakerCandidateRecord[];
  readonly subjects: readonly SubjectLinkRecord[];
  readonly topics: readonly TopicLinkRecord[];
  readonly topicsReview: TopicsReviewRecord | null;
  readonly negation: Quote | null;
  readonly hedge: Quote | null;
  /** Id of the statement within whose content this one stands. */
  readonly parentId: string | null;
  /** Up to 32 code units before the first and after the last content span (W3C TextQuoteSelector). */
  readonly prefix: string;
  readonly suffix: string;
  readonly sentence: Quote;
  /** Only read with a single statement; lists have null. */
  readonly alternatives: AlternativesRecord | null;
  /** Only read in lists of what is now; null where nobody else printed the words. */
  readonly lineage?: Pick<LineageSummaryRecord, 'id' | 'counts'> | null | undefined;
  readonly confidence: number;
  readonly engine: EngineRecord;
  readonly review: StatementReview;
  /** Null where no editor has said anything. */
  readonly machine: MachineReading | null;
  /** True where its publication lets less of it be shown than there is. */
  readonly excerpted: boolean;
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

/** A role as printed, and in which articles. */
export interface RoleRecord {
  readonly role: string;
  readonly firstSeen: Date;
  readonly lastSeen: Date;
  readonly articleCount: number;
}

export interface SpeakerRecord {
  readonly id: string;
  readonly name: string;
  readonly type: SpeakerType;
  readonly aliases: readonly string[];
  /** Last seen first. */
  readonly roles: readonly string[];
  /** The same with dates. */
  readonly roleHistory: readonly RoleRecord[];
  /** URIs of the same one elsewhere. */
  readonly sameAs: readonly string[];
  /** Fields that an editor has set, which articles therefore leave alone. */
  readonly edited: readonly ('name' | 'type' | 'sameAs')[];
  readonly statementCount: number;
  readonly articleCount: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  /** Grows with each change by an editor, and when one is undone; 0 in lists and as of a moment, where nobody asks. */
  readonly edits: number;
}

/** An article that names a speaker, and why it was taken for this one. */
export interface SpeakerArticleRecord {
  readonly articleId: string;
  readonly title: string | null;
  readonly url: string | null;
  readonly publication: string | null;
  readonly date: Date;
  /** The full name as this article prints it. */
  readonly name: string;
  readonly roles: readonly string[];
  readonly statementCount: number;
  readonly evidence: readonly EvidenceRecord[];
}

export interface EvidenceRecord {
  readonly kind: EvidenceKind;
  readonly printed: string | null;
  readonly stored: string | null;
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
