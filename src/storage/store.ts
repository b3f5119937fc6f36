// The port of storage: what the rest of the house may ask of it. Types only; openStore.ts implements it.

import type { Extraction } from '../extraction/types';
import type { TopicAssignment } from '../topics/types';
import type { VerificationReads } from '../verification/types';
import type { AuthorityEntry, AuthorityTally } from './authorityPort';
import type { EditorsWord, SpeakerEdited, SplitParts, StatementEdit } from './edits';
import type { HeldArticles, Removal } from './publisherRules';
import type {
  ArticleRecord,
  KeyRecord,
  LineageRecord,
  LineageSummaryRecord,
  RevisionComparison,
  RevisionRecord,
  SpeakerArticleRecord,
  SpeakerChangeRecord,
  SpeakerChangeValues,
  SpeakerRecord,
  StatementChangeRecord,
  StatementRecord,
  SubjectRecord,
  TopicChangeRecord,
  TopicRecord,
} from './records';
import type { Rereading } from './rereading';
import type {
  Advice,
  CompareFilter,
  Comparison,
  FacetName,
  Facets,
  Highlight,
  Interval,
  StatementFilter,
  StatementSort,
  TimelineEntry,
  TimelineFilter,
} from './search';

export type * from './authorityPort';
export type * from './edits';
export type * from './publisherRules';
export type * from './rereading';
export type * from './search';

/** What is stored of an article besides what was extracted from it. */
export interface ArticleDraft {
  readonly url: string | null;
  readonly title: string | null;
  readonly publication: string | null;
  readonly byline: string | null;
  readonly publishedAt: Date | null;
  readonly language: string;
  /** Kept exactly; every offset refers to it. */
  readonly text: string;
  /** How the article came in. */
  readonly format: 'text' | 'html' | 'json-ld' | 'ninjs';
}

/** An Idempotency-Key and the SHA-256 of the request that it came with. */
export interface IdempotencyClaim {
  readonly key: string;
  readonly requestHash: string;
}

export type SaveOutcome = 'created' | 'revised' | 'unchanged';

export interface SavedArticle {
  readonly outcome: SaveOutcome;
  readonly article: ArticleRecord;
}

/** Half a page request: at most `limit` items after `cursor` (an opaque string that an earlier page gave). */
export interface PageRequest {
  readonly limit: number;
  readonly cursor: string | null;
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}

/** A page of statements with where `q` was found in each, if it was asked for. */
export interface StatementPage extends Page<StatementRecord> {
  readonly highlights?: readonly (readonly Highlight[])[];
  /** By relevance, where more matched than are ranked: only matches since then were. */
  readonly rankedSince?: Date;
}

export interface ArticleFilter {
  readonly publication?: string;
  readonly q?: string;
  readonly from?: Date;
  readonly to?: Date;
  /** What held at this moment, instead of what holds now. */
  readonly asOf?: Date;
}

export interface LineageFilter {
  /** An occurrence by any of these. An empty list matches nothing. */
  readonly speakerIds?: readonly string[];
  /** The name that led to `speakerIds`, which cursors are bound to. */
  readonly speakerName?: string;
  /** An occurrence about this topic or a narrower one. */
  readonly topicId?: string;
  readonly minPublications?: number;
  /** Half-open range in which an occurrence lies. */
  readonly from?: Date;
  readonly to?: Date;
}

