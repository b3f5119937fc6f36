// Why a search found nothing, and what would find something. Each question is answered with the first match, so that advice
// costs no more than a page; of the vocabulary the newest statements are a sample.

import type { Pool } from 'pg';

import type { Advice, StatementFilter } from '../store';
import { collectParameters } from './parameters';
import { placesOf, termsOf } from './searchQuery';
import { countMatching } from './statementFilter';

/** Terms that are looked at one by one; nobody reads more advice. */
const LOOKED_AT = 6;
/** Statements whose words are known to the search for similar ones. */
const VOCABULARY = 2_000;
/** Names that are given for one that nobody has. */
const SIMILAR_NAMES = 3;

/** Advice for a filter that nothing passes, the likeliest help first. */
export async function adviceFor(pool: Pool, filter: StatementFilter): Promise<Advice[]> {
  const { q, speakerName, speakerIds } = filter;
  const advice: Advice[] = [];
  if (speakerName !== undefined && speakerIds?.length === 0) {
    for (const name of await similarNames(pool, speakerName)) {
      advice.push({ reason: 'similar-speaker', word: speakerName, change: { speaker: name } });
    }
  }
  if (q === undefined) return advice;
  const terms = [...new Set(termsOf(q))].slice(0, LOOKED_AT);
  if (terms.length === 0) return [...advice, { reason: 'no-words', word: null, change: {} }];

  const words = wordsOf(filter);
  const missing: string[] = [];
  for (const term of terms) {
    if (!(await finds(pool, { ...words, q: term }))) missing.push(term);
  }
  for (const term of missing) advice.push(...(await aboutMissing(pool, words, term)));
  if (missing.length === 0) {
    if (await finds(pool, words)) {
      advice.push({ reason: 'filtered-out', word: null, change: { onlyWords: true } });
    } else if (terms.length > 1) {
      advice.push(...(await notTogether(pool, filter, terms.join(' OR '))));
    }
  }
  const everywhere = ['content', 'sentence', 'title'] as const;
  if (
    placesOf(filter).length < everywhere.length &&
    (await finds(pool, { ...filter, searchIn: everywhere }))
  ) {
    advice.push({ reason: 'elsewhere', word: null, change: { searchIn: everywhere } });
  }
  const name = q.replace(/["“”*]/g, '').trim();
  const speaker = await speakerCalled(pool, name);
  if (speaker !== null && filter.speakerIds === undefined) {
    advice.push({ reason: 'speaker-name', word: name, change: { q: null, speaker: name } });
  }
  return advice;
}

/** Why one term is found nowhere: a phrase whose words are, or a word that is not, but perhaps one like it. */
async function aboutMissing(pool: Pool, words: StatementFilter, term: string): Promise<Advice[]> {
  const { q = '' } = words;
  if (term.startsWith('"')) {
    const loose = q.replace(term, term.replaceAll('"', ''));
    const advice = await notTogether(pool, words, loose);
    if (advice.length > 0) return advice;
  }
  const advice: Advice[] = [];
  for (const word of term.split(/[\s"]+/).filter((part) => part !== '')) {
    if (word !== term && (await finds(pool, { ...words, q: word }))) continue;
    const similar = await similarWord(pool, word);
    advice.push(
      similar === null
        ? { reason: 'unknown-word', word, change: {} }
        : { reason: 'similar-word', word, change: { q: q.replaceAll(word, similar) } },
    );
  }
  return advice;
}

async function notTogether(pool: Pool, filter: StatementFilter, q: string): Promise<Advice[]> {
  const found = await finds(pool, { ...filter, q });
  return found ? [{ reason: 'not-together', word: null, change: { q } }] : [];
}

/** The filter's words without anything else. */
function wordsOf({ q, searchIn, prefix }: StatementFilter): StatementFilter {
  return {
    ...(q === undefined ? {} : { q }),
    ...(searchIn === undefined ? {} : { searchIn }),
    ...(prefix === undefined ? {} : { prefix }),
  };
}

async function finds(pool: Pool, filter: StatementFilter): Promise<boolean> {
  const parameter = collectParameters();
  const { rows } = await pool.query<{ count: number }>(
    countMatching(filter, parameter, 0),
    parameter.values,
  );
  return (rows[0]?.count ?? 0) > 0;
}

// Stems that share trigrams, the one that takes the fewest slips of the pen, and then a word of a statement that has it:
// nobody would recognise "militari".
async function similarWord(pool: Pool, term: string): Promise<string | null> {
  if (!/^[\p{L}\p{M}'’-]+$/u.test(term)) return null;
  const { rows: near } = await pool.query<{ asked: string; stem: string }>(
    `WITH asked AS (SELECT stem FROM unnest(tsvector_to_array(search_vector($1))) AS stem LIMIT 1)
     SELECT asked.stem AS asked, v.word AS stem FROM asked, ts_stat(
       'SELECT search FROM statement WHERE live ORDER BY date DESC, id DESC LIMIT ${VOCABULARY}') v
     WHERE similarity(v.word, asked.stem) >= 0.2 AND v.word ~ '^[[:alpha:]]+$'
     ORDER BY similarity(v.word, asked.stem) DESC, v.ndoc DESC, v.word LIMIT 50`,
    [term],
  );
  const [nearest] = near
    .map(({ asked, stem }) => ({ stem, slips: slipsBetween(asked, stem), most: asked.length / 3 }))
    .filter(({ slips, most }) => slips <= Math.min(most, 2))
    .sort((a, b) => a.slips - b.slips);
  if (nearest === undefined) return null;
  const { rows } = await pool.query<{ word: string }>(
    `SELECT lower(token) AS word
     FROM (SELECT content FROM statement WHERE live AND search @@ quote_literal($1)::tsquery LIMIT 1) s,
       ts_parse('default', search_words(s.content)) AS p(tokid, token)
     WHERE tokid IN (1, 2) AND (ts_lexize('public.verbatim_stem', token))[1] = $1 LIMIT 1`,
    [nearest.stem],
  );
  return rows[0]?.word ?? null;
}

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

async function similarNames(pool: Pool, name: string): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT n.name FROM speaker_name n JOIN speaker k ON k.id = n.speaker_id
     WHERE k.statement_count > 0 AND n.folded % fold_name($1)
     GROUP BY n.name, n.folded
     ORDER BY similarity(n.folded, fold_name($1)) DESC, sum(k.statement_count) DESC, n.name LIMIT ${SIMILAR_NAMES}`,
    [name],
  );
  return rows.map((row) => row.name);
}

async function speakerCalled(pool: Pool, name: string): Promise<string | null> {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT k.id FROM speaker_name n JOIN speaker k ON k.id = n.speaker_id
     WHERE n.folded = fold_name($1) AND k.statement_count > 0 LIMIT 1`,
    [name],
  );
  return rows[0]?.id ?? null;
}
