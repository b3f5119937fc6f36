// What is needed of a statement to cite it, and what a way of citing looks like. Types only.

import type { Form, Span, SpeakerType } from '../extraction/types';

export interface CitedQuote extends Span {
  readonly exact: string;
}

/** A statement with its article, as far as citations need it. */
export interface Citable {
  readonly id: string;
  readonly form: Form;
  /** The report is turned round ("denied", "did not say"): the content is not what the speaker claims. */
  readonly negated: boolean;
  readonly content: readonly CitedQuote[];
  readonly sentence: CitedQuote;
  /** Who spoke, in the article's own words: "Halvik", "she", "a senior official". */
  readonly source: string | null;
  readonly speakers: readonly { readonly name: string; readonly type: SpeakerType }[];
  readonly engine: { readonly name: string; readonly version: string };
  readonly createdAt: Date;
  readonly article: {
    readonly id: string;
    readonly url: string | null;
    readonly title: string | null;
    readonly publication: string | null;
    readonly byline: string | null;
    readonly publishedAt: Date | null;
    readonly revision: number;
    /** The revision's text; null where the format asked for does not need it. */
    readonly text: string | null;
  };
}

/** The list that statements are cited from. */
export interface ListAddress {
  /** Where this page is. */
  readonly page: string;
  /** The same without a cursor. */
  readonly list: string;
  readonly nextPage: string | null;
}

export type FormatName =
  'jsonld' | 'annotation' | 'csl-json' | 'bibtex' | 'ris' | 'apa' | 'mla' | 'chicago' | 'link';

/** One way of citing. */
export interface Format {
  readonly name: FormatName;
  /** What `Accept` asks for and `Content-Type` answers. */
  readonly mediaType: string;
  /** Whether `article.text` must be there. */
  readonly needsText: boolean;
  /** One statement; null where it cannot be cited so (a link into an article without an address). */
  one(statement: Citable, context: CitingContext): string | null | Promise<string>;
  /** A page of a list; null for formats that cite one statement at a time. */
  readonly many:
    | ((
        statements: readonly Citable[],
        context: Pick<CitingContext, 'base'>,
        at: ListAddress,
      ) => string)
    | null;
}

export interface CitingContext {
  /** Scheme, host and port under which the service was asked. */
  readonly base: string;
  readonly typesetter: Typesetter;
}

export type StyleName = 'apa' | 'mla' | 'chicago';

/** A work in the terms of CSL-JSON, the data model of citation styles. */
export interface CslItem {
  readonly id: string;
  readonly type: 'article-newspaper' | 'webpage';
  readonly title?: string;
  readonly author?: readonly CslName[];
  readonly 'container-title'?: string;
  readonly issued?: { readonly 'date-parts': readonly [readonly [number, number, number]] };
  readonly URL?: string;
  readonly language?: string;
  readonly annote?: string;
}

export type CslName =
  | { readonly family: string; readonly given: string; readonly 'non-dropping-particle'?: string }
  | { readonly literal: string };

/** A work set in a style: how running text refers to it, and its entry in the list of references. */
export interface TypesetReference {
  readonly inText: string;
  readonly entry: string;
}

/** Sets references in a citation style. Slow to start, so that it works in a thread of its own. */
export interface Typesetter {
  /** `lead` goes into the reference in the text: "(Halvik, as cited in Perrault, 2026)". */
  typeset(style: StyleName, work: CslItem, lead: string): Promise<TypesetReference>;
  close(): Promise<void>;
}
