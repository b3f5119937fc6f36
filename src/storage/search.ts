// The port of search: how statements are chosen, and what else can be asked of many at once. Types only.

import type { CueClass, Form } from '../extraction/types';
import type { Quote, ReviewState, StatementRecord } from './records';

export interface StatementFilter {
  /** Any of these speakers. An empty list matches nothing. */
  readonly speakerIds?: readonly string[];
  /** The name that led to `speakerIds`: cursors are bound to it, so that a new namesake does not end the paging. */
  readonly speakerName?: string;
  /** Any of these subjects is named in the content. An empty list matches nothing. */
  readonly subjectIds?: readonly string[];
  /** The name or id that led to `subjectIds`: cursors are bound to it. */
  readonly mentions?: string;
  /** This topic or a narrower one. */
  readonly topicId?: string;
  readonly articleId?: string;
  /** Case-insensitive, whole name. */
  readonly publication?: string;
  readonly form?: Form;
  /** A cue lemma ("say"). */
  readonly cue?: string;
  readonly cueClass?: CueClass;
  /** Words, websearch syntax (quoted phrases, OR, -minus), and `govern*` for words that begin so. */
  readonly q?: string;
  /** Where `q` looks; the content alone if left out. */
  readonly searchIn?: readonly SearchPlace[];
  /** Every single word of `q` is the beginning of one. */
  readonly prefix?: boolean;
  readonly negated?: boolean;
  readonly hedged?: boolean;
  /** Stands within another statement's content. */
  readonly nested?: boolean;
  /** In its content, in digits or in words. */
  readonly hasNumber?: boolean;
  /** Some of its content stands in quotation marks. */
  readonly hasQuotation?: boolean;
  /** From 0 to 1, in hundredths. */
  readonly minConfidence?: number;
  readonly review?: ReviewState;
  /** Half-open range of the statement's date (publication date, else the date it was stored). */
  readonly from?: Date;
  readonly to?: Date;
  /** Not older than so many times 24 hours. */
  readonly maxAgeDays?: number;
  /** What held at this moment, instead of what holds now. */
  readonly asOf?: Date;
}

export type SearchPlace = 'content' | 'sentence' | 'title';

/**
 * A minus means the highest first: the newest by date, the closest by relevance. `position` is text order and needs
 * `articleId`; relevance needs `q`.
 */
export type StatementSort =
  '-date' | 'date' | 'position' | '-relevance' | 'relevance' | 'confidence';

export interface Highlight extends Quote {
  readonly place: SearchPlace;
}

export type FacetName =
  'speaker' | 'topic' | 'publication' | 'form' | 'year' | 'cueClass' | 'review';

export interface Facets {
  /** Statements that were divided: all that pass, or the newest of them. */
  readonly counted: number;
  readonly exact: boolean;
  readonly values: Readonly<Partial<Record<FacetName, readonly FacetValue[]>>>;
}

export interface FacetValue {
  /** What to filter by: an id, a name, a year. */
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

/** What callers call the parts of a filter that narrow it. */
export type FilterName =
  | 'speaker'
  | 'mentions'
  | 'topic'
  | 'publication'
  | 'form'
  | 'cue'
  | 'cueClass'
  | 'negated'
  | 'hedged'
  | 'nested'
  | 'hasNumber'
  | 'hasQuotation'
  | 'minConfidence'
  | 'review'
  | 'from'
  | 'to'
  | 'maxAgeDays';

/** Why nothing was found, and a change to the question that finds something; none if nothing is known to. */
export interface Advice {
  readonly reason:
    | 'no-words'
    | 'unknown-word'
    | 'similar-word'
    | 'not-together'
    | 'elsewhere'
    | 'speaker-name'
    | 'similar-speaker'
    | 'filtered-out';
  /** The word, name or filter that it is about. */
  readonly word: string | null;
  /** The word or name that is stored. */
  readonly instead: string | null;
  readonly change: Readonly<{
    /** Null takes it out. */
    q?: string | null;
    searchIn?: readonly SearchPlace[];
    speaker?: string;
    drop?: FilterName;
    /** Everything but the words is taken out. */
    onlyWords?: true;
  }>;
}

export type Interval = 'day' | 'week' | 'month' | 'year';

export interface TimelineFilter {
  readonly speakerId: string;
  readonly topicId?: string;
  readonly from?: Date;
  readonly to?: Date;
}

export interface TimelineEntry {
  readonly start: Date;
  /** Not included. */
  readonly end: Date;
  readonly count: number;
  /** The latest few. */
  readonly statements: readonly StatementRecord[];
}

export interface CompareFilter {
  /** One person by all the ids that a name led to. */
  readonly speakerIds: readonly string[];
  readonly topicId?: string;
  readonly publications: readonly string[];
  readonly from?: Date;
  readonly to?: Date;
}

export interface Comparison {
  readonly occasions: readonly Occasion[];
  /** False where only the newest statements were compared. */
  readonly complete: boolean;
  /** Statements that were compared. */
  readonly compared: number;
}

export interface Occasion {
  readonly from: Date;
  readonly to: Date;
  /** What holds its articles together. */
  readonly heldBy: 'words' | 'day' | 'article';
  /** Statements by publication, in the order of the question; none where it printed nothing. */
  readonly printed: readonly {
    readonly publication: string;
    readonly statements: readonly StatementRecord[];
  }[];
  /** Statements of different publications that say the same in mostly the same words. */
  readonly alike: readonly (readonly string[])[];
}
