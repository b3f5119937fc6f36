// Words and names much like one that is stored nowhere. Of the words, the newest statements are a sample.

import type { Pool } from 'pg';

/** Statements whose words are known to the search for similar ones. */
const VOCABULARY = 2_000;
/** Names that are given for one that nobody has. */
const SIMILAR_NAMES = 3;

/** The word that the fewest slips of the pen lead to, if they are few for its length. */
export async function similarWord(pool: Pool, term: string): Promise<string | null> {
  if (!/^[\p{L}\p{M}'’-]+$/u.test(term)) return null;
  const { rows } = await pool.query<{ asked: string; word: string }>(
    `WITH asked AS MATERIALIZED (SELECT lower(search_words($1)) AS word),
     known AS (
       SELECT lower(token) AS word, count(*) AS uses
       FROM (SELECT content FROM statement WHERE live ORDER BY date DESC, id DESC LIMIT ${VOCABULARY}) s,
         ts_parse('default', search_words(s.content)) AS p(tokid, token)
       WHERE tokid IN (1, 2) GROUP BY 1)
     SELECT asked.word AS asked, known.word FROM known, asked
     WHERE abs(length(known.word) - length(asked.word)) <= 2 AND similarity(known.word, asked.word) >= 0.15
     ORDER BY similarity(known.word, asked.word) DESC, known.uses DESC, known.word LIMIT 100`,
    [term],
  );
  const [nearest] = rows
    .map(({ asked, word }) => ({ word, slips: slipsBetween(asked, word), most: slipsIn(asked) }))
    .filter(({ slips, most }) => slips <= most)
    .sort((a, b) => a.slips - b.slips);
  return nearest?.word ?? null;
}

// One slip in a short word makes another word of it: "cafe" is no "came".
const slipsIn = (word: string): number => (word.length < 5 ? 0 : word.length < 8 ? 1 : 2);

/** Letters left out, added, changed, or swapped with their neighbour ("brigde"): optimal string alignment. */
function slipsBetween(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  const at = (i: number, j: number): number => rows[i]?.[j] ?? 0;
  for (let i = 1; i <= a.length; i++) {
    rows[i] = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let slips = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) slips = Math.min(slips, at(i - 2, j - 2) + 1);
      rows[i]?.push(slips);
    }
  }
  return at(a.length, b.length);
}

/** The nearest names of speakers who are quoted, one for each speaker. */
export async function similarNames(pool: Pool, name: string): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT name FROM (
       SELECT DISTINCT ON (k.id) n.name, similarity(n.folded, fold_name($1)) AS alike, k.statement_count
       FROM speaker_name n JOIN speaker k ON k.id = n.speaker_id
       WHERE k.statement_count > 0 AND NOT n.hidden AND n.folded % fold_name($1)
       ORDER BY k.id, similarity(n.folded, fold_name($1)) DESC, n.name) nearest
     GROUP BY name ORDER BY max(alike) DESC, sum(statement_count) DESC, name LIMIT ${SIMILAR_NAMES}`,
    [name],
  );
  return rows.map((row) => row.name);
}

/** Whether a speaker who is quoted is called so. */
export async function speakerCalled(pool: Pool, name: string): Promise<boolean> {
  const { rows } = await pool.query(
    `SELECT FROM speaker_name n JOIN speaker k ON k.id = n.speaker_id
     WHERE n.folded = fold_name($1) AND NOT n.hidden AND k.statement_count > 0 LIMIT 1`,
    [name],
  );
  return rows.length > 0;
}
