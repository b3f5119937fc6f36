// W3C Web Annotation: each span of the content by its words and by its place. Places count in the stored text, the
// words alone lead to the published page, whose characters before them nobody has counted.

import { codePointCounter } from '../codePoints';
import type { Citable, CitingContext, Format } from '../types';
import { noteOf } from '../work';

const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';
/** As much context as a statement's own anchor has, in code units. */
const NEARBY = 32;

interface TextQuoteSelector {
  readonly type: 'TextQuoteSelector';
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

interface TextPositionSelector {
  readonly type: 'TextPositionSelector';
  readonly start: number;
  readonly end: number;
}

type Selector = TextQuoteSelector | TextPositionSelector;

interface SpecificResource {
  readonly type: 'SpecificResource';
  readonly source: { readonly id: string; readonly type: 'Text'; readonly format: string };
  readonly selector: Selector | readonly Selector[];
}

export const annotation: Format = {
  name: 'annotation',
  mediaType: `application/ld+json; profile="${CONTEXT}"`,
  needsText: true,
  one: (statement, context) =>
    JSON.stringify({ '@context': CONTEXT, ...annotationOf(statement, context, new Map()) }),
  many(statements, context, { page, list, nextPage }) {
    const counters: Counters = new Map();
    return JSON.stringify({
      '@context': CONTEXT,
      id: page,
      type: 'AnnotationPage',
      partOf: { id: list, type: 'AnnotationCollection' },
      ...(nextPage === null ? {} : { next: nextPage }),
      items: statements.map((statement) => annotationOf(statement, context, counters)),
    });
  },
};

type Base = Pick<CitingContext, 'base'>;

/** By the address of the text: statements of one article share the count of its long characters. */
type Counters = Map<string, (offset: number) => number>;

function annotationOf(statement: Citable, context: Base, counters: Counters): object {
  return {
    id: `urn:uuid:${statement.id}`,
    type: 'Annotation',
    motivation: 'describing',
    created: statement.createdAt.toISOString(),
    generator: {
      id: `urn:verbatim:engine:${statement.engine.name}:${statement.engine.version}`,
      type: 'Software',
      name: `${statement.engine.name} ${statement.engine.version}`,
    },
    body: {
      type: 'TextualBody',
      value: noteOf(statement),
      format: 'text/plain',
      language: 'en',
      purpose: 'describing',
    },
    target: targetsOf(statement, context, counters),
  };
}

function targetsOf(
  { article, content }: Citable,
  { base }: Base,
  counters: Counters,
): SpecificResource[] {
  const text = article.text ?? '';
  const stored = {
    id: `${base}/v1/articles/${article.id}/text?revision=${article.revision}`,
    type: 'Text',
    format: 'text/plain',
  } as const;
  const pointAt = counters.get(stored.id) ?? codePointCounter(text);
  counters.set(stored.id, pointAt);
  return content.flatMap(({ start, end, exact }): SpecificResource[] => {
    const quote: TextQuoteSelector = {
      type: 'TextQuoteSelector',
      exact,
      prefix: whole(text.slice(Math.max(0, start - NEARBY), start)),
      suffix: whole(text.slice(end, end + NEARBY)),
    };
    const position: TextPositionSelector = {
      type: 'TextPositionSelector',
      start: pointAt(start),
      end: pointAt(end),
    };
    const inText: SpecificResource = {
      type: 'SpecificResource',
      source: stored,
      selector: [quote, position],
    };
    if (article.url === null) return [inText];
    const source = { id: article.url, type: 'Text', format: 'text/html' } as const;
    return [inText, { type: 'SpecificResource', source, selector: quote }];
  });
}

/** Without the half of an emoji that the cut may have left at either end. */
function whole(context: string): string {
  return context.replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, '');
}
