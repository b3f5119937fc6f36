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
  const words = wordsQuery(filter.q, filter.prefix === true, parameter);
  return { vector: vectorOf(filter), query: within(filter, words, parameter) };
}

/** The conditions of a filter's `q` on a row of statements. */
export function searchConditions(
  alias: string,
  filter: SearchFilter,
  parameter: Parameters,
): string[] {
  const { q, prefix = false } = filter;
  if (q === undefined) return [];
  // Titles alone have an index of their own, since that of all places knows no weights.
  if (placesOf(filter).join() === 'title') {
    return [`ts_filter(${alias}.search_wide, '{c}') @@ ${wordsQuery(q, prefix, parameter)}`];
  }
  const column = `${alias}.${vectorOf(filter)}`;
  const [terms = [], ...others] = alternativesOf(q, prefix);
  if (others.length > 0 || !terms.some(isPhrase)) {
    return [`${column} @@ ${within(filter, wordsQuery(q, prefix, parameter), parameter)}`];
  }
  // A phrase goes by the pairs of its neighbouring words, and is then held against the row. With IS TRUE no index of words is
  // taken for that: putting "of", "the" and "government" together takes 400 ms of a million statements.
  const words = terms.filter((term) => !term.excluded && !isPhrase(term));
  const rest = terms.filter((term) => term.excluded || isPhrase(term));
  const all = (some: readonly Term[]) =>
    `(${some.map((one) => termQuery(one, parameter)).join(' && ')})`;
  return [
    ...(words.length === 0 ? [] : [`${column} @@ ${within(filter, all(words), parameter)}`]),
    ...terms
      .filter(isPhrase)
      .map(
        (phrase) =>
          `word_pairs(${alias}.search_wide) @> word_pairs(search_vector(${parameter(phrase.words)}))`,
      ),
    `(${column} @@ ${within(filter, all(rest), parameter)}) IS TRUE`,
  ];
}

/** Whether a term is a phrase of several words that every match has to hold. */
function isPhrase({ words, excluded }: Term): boolean {
  return !excluded && /^".*[\p{L}\p{N}]\s+\S*[\p{L}\p{N}]/su.test(words);
}

function vectorOf(filter: SearchFilter): SearchQuery['vector'] {
  const [place, ...others] = placesOf(filter);
  return place === 'content' && others.length === 0 ? 'search' : 'search_wide';
}

/** The question, of the places alone where it looks. */
function within(filter: SearchFilter, query: string, parameter: Parameters): string {
  const places = placesOf(filter);
  if (vectorOf(filter) === 'search' || places.length === ALL_PLACES.length) return query;
  const weights = places.map((place) => WEIGHTS[place]).join('');
  return `search_within(${query}, ${parameter(weights)})`;
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
  const all = (terms: readonly Term[]) => terms.map((term) => termQuery(term, parameter));
  return `(${alternatives.map((terms) => `(${all(terms).join(' && ')})`).join(' || ')})`;
}

function termQuery({ words, excluded, prefix }: Term, parameter: Parameters): string {
  const sql = prefix ? prefixQuery(words, parameter) : `search_query(${parameter(words)})`;
  return excluded ? `!!${sql}` : sql;
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
