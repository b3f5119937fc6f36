// A whole draft → the quotations in it, each with whom the draft credits.

import { findQuotations } from '../extraction/quotations/quotations';
import { findParagraphs } from '../extraction/sentences/paragraphs';
import type { ExtractedStatement, Extraction, Span } from '../extraction/types';
import { claimOf } from './claim';
import type { Claim } from './types';
import { readWords } from './words';

/** A quotation of a draft. */
export interface DraftClaim {
  readonly claim: Claim;
  /** Where it stands in the draft, quotation marks included. */
  readonly spans: readonly Span[];
  /** Indices into `Extraction.speakers`. */
  readonly speakers: readonly number[];
}

/** Shorter ones that nobody is credited with are titles and words held at arm's length: the “reform”. */
const LEAST_WORDS_ALONE = 4;

/** The quotations of a draft in text order: those of its statements, and others that are long enough to be one. */
export function findClaims(text: string, extraction: Extraction): DraftClaim[] {
  const quotations = findQuotations(text, findParagraphs(text)).filter(({ depth }) => depth === 0);
  const taken = new Set<number>();
  const claims: DraftClaim[] = [];
  // Inner statements first: of nested ones the innermost is the one whose words they are.
  const innermost = extraction.statements.toSorted(
    (a, b) => depthOf(b, extraction) - depthOf(a, extraction),
  );
  for (const statement of innermost) {
    if (statement.form === 'indirect') continue;
    const own = quotations.flatMap((quotation, i) =>
      !taken.has(i) && statement.content.some((span) => overlaps(span, quotation)) ? [i] : [],
    );
    own.forEach((i) => taken.add(i));
    const speakers = statement.speakers.map(({ speaker }) => speaker);
    const groups = statement.form === 'direct' ? [own] : own.map((i) => [i]);
    for (const group of groups) claims.push(...toClaim(group, speakers));
  }
  quotations.forEach(({ inner }, i) => {
    if (!taken.has(i) && readWords(text, inner).length >= LEAST_WORDS_ALONE)
      claims.push(...toClaim([i], []));
  });
  return claims.sort((a, b) => a.spans[0]!.start - b.spans[0]!.start);

  function toClaim(indices: readonly number[], speakers: readonly number[]): DraftClaim[] {
    const parts = indices.map((i) => quotations[i]!);
    const inners = parts.map(({ inner }) => inner);
    const claim = claimOf(text, inners);
    if (claim.pieces.length === 0) return [];
    const spans = parts.map(({ start, end }) => ({ start, end }));
    return [{ claim, spans, speakers }];
  }
}

function depthOf(statement: ExtractedStatement, { statements }: Extraction): number {
  let depth = 0;
  let at = statement.parent;
  while (at !== null && depth < statements.length) {
    depth += 1;
    at = statements[at]?.parent ?? null;
  }
  return depth;
}

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
