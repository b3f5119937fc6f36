// The state of a search, as the address holds it and as the API is asked.

import type { paths } from '../http/contract';
import type { Form, Schemas } from './api';
import { FORM_WORDS } from './words';

type Asked = NonNullable<paths['/v1/statements']['get']['parameters']['query']>;

export interface Query {
  readonly q?: string | undefined;
  readonly speaker?: string | undefined;
  readonly topic?: string | undefined;
  /** What the topic is called, so that a link shows it without asking. */
  readonly topicLabel?: string | undefined;
  readonly publication?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly form?: string | undefined;
  readonly cueClass?: string | undefined;
}

const NAMES = [
  'q',
  'speaker',
  'topic',
  'topicLabel',
  'publication',
  'from',
  'to',
  'form',
  'cueClass',
] as const;

/** The filters as chips, in the order of the form. */
export const CHIPS: readonly {
  readonly name: Exclude<keyof Query, 'q' | 'topic'>;
  readonly label: string;
  readonly word: (value: string) => string;
}[] = [
  { name: 'speaker', label: 'Speaker', word: (value) => value },
  { name: 'topicLabel', label: 'Topic', word: (value) => value },
  { name: 'publication', label: 'Publication', word: (value) => value },
  { name: 'form', label: 'Form', word: (value) => FORM_WORDS[value as Form] ?? value },
  { name: 'cueClass', label: 'Reported as', word: (value) => value },
  { name: 'from', label: 'From', word: (value) => value },
  { name: 'to', label: 'Before', word: (value) => value },
];

/** Reads an address; what it does not know is left out. */
export function readQuery(search: string): Query {
  const params = new URLSearchParams(search);
  const entries = NAMES.flatMap((name) => {
    const value = params.get(name);
    return value === null || value.trim() === '' ? [] : [[name, value] as const];
  });
  const query = Object.fromEntries(entries) as Query;
  return query.topic !== undefined && query.topicLabel === undefined
    ? { ...query, topicLabel: query.topic }
    : query;
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

/** What the API is asked; a wrong value in an address is the service's to refuse, and to explain. */
export function requestOf({ form, cueClass, ...rest }: Query): Asked {
  const set = Object.fromEntries(
    Object.entries(rest).filter(([name, value]) => value !== undefined && name !== 'topicLabel'),
  ) as Asked;
  return {
    ...set,
    ...(form === undefined ? {} : { form: form as Form }),
    ...(cueClass === undefined ? {} : { cueClass: cueClass as Schemas['CueClass'] }),
  };
}
