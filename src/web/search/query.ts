// The state of a search, as the address holds it and as the API is asked.

import type { paths } from '../../http/contract';
import type { Form, Schemas } from '../api';
import type { SORT_WORDS } from '../words';
import { CUE_WORDS, FORM_WORDS, REVIEW_WORDS } from '../words';

type Asked = NonNullable<paths['/v1/statements']['get']['parameters']['query']>;

const NAMES = [
  'q',
  'speaker',
  'speakerName',
  'topic',
  'topicLabel',
  'publication',
  'from',
  'to',
  'form',
  'cueClass',
  'review',
  'sort',
] as const;

const LABELS: ReadonlySet<string> = new Set(['speakerName', 'topicLabel']);

/** `speakerName` and `topicLabel` are what an id is called, so that a link shows it without asking. */
export type Query = { readonly [Name in (typeof NAMES)[number]]?: string | undefined };

export type FilterName = Exclude<keyof Query, 'q' | 'sort' | 'speakerName' | 'topicLabel'>;

/** The filters, in the order in which their chips stand. */
export const FILTERS: readonly {
  readonly name: FilterName;
  readonly label: string;
  readonly word: (value: string, query: Query) => string;
}[] = [
  { name: 'speaker', label: 'Speaker', word: (value, query) => query.speakerName ?? value },
  { name: 'topic', label: 'Topic', word: (value, query) => query.topicLabel ?? value },
  { name: 'publication', label: 'Publication', word: (value) => value },
  { name: 'form', label: 'Form', word: (value) => FORM_WORDS[value as Form] ?? value },
  {
    name: 'cueClass',
    label: 'Reported as',
    word: (value) => CUE_WORDS[value as Schemas['CueClass']] ?? value,
  },
  {
    name: 'review',
    label: 'Review',
    word: (value) => REVIEW_WORDS[value as Schemas['ReviewState']] ?? value,
  },
  { name: 'from', label: 'From', word: (value) => value },
  { name: 'to', label: 'Before', word: (value) => value },
];

/** Reads an address; what it does not know is left out. */
export function readQuery(search: string): Query {
  const params = new URLSearchParams(search);
  return Object.fromEntries(
    NAMES.flatMap((name) => {
      const value = params.get(name);
      return value === null || value.trim() === '' ? [] : [[name, value] as const];
    }),
  );
}

/** The address of a search. */
export function hrefOf(query: Query): string {
  const params = new URLSearchParams();
  for (const name of NAMES) {
    const value = query[name];
    if (value !== undefined && value.trim() !== '') params.set(name, value);
  }
  const text = params.toString();
  return text === '' ? '/' : `/?${text}`;
}

/** The same search without a filter, and without what that filter is called. */
export function without(query: Query, name: FilterName): Query {
  const rest = { ...query, [name]: undefined };
  if (name === 'speaker') return { ...rest, speakerName: undefined };
  return name === 'topic' ? { ...rest, topicLabel: undefined } : rest;
}

/** What the API is asked; a wrong value in an address is the service's to refuse, and to explain. */
export function requestOf({ sort, ...rest }: Query): Asked {
  const set = Object.fromEntries(
    Object.entries(rest).filter(([name, value]) => value !== undefined && !LABELS.has(name)),
  );
  return { ...set, ...orderOf(sort, rest.q) } as Asked;
}

/** Closeness is to words: a link that asks for it without any means the newest first. */
function orderOf(sort: string | undefined, q: string | undefined): { sort?: string } {
  return sort === undefined || (sort === '-relevance' && q === undefined) ? {} : { sort };
}

/** The page's address for a list of the API, as advice gives it; null where the page has no such filter. */
export function hrefOfList(address: string): string | null {
  const { pathname, searchParams } = new URL(address, location.origin);
  searchParams.delete('limit');
  const known = [...searchParams.keys()].every((name) => NAMES.some((one) => one === name));
  return pathname === '/v1/statements' && known ? hrefOf(readQuery(`?${searchParams}`)) : null;
}

/** The orders that a search can have. */
export const sortsOf = (q: string | undefined): (keyof typeof SORT_WORDS)[] =>
  q === undefined ? ['-date', 'date'] : ['-date', 'date', '-relevance'];
