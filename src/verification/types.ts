// The vocabulary of verification: claims, what is stored, findings. Types only.

import type { Form, Span, SpeakerType } from '../extraction/types';

/** A word or number as it is compared. */
export interface Word extends Span {
  /** Lower case, plain apostrophes, no soft hyphens; numbers without separators of thousands. */
  readonly key: string;
  readonly printed: string;
  /** What stands between the word before and this one. */
  readonly before: string;
}

/** A word of something stored. */
export interface SourceWord extends Word {
  /** Inside quotation marks: the speaker's own word. */
  readonly quoted: boolean;
  /** Inside square brackets: put in by an editor, so that it may be left out. */
  readonly inserted: boolean;
}

/** What stands before a piece of a claim: nothing, a mark of omission, a reporter's words, an editor's insertion. */
export type Joint = 'start' | 'ellipsis' | 'split' | 'bracket';

/** Words of a claim that must stand together. */
export interface Piece {
  readonly joint: Joint;
  /** The words of the bracket before it, if there is one. */
  readonly inserted: readonly string[];
  readonly words: readonly Word[];
}

/** A quotation whose truth is asked for. */
export interface Claim {
  readonly text: string;
  readonly pieces: readonly Piece[];
  /** True where a bracket stands anywhere in it, also at its end. */
  readonly hasBrackets: boolean;
}

export interface StoredSpeaker {
  readonly id: string;
  readonly name: string;
  readonly type: SpeakerType;
  readonly aliases: readonly string[];
}

/** A stored statement that may hold the words. */
export interface StoredQuotation {
  readonly id: string;
  readonly form: Form;
  readonly articleId: string;
  readonly date: Date;
  readonly content: readonly (Span & { readonly exact: string })[];
  /** Where the last sentence ends that has any of it, or of what tells who said it; 0 where that is not known. */
  readonly sentenceEnd: number;
  readonly speakers: readonly StoredSpeaker[];
}

/** The text of a stored article that may hold the words. */
export interface StoredText {
  readonly articleId: string;
  readonly revision: number;
  readonly date: Date;
  readonly text: string;
}

/** How candidates are asked for: hashes of groups of words, or the words where there are too few. */
export interface Wanted {
  readonly prints: readonly number[];
  readonly words: string;
  readonly speakerIds: readonly string[];
}

/** What verification reads from storage. */
export interface VerificationReads {
  /** Statements that share most with the words, those that hold all of them first. */
  candidates(wanted: Wanted): Promise<readonly StoredQuotation[]>;
  /** Texts of current revisions that share most with the words. */
  texts(wanted: Wanted): Promise<readonly StoredText[]>;
  /** How many live articles there are to find anything in. */
  articlesSearched(): Promise<number>;
}

export type Verdict =
  | 'verbatim'
  | 'altered'
  | 'stitched'
  | 'misattributed'
  | 'paraphrase-only'
  | 'unattributed'
  | 'not-found';

/** Whether the stored words are by whom the claim credits. */
export type SpeakerCheck = 'same' | 'other' | 'unresolved' | 'not-given';

/** Whom a claim credits: names that the person bears, and stored ids of theirs. */
export interface Credited {
  readonly names: readonly string[];
  readonly ids: readonly string[];
}

/** A step of the word diff from what is stored to what is claimed. */
export interface DiffStep {
  readonly op: 'same' | 'removed' | 'added';
  readonly words: string;
}

/** A difference that changes, or may change, what was said. */
export interface Change {
  readonly kind: 'number' | 'negation' | 'name' | 'words';
  readonly stored: string;
  readonly claimed: string;
}

export interface StatementEvidence {
  readonly id: string;
  readonly articleId: string;
  /** Where the words stand in the text of the article. */
  readonly matched: readonly Span[];
  /** 1 where every word is the same. */
  readonly similarity: number;
  readonly speaker: SpeakerCheck;
}

export interface PassageEvidence {
  readonly articleId: string;
  readonly revision: number;
  readonly span: Span;
  readonly exact: string;
  /** Stands in quotation marks there. */
  readonly quoted: boolean;
}

export interface Finding {
  readonly verdict: Verdict;
  readonly speaker: SpeakerCheck;
  readonly elided: boolean;
  readonly bracketed: boolean;
  /** What did not count, but differs from the first evidence. */
  readonly ignored: readonly ('capitals' | 'punctuation')[];
  /** 1 where every word is the same; null where nothing was found. */
  readonly similarity: number | null;
  readonly diff: readonly DiffStep[];
  readonly changes: readonly Change[];
  /** Best first. */
  readonly statements: readonly StatementEvidence[];
  readonly passages: readonly PassageEvidence[];
}
