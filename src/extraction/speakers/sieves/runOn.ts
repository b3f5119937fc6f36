// "…,” Halvik said. He sat down.¶“This tree will outlive us both.”": a quotation without source goes on from the words before.

import type { Attribution } from '../../attributions/attribution';
import { type Document, quotationAt, tokensIn } from '../../document';
import type { Quotation } from '../../quotations/quotations';
import type { Answer, Article } from '../sieve';

const FURTHEST_SENTENCES = 3;

/** The speakers of the latest statement, where nobody is named between it and a quotation that has neither cue nor source. */
export function byRunOn(article: Article, attribution: Attribution): readonly Answer[] | null {
  if (attribution.source !== null || attribution.cue !== null) return null;
  const { document, index, resolved } = article;
  const before = resolved.at(-1);
  const { first } = tokensIn(document, attribution.content[0]!);
  const sentence = document.tokens[first]?.sentence ?? 0;
  if (before === undefined || sentence - before.sentence > FURTHEST_SENTENCES) return null;
  const between = document.sentences[before.sentence]!.last;
  if (index.between(between, first).length > 0) return null;
  // "“First paragraph.¶“Second.”": the mark is opened again, so that whoever spoke goes on
  const reopened = quotationAt(document, attribution.content[0]!.start)?.continues ?? null;
  const share = reopened === null ? 0.8 : 0.98;
  return before.answers.map((answer) => ({ ...answer, confidence: answer.confidence * share }));
}

/**
 * "“It was late.¶“We had to go,” she said": a quotation without a source that the next paragraph's goes on with, and whose
 * speaker stands there. Pairs of the two, the last first, so that a chain of paragraphs takes its speaker from the end.
 */
export function goingOn(
  document: Document,
  attributions: readonly Attribution[],
): (readonly [open: number, behind: number])[] {
  const behind = new Map<number, number>();
  const open: (readonly [attribution: number, quotation: Quotation])[] = [];
  attributions.forEach(({ source, cue, content }, i) => {
    const quotation = quotationAt(document, content[0]!.start);
    if (quotation === undefined) return;
    if (quotation.continues !== null)
      behind.set(document.quotations[quotation.continues]!.start, i);
    if (source === null && cue === null && !quotation.closed) open.push([i, quotation]);
  });
  return open
    .map(([i, { start }]) => [i, behind.get(start) ?? -1] as const)
    .filter(([, next]) => next >= 0)
    .reverse();
}
