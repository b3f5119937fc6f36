// Where verification looks: statements and texts that share words with a claim.

import type { StoredText, Wanted } from '../../verification/types';
import type { Database } from '../connection';
import { guarded } from '../failures';
import { isId } from '../ids';
import type { Store } from '../store';
import type { QuotationRow } from './quotations';
import { selectQuotations, toQuotation } from './quotations';
import type { StatementRow } from './statementRows';
import { selectStatements, toStatement } from './statementRows';

/** Prints looked up one by one. Of a longer claim the lowest hashes stand for all, as in any winnowing. */
const MOST_PRINTS = 64;
/** Holders of one print that are read. */
const EACH = 300;
const MOST_CANDIDATES = 40;
const MOST_TEXTS = 5;
/** Statements that hold a short phrase; whose words they are is checked afterwards. */
const MOST_WITH_WORDS = 200;

const IN_ORDER = selectQuotations('found.weight DESC, s.date, s.id');

export function verificationReads({ pool }: Database): Omit<Store['verification'], 'fill'> {
  return {
    candidates: (wanted) =>
      guarded(async () => {
        const { rows } = await pool.query<QuotationRow>(candidatesQuery(wanted));
        return rows.map(toQuotation);
      }),

    texts: (wanted) =>
      guarded(async () => {
        const { rows } = await pool.query<{
          article_id: string;
          number: number;
          date: Date;
          text: string;
        }>(textsQuery(wanted));
        return rows.map(({ article_id, number, date, text }): StoredText => {
          return { articleId: article_id, revision: number, date, text };
        });
      }),

    articlesSearched: () =>
      guarded(async () => {
        const { rows } = await pool.query<{ count: number }>(
          'SELECT count(*)::int AS count FROM article WHERE deleted_at IS NULL',
        );
        return rows[0]?.count ?? 0;
      }),

    statements: (ids) =>
      guarded(async () => {
        const { rows } = await pool.query<StatementRow>({
          name: 'statements-by-id',
          text: selectStatements('SELECT unnest($1::uuid[]) AS id', 's.id'),
          values: [[...new Set(ids)]],
        });
        return new Map(rows.map((row) => [row.id, toStatement(row)]));
      }),
  };
}

function candidatesQuery({ prints, words, speakerIds }: Wanted) {
  const speakers = speakerIds.filter(isId);
  return prints.length > 0
    ? {
        name: 'candidates-by-prints',
        text: `WITH found AS (SELECT * FROM statements_with_prints($1, $2, $3, $4, $5)) ${IN_ORDER}`,
        values: [prints, prints.slice(0, MOST_PRINTS), speakers, EACH, MOST_CANDIDATES],
      }
    : {
        name: 'candidates-by-words',
        text: `WITH found AS (SELECT * FROM statements_with_words($1, $2, $3)) ${IN_ORDER}`,
        values: [words, speakers, MOST_WITH_WORDS],
      };
}

function textsQuery({ prints, words }: Wanted) {
  const rest = `SELECT r.article_id, r.number, a.date, r.text FROM found
    JOIN revision r ON r.id = found.id AND r.current JOIN article a ON a.id = r.article_id
    ORDER BY found.weight DESC, a.date, r.id`;
  return prints.length > 0
    ? {
        name: 'texts-by-prints',
        text: `WITH found AS (SELECT * FROM revisions_with_prints($1, $2, $3)) ${rest}`,
        values: [prints.slice(0, MOST_PRINTS), EACH, MOST_TEXTS],
      }
    : {
        name: 'texts-by-words',
        text: `WITH found AS (SELECT * FROM revisions_with_words($1, $2)) ${rest}`,
        values: [words, MOST_TEXTS],
      };
}
