// The only door to data: the documented API, through a client that is typed by the contract.

import createClient from 'openapi-fetch';

import type { components, paths } from '../http/contract';

export type Schemas = components['schemas'];
export type Statement = Schemas['Statement'];
export type Form = Schemas['Form'];

const KEY = 'verbatim:key';

export const client = createClient<paths, 'application/json'>({
  baseUrl: location.origin,
  // Looked up at each call, and never sent elsewhere: the policy allows this host alone.
  fetch: (request) => fetch(request),
});

client.use({
  onRequest({ request }) {
    const key = readKey();
    if (key !== '' && request.method !== 'GET') request.headers.set('X-API-Key', key);
  },
});

/** The key that was typed in this tab; empty where none was. Gone with the tab. */
export function readKey(): string {
  try {
    return sessionStorage.getItem(KEY) ?? '';
  } catch {
    return '';
  }
}

/** Keeps a key for as long as the tab is open. */
export function keepKey(key: string): void {
  try {
    sessionStorage.setItem(KEY, key.trim());
  } catch {
    // Storage is forbidden in this browser: the service's own answer will say that a key is missing.
  }
}

/** What went wrong, in words that say what to do. */
export interface Failure {
  readonly title: string;
  readonly advice: string;
  readonly status: number | null;
  /** Where the service found fault: a field of the body or a parameter, and what is wrong with it. */
  readonly places?: readonly { readonly place: string; readonly message: string }[];
}

export class Failed extends Error {
  constructor(readonly failure: Failure) {
    super(failure.title);
  }
}

/** The data of an answer; throws what the service said was wrong. */
export async function dataOf<Data>(
  answer: Promise<{ data?: Data; error?: unknown; response: Response }>,
): Promise<Data> {
  const { data, error, response } = await answer;
  if (response.ok && data !== undefined) return data;
  throw new Failed(fromProblem(error, response));
}

function fromProblem(error: unknown, response: Response): Failure {
  const problem = (typeof error === 'object' ? error : null) as Partial<Schemas['Problem']> | null;
  const details = (problem?.errors ?? []).map((one) => Object.values(one).join(': '));
  return {
    title: problem?.title ?? `The service answered with status ${response.status}`,
    advice: [problem?.detail ?? 'Try again in a moment.', ...details].join(' '),
    status: response.status,
    places: (problem?.errors ?? []).map(({ pointer, parameter, message }) => ({
      place: parameter ?? (pointer ?? '').split('/')[1] ?? '',
      message,
    })),
  };
}

/** Turns whatever was thrown into words; null for a request that was given up on purpose. */
export function failureOf(thrown: unknown): Failure | null {
  if (thrown instanceof Failed) return thrown.failure;
  if (thrown instanceof DOMException && thrown.name === 'AbortError') return null;
  return {
    title: 'The service cannot be reached',
    advice: 'Check your connection, and that Verbatim is still running; then try again.',
    status: null,
  };
}

/** The whole text of a revision. */
export async function readText(id: string, revision: number, signal: AbortSignal): Promise<string> {
  const { text } = await dataOf(
    client.GET('/v1/articles/{articleId}/text', {
      params: { path: { articleId: id }, query: { revision } },
      headers: { Accept: 'application/json' },
      signal,
    }),
  );
  return text;
}
