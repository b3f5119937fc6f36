// An article as it was pasted or chosen, and the request that hands it in.

import type { Schemas } from '../api';
import { client } from '../api';
import type { Kind } from './kinds';

export const FIELDS = [
  { name: 'title', label: 'Headline', type: 'text', most: 1000 },
  { name: 'publication', label: 'Publication', type: 'text', most: 200 },
  { name: 'byline', label: 'Written by', type: 'text', most: 500 },
  { name: 'url', label: 'Address (URL)', type: 'url', most: 2048 },
  { name: 'publishedAt', label: 'Published on', type: 'date', most: 10 },
] as const;

type Known = Partial<Record<(typeof FIELDS)[number]['name'], string>>;

export interface Submitted {
  readonly content: string;
  readonly kind: Kind;
  readonly known: Known;
}

/** The fields that were filled in. */
export function knownOf(form: HTMLFormElement): Known {
  const filled = FIELDS.flatMap(({ name }) => {
    const value = new FormData(form).get(name);
    return typeof value === 'string' && value.trim() !== '' ? [[name, value.trim()]] : [];
  });
  return Object.fromEntries(filled) as Known;
}

/** Of a news item the body is as it came, and parameters say what it does not; else fields say all. */
function requestOf({ content, kind, known }: Submitted) {
  if (kind !== 'json') return { body: { [kind]: content, ...known } as Schemas['ArticleInput'] };
  // Sent as it is, broken or not: what is wrong with it is the service's to say.
  const serializer = { bodySerializer: () => content };
  return { params: { query: known }, body: {} as Schemas['NinjsInput'], ...serializer };
}

/** What would be found, storing nothing. */
export const extract = (submitted: Submitted, signal: AbortSignal) =>
  client.POST('/v1/extractions', { ...requestOf(submitted), signal });

/** Stores it. */
export const store = (submitted: Submitted, signal: AbortSignal) =>
  client.POST('/v1/articles', { ...requestOf(submitted), signal });
