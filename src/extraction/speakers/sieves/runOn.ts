// "…,” Halvik said. He sat down.¶“This tree will outlive us both.”": a quotation without source goes on from the words before.

import type { Attribution } from '../../attributions/attribution';
import { tokensIn } from '../../document';
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
  return before.answers.map((answer) => ({ ...answer, confidence: answer.confidence * 0.8 }));
}
