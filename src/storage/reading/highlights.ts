// Where the words of `q` stand in the statements of a page. Postgres splits and stems the texts, as it did to index them; the
// places are found here, since ts_headline() marks the words of a phrase wherever they stand, and knows no offsets.

import type { Pool } from 'pg';

import type { StatementRecord } from '../records';
import type { Highlight, SearchPlace, StatementFilter } from '../store';
import { collectParameters } from './parameters';
import { placesOf, searchQueryOf } from './searchQuery';
import type { QueryNode, Range, Token } from './tsquery';
import { parseTsquery, rangesOf } from './tsquery';

/** A text that was searched, with where each of its code units stands in the article or the title. */
interface Searched {
  readonly statement: number;
  readonly place: SearchPlace;
  /** Pieces of the article in the order of the text, joined by blanks. */
  readonly pieces: readonly { readonly start: number; readonly exact: string }[];
}

/** A token of ts_parse() with its stem; none where the configuration drops it. */
type ParsedToken = readonly [type: number, token: string, lexeme: string | null];

interface ParsedRow {
  readonly words: string;
  readonly folded: string;
  readonly tokens: readonly ParsedToken[] | null;
}

/** Longer texts are searched as well, but only so much of one is looked through for highlights. */
const LOOKED_THROUGH = 20_000;

/** For each statement of a page, what `q` found in it, in the order of its places. */
export async function highlightsOf(
  pool: Pool,
  filter: StatementFilter,
  statements: readonly StatementRecord[],
): Promise<Highlight[][]> {
  const all: Highlight[][] = statements.map(() => []);
  const searched = placesOf(filter).flatMap((place) =>
    statements.flatMap((statement, i) => searchedIn(statement, i, place)),
  );
  if (searched.length === 0) return all;
  const texts = searched.map(({ pieces }) =>
    pieces
      .map(({ exact }) => exact)
      .join(' ')
      .slice(0, LOOKED_THROUGH),
  );
  const rows = await parse(pool, filter, texts);
  const query = parseTsquery(rows[0]?.words ?? '');
  if (query === null) return all;
  const fold = await folding(pool, texts);
  for (const [i, row] of rows.entries()) {
    const source = searched[i];
    if (source === undefined) continue;
    const ranges = rangesIn(texts[i] ?? '', row, query, fold);
    all[source.statement]?.push(...ranges.flatMap((range) => placed(source, range)));
  }
  return all.map(withoutRepeats);
}

function searchedIn(statement: StatementRecord, index: number, place: SearchPlace): Searched[] {
  const { content, sentence, article } = statement;
  const pieces = {
    content,
    sentence: [sentence],
    title: article.title === null ? [] : [{ start: 0, exact: article.title }],
  }[place];
  return pieces.length === 0 ? [] : [{ statement: index, place, pieces }];
}

// Token types 10, 11, 16 and 17 are parts and wholes of hyphenated words, 1 and 2 are words: the ones that are stemmed. What
// is neither word nor number (12 to 14 and 23: blanks, tags, protocols, entities) is not indexed and has no place.
async function parse(
  pool: Pool,
  filter: StatementFilter,
  texts: readonly string[],
): Promise<ParsedRow[]> {
  const parameter = collectParameters();
  const query = searchQueryOf(filter, parameter)?.query ?? `''::tsquery`;
  const { rows } = await pool.query<ParsedRow>(
    `SELECT (${query})::text AS words, f.folded, (
       SELECT json_agg(json_build_array(tokid, token, CASE
           WHEN tokid IN (1, 2, 10, 11, 16, 17) THEN (ts_lexize('public.verbatim_stem', token))[1]
           WHEN tokid NOT IN (12, 13, 14, 23) THEN lower(token) END) ORDER BY n)
       FROM ts_parse('default', f.folded) WITH ORDINALITY AS p(tokid, token, n)) AS tokens
     FROM unnest(${parameter(texts)}::text[]) WITH ORDINALITY AS t(body, i), LATERAL (SELECT search_words(t.body)) AS f(folded)
     ORDER BY i`,
    parameter.values,
  );
  return rows;
}

/** Foldings of characters as the database folds them, kept: there are few, and they never change. */
const folds = new Map<string, string>();

async function folding(pool: Pool, texts: readonly string[]): Promise<(char: string) => string> {
  const unknown = new Set<string>();
  for (const text of texts) {
    for (const char of text.match(/[^\0-\x7f]/gu) ?? []) if (!folds.has(char)) unknown.add(char);
  }
  if (unknown.size > 0) {
    const { rows } = await pool.query<{ char: string; folded: string }>(
      'SELECT char, search_words(char) AS folded FROM unnest($1::text[]) AS char',
      [[...unknown]],
    );
    for (const { char, folded } of rows) folds.set(char, folded);
  }
  return (char) => folds.get(char) ?? char;
}

/** Where the query stands in a text, in code units of that text. */
function rangesIn(
  text: string,
  { folded, tokens }: ParsedRow,
  query: QueryNode,
  fold: (char: string) => string,
): Range[] {
  // For each code unit of the folded text, where its character begins and ends in the text itself.
  const begins: number[] = [];
  const ends: number[] = [];
  let at = 0;
  let made = '';
  for (const char of text) {
    const plain = fold(char);
    for (let i = 0; i < plain.length; i++) {
      begins.push(at);
      ends.push(at + char.length);
    }
    made += plain;
    at += char.length;
  }
  // No rule of unaccent joins characters today; should one do so, no highlight is better than a wrong one.
  if (made !== folded) return [];
  const placed = placeTokens(folded, tokens ?? []);
  return rangesOf(query, placed).map(({ start, end }) => {
    return { start: begins[start] ?? 0, end: ends[end - 1] ?? 0 };
  });
}

/** Types that ts_parse() gives before the parts that they consist of: addresses, hyphenated words. */
const BEFORE_THEIR_PARTS = new Set([5, 15, 16, 17]);

function placeTokens(folded: string, tokens: readonly ParsedToken[]): Token[] {
  const placed: Token[] = [];
  let at = 0;
  for (const [type, token, lexeme] of tokens) {
    const start = folded.indexOf(token, at);
    if (start === -1) break;
    const end = start + token.length;
    if (lexeme !== null) placed.push({ lexeme, position: placed.length + 1, start, end });
    at = BEFORE_THEIR_PARTS.has(type) ? start : end;
  }
  return placed;
}

/** A range of a searched text as spans of the article; one for each piece that it touches. */
function placed({ place, pieces }: Searched, range: Range): Highlight[] {
  const highlights: Highlight[] = [];
  let offset = 0;
  for (const { start, exact } of pieces) {
    const from = Math.max(range.start - offset, 0);
    const to = Math.min(range.end - offset, exact.length);
    if (from < to) {
      highlights.push({
        place,
        start: start + from,
        end: start + to,
        exact: exact.slice(from, to),
      });
    }
    offset += exact.length + 1;
  }
  return highlights;
}

// The sentence holds the content: what was found there is not shown twice.
function withoutRepeats(highlights: readonly Highlight[]): Highlight[] {
  const inContent = highlights.filter(({ place }) => place === 'content');
  return highlights.filter(
    ({ place, start, end }) =>
      place !== 'sentence' || !inContent.some((other) => start < other.end && other.start < end),
  );
}
