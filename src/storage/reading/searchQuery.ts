// What `q` asks for, as SQL: a tsquery made of the caller's words, and the vector that it is held against.

import type { SearchPlace, StatementFilter } from '../store';
import type { Parameters } from './parameters';

/** A question to a text search vector: both are SQL, and `query` also ranks and highlights. */
export interface SearchQuery {
  readonly vector: 'search' | 'search_wide';
  readonly query: string;
}

/** One term of `q` as people write it: `"a phrase"`, `word`, `begin*`, each perhaps excluded by a minus. */
interface Term {
  readonly words: string;
  readonly excluded: boolean;
  readonly prefix: boolean;
}

type SearchFilter = Pick<StatementFilter, 'q' | 'searchIn' | 'prefix'>;

const WEIGHTS: Readonly<Record<SearchPlace, string>> = { content: 'A', sentence: 'B', title: 'C' };
const ALL_PLACES = Object.keys(WEIGHTS) as SearchPlace[];

/** The question that a filter's `q` asks, or null where there is none. */
export function searchQueryOf(filter: SearchFilter, parameter: Parameters): SearchQuery | null {
  if (filter.q === undefined) return null;
  const places = placesOf(filter);
  const words = wordsQuery(filter.q, filter.prefix === true, parameter);
  if (places.length === 1 && places[0] === 'content') {
    return { vector: 'search', query: words };
  }
  const weights = places.map((place) => WEIGHTS[place]).join('');
  return {
    vector: 'search_wide',
    query:
      places.length === ALL_PLACES.length
        ? words
        : `search_within(${words}, ${parameter(weights)})`,
  };
}

/** The conditions of a filter's `q` on a row of statements. */
export function searchConditions(
  alias: string,
  filter: SearchFilter,
  parameter: Parameters,
): string[] {
  const search = searchQueryOf(filter, parameter);
  if (search === null) return [];
  // Implied by the question, so no answer changes: it lets an index find phrases of common words.
  const pairs = phrasesIn(filter.q ?? '').map(
    (phrase) =>
      `word_pairs(${alias}.search_wide) @> word_pairs(search_vector(${parameter(phrase)}))`,
  );
  return [`${alias}.${search.vector} @@ ${search.query}`, ...pairs];
}

/** Phrases of several words that every match has to hold. */
function phrasesIn(q: string): string[] {
  const alternatives = alternativesOf(q, false);
  if (alternatives.length !== 1) return [];
  return (alternatives[0] ?? [])
    .filter(({ words, excluded }) => !excluded && words.startsWith('"'))
    .map(({ words }) => words)
    .filter((words) => /[\p{L}\p{N}]\s+\S*[\p{L}\p{N}]/u.test(words));
}

/** Where a filter's `q` looks, in a fixed order. */
export function placesOf({ searchIn }: SearchFilter): readonly SearchPlace[] {
  const places = ALL_PLACES.filter((place) => searchIn?.includes(place) === true);
  return places.length === 0 ? ['content'] : places;
}

/** The terms of `q`, for advice: each alone, as it could be searched again. Excluded ones are left out. */
export function termsOf(q: string): string[] {
  return alternativesOf(q, false).flatMap((terms) =>
    terms
      .filter(({ excluded }) => !excluded)
      .map(({ words, prefix }) => words + (prefix ? '*' : '')),
  );
}

/** SQL for the tsquery. What has no beginnings in it goes to Postgres as it is: its syntax is websearch's own. */
function wordsQuery(q: string, prefix: boolean, parameter: Parameters): string {
  const alternatives = alternativesOf(q, prefix);
  if (!alternatives.some((terms) => terms.some((term) => term.prefix))) {
    return `search_query(${parameter(q)})`;
  }
  const term = ({ words, excluded, prefix: begins }: Term): string => {
    const sql = begins ? prefixQuery(words, parameter) : `search_query(${parameter(words)})`;
    return excluded ? `!!${sql}` : sql;
  };
  return `(${alternatives.map((terms) => `(${terms.map(term).join(' && ')})`).join(' || ')})`;
}

// websearch binds AND closer than OR, so a question is alternatives of terms.
function alternativesOf(q: string, prefix: boolean): Term[][] {
  const alternatives: Term[][] = [[]];
  for (const [, minus = '', phrase, word = ''] of q
    .replace(/[“”„]/g, '"')
    .matchAll(/(-?)(?:"([^"]*)"?|([^\s"]+))/g)) {
    if (phrase === undefined && minus === '' && word.toLowerCase() === 'or') alternatives.push([]);
    else {
      const term = termOf(phrase, word, minus === '-', prefix);
      if (term !== null) alternatives.at(-1)?.push(term);
    }
  }
  return alternatives.filter((terms) => terms.length > 0);
}

function termOf(
  phrase: string | undefined,
  word: string,
  excluded: boolean,
  everyPrefix: boolean,
): Term | null {
  const words = phrase === undefined ? word : `"${phrase}"`;
  if (!/[\p{L}\p{N}]/u.test(words)) return null;
  // Two letters at least: one would stand for a tenth of all words.
  const begins = phrase === undefined && /[\p{L}\p{N}]{2}\*?$/u.test(word);
  const prefix = begins && (word.endsWith('*') || (everyPrefix && !excluded));
  return { words: phrase === undefined ? word.replace(/\*+$/, '') : words, excluded, prefix };
}

// "well-kn*" asks for "well" and for words that begin with "kn".
function prefixQuery(words: string, parameter: Parameters): string {
  const last = /[\p{L}\p{N}\p{M}]+$/u.exec(words)?.[0] ?? words;
  const before = words.slice(0, -last.length);
  const begins = `search_prefix(${parameter(last)}, ${parameter(completionsOf(last))}::text[])`;
  return /[\p{L}\p{N}]/u.test(before)
    ? `(search_query(${parameter(before)}) && ${begins})`
    : begins;
}

// Endings that stemming takes off or changes, so that "governme" is seen to be on its way to "government".
const ENDINGS =
  `ation ations ational ed edly ement ements ence ences ent ents ally able ables ability al ance ances ers
  es est ful fully ible ic ical ies ily ing ings ion ions ious ism isms ist ists ity ities ive ives ization izations ize
  ized izing less ly ment ments mental ness ous ously s tion tional tions y`.split(/\s+/);

/** The words that the beginning of one may become: itself, and itself with the rest of an ending that it has begun. */
function completionsOf(begun: string): string[] {
  const word = begun.toLowerCase();
  const longer = ENDINGS.flatMap((ending) =>
    Array.from({ length: ending.length }, (_, i) => i + 1)
      // Three letters of the word must stand before the ending.
      .filter((length) => word.length - length >= 3 && word.endsWith(ending.slice(0, length)))
      .map((length) => word + ending.slice(length)),
  );
  return [...new Set([word, ...longer])];
}
