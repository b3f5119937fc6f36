// What the attribution step hands on: the spans that all later steps work on, and what the model thought of them.

import type { TaggedAttribution } from '../../tagging/types';
import type { Span } from '../types';

/** Which step found an attribution: the model, or one of the rules for what the model does not find. */
export type FoundBy =
  | 'model'
  | 'label' // REED: … , “…” — Jane Roe
  | 'quotation'; // a quotation that goes on with neither cue nor source

/** An attribution before it is known how sure it is. */
export type Unweighed = Omit<Attribution, 'confidence'>;

/** A cue, its source and its contents, as found in a text. */
export interface Attribution {
  readonly source: Span | null;
  readonly cue: Span | null;
  /** In text order, not overlapping, at least one. */
  readonly content: readonly Span[];
  readonly foundBy: FoundBy;
  readonly confidence: number;
  /** What the model found before any rule; null where a rule found it. */
  readonly tagged: TaggedAttribution | null;
}
