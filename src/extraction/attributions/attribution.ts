// What the attribution step hands on. A learned tagger can take the step's place: these spans are all that later steps need.

import type { Span } from '../types';

/** Which rule found an attribution; each has its own measured precision (confidence.ts). */
export type Rule =
  | 'clause' // X said that …
  | 'quotation' // X said: "…"
  | 'infinitive' // X pledged to …
  | 'question' // X asked whether …
  | 'object' // X called for …
  | 'fronted-quotation' // "…," X said
  | 'fronted-clause' // …, X said
  | 'inverted' // "…," said X
  | 'according-to' // according to X, …
  | 'label' // X: … , “…” — X
  | 'uncued'; // a quotation with neither cue nor source

/** A cue, its source and its contents, as found in a text. */
export interface Attribution {
  readonly source: Span | null;
  readonly cue: Span | null;
  /** In text order, not overlapping, at least one. */
  readonly content: readonly Span[];
  readonly rule: Rule;
  readonly confidence: number;
}