export interface Store {
  readonly articles: {
    /**
     * The live article that already holds this very text under this identity (URL, else publication and text), or
     * null. Lets ingestion skip extraction.
     */
    findUnchanged(draft: ArticleDraft): Promise<ArticleRecord | null>;
    /**
     * Stores article, revision, statements, speakers and topics in one transaction. Same identity and text:
     * `unchanged`; same URL with another text: `revised`. Two identical calls at once give one article. Refuses a
     * span outside the text and any text that Postgres cannot hold.
     */
    save(
      draft: ArticleDraft,
      extraction: Extraction,
      topics: TopicAssignment,
      claim: IdempotencyClaim | null,
    ): Promise<SavedArticle>;
    /** The article that a request with this key made; throws `idempotency-mismatch` if the request differs. */
    findByIdempotencyKey(claim: IdempotencyClaim): Promise<ArticleRecord | null>;
    /** Throws `not-found`, or `gone` for a tombstone. The same holds for every other read by article id. */
    get(id: string, asOf?: Date): Promise<ArticleRecord>;
    /** The text of a revision (the newest without a number). */
    text(
      id: string,
      which?: { readonly revision?: number; readonly asOf?: Date },
    ): Promise<{ revision: number; text: string; textHash: string }>;
    revisions(id: string, page: PageRequest, asOf?: Date): Promise<Page<RevisionRecord>>;
    /** Two revisions by their numbers; throws `not-found` for one that there is not. */
    compareRevisions(id: string, from: number, to: number): Promise<RevisionComparison>;
    list(filter: ArticleFilter, page: PageRequest): Promise<Page<ArticleRecord>>;
    count(filter: ArticleFilter): Promise<number>;
    /**
     * Sets an editor's topics in place of the machine's, for this revision and those to come; null takes them back. Throws
     * `invalid-input` for topics that there are not.
     */
    setTopics(
      id: string,
      topics: readonly string[] | null,
      word: EditorsWord<ArticleRecord>,
    ): Promise<ArticleRecord>;
    /** What editors did to the topics of the article; newest first. */
    history(id: string, page: PageRequest): Promise<Page<TopicChangeRecord>>;
    /** Takes a change back; throws `conflict` where a later one builds on it. */
    undo(id: string, changeId: string, word: EditorsWord<ArticleRecord>): Promise<ArticleRecord>;
    /** Leaves a tombstone that says why: texts, statements, and speakers that nothing else names are erased. */
    remove(id: string, why?: Removal): Promise<void>;
    /** The same by the article's address, and with what waits under it; gives the id of the article, null where there was none. */
    withdraw(url: string, why: Removal): Promise<string | null>;
  };
  readonly held: HeldArticles;
  readonly rereading: Rereading;
  readonly statements: {
    /** With a moment, as it was then. */
    get(id: string, asOf?: Date): Promise<StatementRecord>;
    /** Only statements of current revisions. */
    list(filter: StatementFilter, sort: StatementSort, page: PageRequest): Promise<StatementPage>;
    /** Counts no further than one past `most`, if that is given. */
    count(filter: StatementFilter, most?: number): Promise<number>;
    /** How the statements that pass divide, the most frequent values first. */
    facets(filter: StatementFilter, names: readonly FacetName[]): Promise<Facets>;
    /** Why nothing passes, as far as that can be told, and what would find something. */
    advise(filter: StatementFilter): Promise<readonly Advice[]>;
    /** A speaker's statements by calendar interval (UTC), the latest first; only intervals that have some. */
    timeline(
      filter: TimelineFilter,
      interval: Interval,
      page: PageRequest,
    ): Promise<Page<TimelineEntry>>;
    /** What several publications printed of one speaker, occasion by occasion, the latest first. */
    compare(filter: CompareFilter): Promise<Comparison>;
    /** Says an editor's word; throws `conflict` where the current revision lacks the statement. */
    edit(
      id: string,
      edit: StatementEdit,
      word: EditorsWord<StatementRecord>,
    ): Promise<StatementRecord>;
    /** Takes a change back; throws `conflict` where a later one builds on it. */
    undo(
      id: string,
      changeId: string,
      word: EditorsWord<StatementRecord>,
    ): Promise<StatementRecord>;
    /** What editors did to it and to its topics; newest first. */
    history(
      id: string,
      page: PageRequest,
    ): Promise<Page<StatementChangeRecord | TopicChangeRecord>>;
    /** As for articles; lists, filters and counts go by them. */
    setTopics(
      id: string,
      topics: readonly string[] | null,
      word: EditorsWord<StatementRecord>,
    ): Promise<StatementRecord>;
  };
  readonly speakers: {
    /** Of a merged speaker the survivor, whose `id` is another one. With a moment, as it was counted then. */
    get(id: string, asOf?: Date): Promise<SpeakerRecord>;
    /** Where the merges of a speaker end: its own id, the survivor's, or null where there is no such speaker. */
    canonicalId(id: string): Promise<string | null>;
    /** By name or alias: accents and case folded, partial words; most statements first. */
    list(
      filter: { q?: string; type?: SpeakerRecord['type']; asOf?: Date },
      page: PageRequest,
    ): Promise<Page<SpeakerRecord>>;
    count(filter: { q?: string; type?: SpeakerRecord['type']; asOf?: Date }): Promise<number>;
    /** All speakers so called: the whole name or a whole alias, accents and case folded. */
    called(name: string): Promise<readonly SpeakerRecord[]>;
    /** The articles that name it and why each was taken to mean it; newest first. */
    articles(id: string, page: PageRequest): Promise<Page<SpeakerArticleRecord>>;
    /** What editors did to it and to those merged into it or split from it; newest first. */
    history(id: string, page: PageRequest): Promise<Page<SpeakerChangeRecord>>;
    /** Sets fields for good: articles leave them alone from then on. */
    edit(id: string, values: SpeakerChangeValues, word: EditorsWord): Promise<SpeakerEdited>;
    /**
     * Makes the speaker one with another: `into` stays with its id, name and type, or takes `from` up. The id of the one that
     * goes leads to the other for good. Throws `conflict` where the other has been merged itself.
     */
    merge(
      id: string,
      other: { readonly into: string } | { readonly from: string },
      word: EditorsWord,
    ): Promise<SpeakerEdited>;
    /** Takes statements away to a new speaker. Articles that name it so are linked to that one from then on. */
    split(id: string, parts: SplitParts, word: EditorsWord): Promise<SpeakerEdited>;
    /** Takes a change back; throws `conflict` where a later one builds on it. */
    undo(id: string, changeId: string, word: EditorsWord): Promise<SpeakerEdited>;
  };
  readonly authority: {
    /** Adds entries, or brings those that are there up to date. */
    importEntries(entries: readonly AuthorityEntry[]): Promise<AuthorityTally>;
  };
  readonly subjects: {
    get(id: string, asOf?: Date): Promise<SubjectRecord>;
    /** By name: accents and case folded, partial words; those named in most statements first. */
    list(
      filter: { q?: string; type?: SubjectRecord['type']; asOf?: Date },
      page: PageRequest,
    ): Promise<Page<SubjectRecord>>;
    count(filter: { q?: string; type?: SubjectRecord['type']; asOf?: Date }): Promise<number>;
    /** All subjects so called, themselves or as the speakers that they are. An id means that subject, or that speaker. */
    meant(idOrName: string): Promise<readonly SubjectRecord[]>;
  };
  readonly topics: {
    get(id: string, asOf?: Date): Promise<TopicRecord>;
    /** The whole tree, or what lies right under `parent`; parents before children. */
    list(
      filter: { parent?: string; q?: string; used?: boolean; asOf?: Date },
      page: PageRequest,
    ): Promise<Page<TopicRecord>>;
    count(filter: { parent?: string; q?: string; used?: boolean; asOf?: Date }): Promise<number>;
  };
  readonly lineages: {
    /** Throws `not-found` for an unknown statement. */
    ofStatement(id: string): Promise<LineageRecord>;
    /** Most publications first, then most statements. */
    list(filter: LineageFilter, page: PageRequest): Promise<Page<LineageSummaryRecord>>;
    count(filter: LineageFilter): Promise<number>;
  };
  readonly keys: {
    /** Makes a key; the secret is in this answer only, the store keeps its hash. */
    create(name: string): Promise<{ record: KeyRecord; secret: string }>;
    list(): Promise<readonly KeyRecord[]>;
    revoke(id: string): Promise<KeyRecord>;
    /** The live key with this secret, compared in constant time; null if there is none. */
    verify(secret: string): Promise<KeyRecord | null>;
  };
  /** What a claimed quotation is held against. */
  readonly verification: VerificationReads & {
    /** Statements by id; those that are gone are left out. */
    statements(ids: readonly string[]): Promise<ReadonlyMap<string, StatementRecord>>;
    /** Prints what was stored before there were prints, and links its lineages if asked to; says how many articles. */
    fill(lineages: boolean): Promise<number>;
  };
  /** Throws `unavailable` when the database does not answer. */
  ping(): Promise<void>;
  counts(): Promise<{ articles: number; statements: number; speakers: number }>;
  close(): Promise<void>;
}
