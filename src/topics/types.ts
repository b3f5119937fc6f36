// The vocabulary of topics. Types only.

/** An IPTC Media Topic given to a text; `id` is the eight digits of its qcode `medtop:<id>`. */
export interface TopicScore {
  readonly id: string;
  /** 0 to 1. */
  readonly confidence: number;
}

/** Topics of one article and of each of its statements (same order as the statements). */
export interface TopicAssignment {
  readonly article: readonly TopicScore[];
  readonly statements: readonly (readonly TopicScore[])[];
}
