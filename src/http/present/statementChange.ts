// Changes of a statement → the contract's StatementChange.

import type { StatementChangeRecord, StatementValues } from '../../storage/records';
import type { components } from '../contract';
import { cutTo } from '../excerpts';
import { presentQuote } from './statement';
import { presentUndone } from './undone';

type Schemas = components['schemas'];

/** With as much of the words as its publication lets be shown; null where it sets no limit. */
export function presentStatementChange(
  change: StatementChangeRecord,
  limit: number | null,
): Schemas['StatementChange'] {
  const { undone } = change;
  return {
    id: change.id,
    statement: change.statementId,
    kind: change.kind,
    by: change.by,
    note: change.note,
    at: change.at.toISOString(),
    before: presentValues(change.before, limit),
    after: presentValues(change.after, limit),
    undone: presentUndone(undone),
    links: {
      undo:
        undone === null ? `/v1/statements/${change.statementId}/history/${change.id}/undo` : null,
    },
  };
}

function presentValues(values: StatementValues, limit: number | null): Schemas['StatementValues'] {
  const { review, form, content, source, cue, speakers } = values;
  const shown = limit === null ? content : cutTo(content, limit);
  return {
    review,
    form,
    content: shown.map(presentQuote),
    excerpted: shown.at(-1)?.end !== content.at(-1)?.end,
    source: source && presentQuote(source),
    cue: cue && { ...presentQuote(cue), lemma: cue.lemma, class: cue.class },
    speakers: speakers.map(({ id, name, type }) => ({ id, name, type })),
  };
}
