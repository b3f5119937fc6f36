// A comparison of two revisions → the contract's RevisionDiff.

import type { RevisionComparison } from '../../storage/records';
import { diffTexts, diffWords } from '../../verification/textDiff';
import type { components } from '../contract';
import { presentStatement, readable } from './statement';

type Schemas = components['schemas'];

/** Of an excerpted article the texts are left out: their difference would show all of both. */
export async function presentRevisionDiff(
  { from, to, texts, statements }: RevisionComparison,
  excerpted: boolean,
): Promise<Schemas['RevisionDiff']> {
  const runs = excerpted ? [] : await diffTexts(texts.before, texts.after);
  return {
    from,
    to,
    excerpted,
    text: runs.map(({ op, before, after, exact }) => ({ op, before, after, exact })),
    statements: statements.map(({ fate, before, after }) => ({
      fate,
      before: before && presentStatement(before),
      after: after && presentStatement(after),
      diff:
        fate === 'changed' && before !== null && after !== null
          ? diffWords(readable(before.content), readable(after.content)).map(({ op, exact }) => ({
              op,
              words: exact,
            }))
          : [],
    })),
  };
}
