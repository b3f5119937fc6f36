// The port of ingestion: what a submission is and what becomes of it. Types only.

import type { Extraction } from '../extraction/types';
import type { ArticleDraft, IdempotencyClaim, SavedArticle } from '../storage/store';
import type { TopicAssignment } from '../topics/types';

/** An article as someone hands it in. Exactly one of `text` and `html` is set; null means not known. */
export interface Submission {
  readonly format: ArticleDraft['format'];
  readonly url: string | null;
  readonly title: string | null;
  readonly publication: string | null;
  readonly byline: string | null;
  readonly publishedAt: Date | null;
  /** A BCP 47 tag, if the sender knows it; detected otherwise. */
  readonly language: string | null;
  readonly text: string | null;
  readonly html: string | null;
  /** Nothing of it may be seen before this moment; null or left out where it may be seen at once. */
  readonly embargoedUntil?: Date | null;
  /** What its publisher says of it (ninjs pubStatus); usable if left out. */
  readonly pubStatus?: 'usable' | 'withheld' | 'canceled';
}

/** What became of a submission: stored, waiting for the end of its embargo, or taken back by its publisher. */
export type Ingested =
  | SavedArticle
  | {
      readonly outcome: 'embargoed';
      readonly id: string;
      readonly until: Date;
      /** True where an earlier request with the same Idempotency-Key handed it in. */
      readonly replayed: boolean;
    }
  | {
      readonly outcome: 'withdrawn';
      readonly reason: 'withheld' | 'canceled';
      /** The stored article that is gone now; null where there was none. */
      readonly articleId: string | null;
    };

/** What extraction and topics make of a text; computed in a worker thread. */
export interface Analysis {
  readonly extraction: Extraction;
  readonly topics: TopicAssignment;
}

/** Everything that a submission would become, without having been stored. */
export interface Preview extends Analysis {
  readonly draft: ArticleDraft;
}

/** Worker threads: nothing here blocks the event loop. */
export interface AnalysisPool {
  /** Done when every thread has loaded its model; fails, saying what to do, where the model is missing or damaged. */
  ready(): Promise<void>;
  analyse(text: string): Promise<Analysis>;
  /** Readable text and metadata of an HTML page. Throws `invalid-input` where there is no readable text. */
  readHtml(html: string, url: string | null): Promise<ReadableArticle>;
  close(): Promise<void>;
}

/** What a web page says of itself, with its readable text; paragraphs are separated by one blank line. */
export interface ReadableArticle {
  readonly text: string;
  readonly url: string | null;
  readonly title: string | null;
  readonly publication: string | null;
  readonly byline: string | null;
  readonly publishedAt: Date | null;
  readonly language: string | null;
}

export interface Ingestion {
  /** Reads, checks, extracts and stores. The same content again gives `unchanged` and the article that is there. */
  ingest(submission: Submission, claim: IdempotencyClaim | null): Promise<Ingested>;
  /** Stores what was held back and may be seen by now; gives how many articles. What fails stays held and is told to `failed`. */
  release(failed?: (error: Error) => void): Promise<number>;
  /** The same without storing anything. */
  preview(submission: Submission): Promise<Preview>;
}
