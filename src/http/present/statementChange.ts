// Changes of a statement → the contract's StatementChange.

import type { StatementChangeRecord, StatementValues } from '../../storage/records';
import type { components } from '../contract';
import { presentQuote } from './statement';

type Schemas = components['schemas'];

export function presentStatementChange(change: StatementChangeRecord): Schemas['StatementChange'] {
  const { undone } = change;
  return {
    id: change.id,
    statement: change.statementId,
    kind: change.kind,
    by: change.by,
    note: change.note,
    at: change.at.toISOString(),
    before: presentValues(change.before),
    after: presentValues(change.after),
    undone: undone && { by: undone.by, note: undone.note, at: undone.at.toISOString() },
    links: {
      undo:
        undone === null ? `/v1/statements/${change.statementId}/history/${change.id}/undo` : null,
    },
  };
}

function presentValues(values: StatementValues): Schemas['StatementValues'] {
  const { review, form, content, source, cue, speakers } = values;
  return {
    review,
    form,
    content: content.map(presentQuote),
    source: source && presentQuote(source),
    cue: cue && { ...presentQuote(cue), lemma: cue.lemma, class: cue.class },
    speakers: speakers.map(({ id, name, type }) => ({ id, name, type })),
  };
}
