// Statements as verification and lineage compare them: their content and speakers, nothing else.

import type { StoredQuotation } from '../../verification/types';

// Aliases are few: a hundred names of one organisation would only make a row long.
const COLUMNS = `s.id, s.form, s.article_id, s.date,
  (SELECT json_agg(json_build_array(p.starts, p.ends, p.exact) ORDER BY p.ordinal)
   FROM span p WHERE p.statement_id = s.id AND p.role = 'content') AS content,
  (SELECT max(p.ends) FROM span p WHERE p.statement_id = s.id AND p.role = 'sentence') AS sentence_end,
  (SELECT json_agg(json_build_array(k.id, k.name, k.type, (SELECT json_agg(n.name) FROM
     (SELECT name FROM speaker_name WHERE speaker_id = k.id ORDER BY uses DESC, folded LIMIT 20) n)) ORDER BY l.ordinal)
   FROM statement_speaker l JOIN speaker k ON k.id = l.speaker_id WHERE l.statement_id = s.id) AS speakers`;

/** SQL for the live statements whose ids stand in a subquery called `found`. */
export function selectQuotations(order: string): string {
  return `SELECT ${COLUMNS} FROM found JOIN statement s ON s.id = found.id AND s.live ORDER BY ${order}`;
}

export interface QuotationRow {
  readonly id: string;
  readonly form: StoredQuotation['form'];
  readonly article_id: string;
  readonly date: Date;
  readonly content: readonly (readonly [number, number, string])[] | null;
  readonly sentence_end: number | null;
  readonly speakers:
    | readonly (readonly [
        string,
        string,
        StoredQuotation['speakers'][number]['type'],
        readonly string[] | null,
      ])[]
    | null;
}

export function toQuotation(row: QuotationRow): StoredQuotation {
  return {
    id: row.id,
    form: row.form,
    articleId: row.article_id,
    date: row.date,
    content: (row.content ?? []).map(([start, end, exact]) => ({ start, end, exact })),
    sentenceEnd: row.sentence_end ?? 0,
    speakers: (row.speakers ?? []).map(([id, name, type, aliases]) => {
      return { id, name, type, aliases: aliases ?? [] };
    }),
  };
}
