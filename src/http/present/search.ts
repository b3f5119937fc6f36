// What a search says besides its statements: highlights, facets, and advice where it found nothing.

import type { Advice, Facets, FacetValue, Highlight } from '../../storage/store';
import type { components } from '../contract';

type Schemas = components['schemas'];

/** The statement with where its words were found, in a list that was searched. */
export function withHighlights(
  statement: Schemas['Statement'],
  highlights: readonly Highlight[] | undefined,
): Schemas['Statement'] {
  if (highlights === undefined) return statement;
  return {
    ...statement,
    highlights: highlights.map(({ place, start, end, exact }) => {
      return { in: place, start, end, exact };
    }),
  };
}

export function presentFacets({ exact, counted, values }: Facets): Schemas['Facets'] {
  const presented = Object.entries(values).map(([name, all]) => [name, all.map(presentValue)]);
  return { exact, counted, ...(Object.fromEntries(presented) as Partial<Schemas['Facets']>) };
}

function presentValue({ value, label, count }: FacetValue): Schemas['FacetValues'][number] {
  return { value, label, count };
}

const FILTERS_KEPT = new Set(['q', 'in', 'prefix', 'limit', 'sort']);

/** Advice in a sentence, with the address of the request as it should have been. */
export function presentAdvice(advice: Advice, requestUrl: string): Schemas['Advice'] {
  return { reason: advice.reason, detail: sentenceFor(advice), try: addressOf(advice, requestUrl) };
}

function sentenceFor({ reason, word, instead }: Advice): string {
  switch (reason) {
    case 'no-words':
      return 'There is no word to search for in q: it holds only signs, or words that are all excluded.';
    case 'unknown-word':
      return `No statement has “${word}”.`;
    case 'similar-word':
      return `No statement has “${word}”, but “${instead}” is found.`;
    case 'not-together':
      return 'Each of these words is found, but not together as asked.';
    case 'filtered-out':
      return word === null
        ? 'These words are found, but not with the other filters.'
        : `Without the filter ${word}, something is found.`;
    case 'elsewhere':
      return 'Nothing where q looked, but the sentence around a statement or the headline has these words.';
    case 'speaker-name':
      return `“${word}” is the name of a speaker; q searches what was said.`;
    case 'similar-speaker':
      return `Nobody is called “${word}”, but there is “${instead}”.`;
  }
}

function addressOf({ change }: Advice, requestUrl: string): string | null {
  if (Object.keys(change).length === 0) return null;
  const url = new URL(requestUrl, 'http://localhost');
  const { searchParams } = url;
  if (change.onlyWords === true) {
    for (const name of [...searchParams.keys()]) {
      if (!FILTERS_KEPT.has(name)) searchParams.delete(name);
    }
    url.pathname = '/v1/statements';
  }
  if (change.drop !== undefined) {
    // The speaker or topic may stand in the path: the list of all statements has neither.
    if (!searchParams.has(change.drop)) url.pathname = '/v1/statements';
    searchParams.delete(change.drop);
  }
  if (change.q === null) {
    for (const name of ['q', 'in', 'prefix', 'sort']) searchParams.delete(name);
  } else if (change.q !== undefined) searchParams.set('q', change.q);
  if (change.searchIn !== undefined) searchParams.set('in', change.searchIn.join(','));
  if (change.speaker !== undefined) searchParams.set('speaker', change.speaker);
  return `${url.pathname}${url.search}`;
}
