// The port of the learned part: what extraction is handed. Types only; extraction may import this file and no other.

/** A half-open range of UTF-16 code units in the text: `text.slice(start, end)`. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/** Probabilities (0 to 1) that the model gives to what it decided; what `confidence` is computed from. */
export interface AttributionScores {
  /** That the cue is a cue, with exactly these words. */
  readonly cue: number;
  /** That the source is exactly these words; where there is none, that there is none. */
  readonly source: number;
  /** That the content is exactly these words (the least certain of its spans). */
  readonly content: number;
  /** That a word taken for content is content, averaged over the words: high where only the border is in doubt. */
  readonly contentWords: number;
  /** The same for the words of the source; 1 where there is none. */
  readonly sourceWords: number;
  /** How much of the content found and of the right one is expected to be in both (Jaccard, in words). */
  readonly contentOverlap: number;
}

/** A reading that came second; `odds` is its probability over that of the chosen reading, at most 1. */
export interface Alternative {
  readonly source: TextSpan | null;
  readonly content: readonly TextSpan[];
  readonly odds: number;
}

/** One attribution as the model finds it, before any rule. */
export interface TaggedAttribution {
  readonly cue: TextSpan;
  /** The words that name who spoke; null where the model finds none. */
  readonly source: TextSpan | null;
  /** At least one span, in text order, not overlapping. */
  readonly content: readonly TextSpan[];
  readonly scores: AttributionScores;
  /** The best reading with another source, and the best one whose content starts or ends elsewhere. */
  readonly alternatives: {
    readonly source: Alternative | null;
    readonly content: Alternative | null;
  };
}

/** What the text says of an attribution besides the scores; each is a number that a weight belongs to. */
export type TextSignal = 'speech' | 'noSource' | 'nested' | 'direct' | 'mixed' | 'contentLength';

/** How scores and text make a confidence: a logistic regression, fitted together with the weights of the network. */
export interface Calibration {
  readonly bias: number;
  /** Of the logarithm of each score's odds. */
  readonly weights: Readonly<Record<keyof AttributionScores, number>>;
  readonly text: Readonly<Record<TextSignal, number>>;
  /** Below this confidence an attribution is more often wrong than it is worth. */
  readonly least: number;
  /** From this confidence on, 97 of 100 are right. */
  readonly safe: number;
}

/** A loaded model. Deterministic; never throws on any string. */
export interface Tagger {
  readonly model: { readonly name: string; readonly version: string };
  readonly calibration: Calibration;
  /** Which library runs the network: the native one, or WebAssembly where that is missing. */
  readonly runtime: 'native' | 'wasm';
  /** The attributions of a text, in the order of their cues. Rejects once `mayGoOn`, asked now and then, says no. */
  tag(text: string, mayGoOn?: () => boolean): Promise<readonly TaggedAttribution[]>;
  /** Frees the network's memory; the tagger cannot be used afterwards. */
  close(): Promise<void>;
}
