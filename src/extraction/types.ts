// The vocabulary of extraction: what goes between its steps and out of its door. Types only.

/** A half-open range of UTF-16 code units in the text: `text.slice(start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** `direct`: all content in quotation marks; `indirect`: none; `mixed`: some. */
export type Form = 'direct' | 'indirect' | 'mixed';

/** A phrase of a content, and whose words it is in: the speaker's, as printed, or the reporter's. */
export interface Segment extends Span {
  readonly words: 'speaker' | 'reporter';
}

/** Readings of a statement that came second; each `confidence`, at most 0.5, is against the chosen reading alone. */
export interface Alternatives {
  /** Other words for who spoke. */
  readonly source: readonly (Span & { readonly confidence: number })[];
  /** Contents that start or end elsewhere. */
  readonly content: readonly { readonly spans: readonly Span[]; readonly confidence: number }[];
}

/** What the cue does with the content, as far as its verb (or phrase) tells. */
export type CueClass =
  | 'report' // said, told, according to
  | 'claim' // claimed, alleged, argued, insisted
  | 'denial' // denied, rejected, disputed
  | 'demand' // demanded, urged, called for, ordered
  | 'promise' // promised, pledged, vowed
  | 'praise' // praised, hailed, welcomed, voiced support for
  | 'criticism' // criticised, condemned, accused
  | 'belief' // thinks, believes, hopes, expects
  | 'question' // asked, wondered
  | 'agreement' // agreed, confirmed, acknowledged
  | 'warning' // warned, cautioned
  | 'announcement' // announced, declared, revealed
  | 'refusal'; // declined to comment, refused to say

/** What kind of thing speaks. */
export type SpeakerType = 'person' | 'organisation' | 'document' | 'group' | 'unnamed';

/** The reporting words, with the lexicon's entry for them. */
export interface Cue extends Span {
  readonly lemma: string;
  readonly class: CueClass;
}

/** A speaker of this article: an entity that at least one statement is attributed to. */
export interface ArticleSpeaker {
  /** The fullest name that the article prints; for `unnamed` the source words ("a senior official"). */
  readonly name: string;
  readonly type: SpeakerType;
  /** Other forms that the article uses for it as a name: "Tokayev", "the WHO". */
  readonly aliases: readonly string[];
  /** The role as printed, where the article says it: "spokesman for the Indonesian military". */
  readonly role: string | null;
}

/** How a statement was linked to one of the article's speakers. */
export interface SpeakerLink {
  /** Index into `Extraction.speakers`. */
  readonly speaker: number;
  /** The resolver that answered: "full-name", "surname", "pronoun", … */
  readonly resolvedBy: string;
  /** The chain of mentions from the source words to the name, nearest first; the last one is the name as printed. */
  readonly mentions: readonly Span[];
  /** 0 to 1. */
  readonly confidence: number;
}

/** Someone who may be meant, but not surely enough to be given as the speaker. */
export interface SpeakerCandidate {
  readonly name: string;
  readonly type: SpeakerType;
  readonly resolvedBy: string;
  /** As in `SpeakerLink`. */
  readonly mentions: readonly Span[];
  /** 0 to 1; below the confidence from which a name is given. */
  readonly confidence: number;
}

/** What kind of thing a statement names. */
export type SubjectType = 'person' | 'organisation' | 'place' | 'law' | 'work';

/** Someone or something that the content of at least one statement names. */
export interface ArticleSubject {
  /** The fullest name that the article prints; for countries the usual one ("United States" for "the US"). */
  readonly name: string;
  readonly type: SubjectType;
  /** Other forms that the article uses for it as a name. */
  readonly aliases: readonly string[];
  /** Index into `Extraction.speakers` where it is one of the article's speakers; null for all others. */
  readonly speaker: number | null;
}

/** Where the content of a statement names a subject. */
export interface SubjectLink {
  /** Index into `Extraction.subjects`. */
  readonly subject: number;
  /** Every place where the content names it, in text order. */
  readonly spans: readonly Span[];
}

/** An attribution with everything the text says about it. */
export interface ExtractedStatement {
  readonly form: Form;
  /** One or more spans, in text order, not overlapping. Quotation marks belong to the span. */
  readonly content: readonly Span[];
  /** All words of the contents, in text order; the quotation marks around a phrase belong to no segment. */
  readonly segments: readonly Segment[];
  /** The words that name who spoke; null where the text has none. */
  readonly source: Span | null;
  /** The reporting words; null for quotations that go on without one. */
  readonly cue: Cue | null;
  /** None (unresolved), one, or several (a joint source). */
  readonly speakers: readonly SpeakerLink[];
  /** Who may be meant where no name is sure enough, the likeliest first; never a speaker. */
  readonly candidates: readonly SpeakerCandidate[];
  /** Whom and what the content names, as they come in the text. */
  readonly subjects: readonly SubjectLink[];
  /** The words that negate the report ("did not say", "denied"); null where it is affirmed. */
  readonly negation: Span | null;
  /** The words that weaken the report ("reportedly"); null where there are none. */
  readonly hedge: Span | null;
  /** Index of the statement within whose content this one stands; null for outermost ones. */
  readonly parent: number | null;
  readonly alternatives: Alternatives;
  /** From the start of the first to the end of the last sentence that source, cue and content touch. */
  readonly sentence: Span;
  /** 0 to 1: how sure the engine is that this is a statement with these spans. */
  readonly confidence: number;
}

/** What `extract` gives for one text. Statements are in text order (first content start, then end). */
export interface Extraction {
  readonly engine: { readonly name: string; readonly version: string };
  readonly speakers: readonly ArticleSpeaker[];
  readonly subjects: readonly ArticleSubject[];
  readonly statements: readonly ExtractedStatement[];
}

/** A source, a cue and contents as a reader has marked them. */
export interface Marked {
  readonly source: Span | null;
  readonly cue: Span | null;
  /** In text order, not overlapping, at least one. */
  readonly content: readonly Span[];
}

/** An attribution without those who speak or are spoken of. */
export type Reading = Pick<
  ExtractedStatement,
  'form' | 'content' | 'segments' | 'source' | 'cue' | 'negation' | 'hedge' | 'sentence'
>;
