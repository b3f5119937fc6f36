// Changes as they are read: rows of the history.

import type { SpeakerChangeRecord, SpeakerChangeValues } from '../records';

// What undoing a split needs is one entry a statement; history shows only how many there are.
export const CHANGE_COLUMNS = `
  c.id, c.kind, c.speaker_id, c.other_id, c.by, c.note, c.at, c.before - 'rows' - 'callings' AS before, c.after, c.undone_by, c.undone_note, c.undone_at`;

export interface ChangeRow {
  readonly id: string;
  readonly kind: 'edit' | 'merge' | 'split';
  readonly speaker_id: string;
  readonly other_id: string | null;
  readonly by: string;
  readonly note: string | null;
  readonly at: Date;
  readonly before: { readonly values?: SpeakerChangeValues };
  readonly after: { readonly values?: SpeakerChangeValues; readonly statementCount?: number };
  readonly undone_by: string | null;
  readonly undone_note: string | null;
  readonly undone_at: Date | null;
}

/** The plain record of a row. */
export function toChange(row: ChangeRow): SpeakerChangeRecord {
  const { undone_by: by, undone_note: note, undone_at: at } = row;
  return {
    id: row.id,
    kind: row.kind,
    speakerId: row.speaker_id,
    otherId: row.other_id,
    by: row.by,
    note: row.note,
    at: row.at,
    before: row.before.values ?? null,
    after: row.after.values ?? null,
    statementCount: row.after.statementCount ?? null,
    undone: at === null || by === null ? null : { by, note, at },
  };
}
