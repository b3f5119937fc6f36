// The article of a statement as CSL-JSON: what BibTeX, RIS and the citation styles are all made from.

import { namesOf } from './byline';
import type { Citable, CslItem } from './types';
import { line, speakerLabel, wordingOf } from './wording';

/** The article as a work to cite; what is not known of it is left out, never made up. */
export function workOf({ id, article }: Citable): CslItem {
  const { publishedAt, byline } = article;
  const title = line(article.title ?? '');
  const publication = line(article.publication ?? '');
  const authors = namesOf(byline);
  return {
    id,
    // Without a publication nothing says that it is a newspaper's.
    type: publication === '' ? 'webpage' : 'article-newspaper',
    ...(title === '' ? {} : { title }),
    ...(authors.length === 0 ? {} : { author: authors }),
    ...(publication === '' ? {} : { 'container-title': publication }),
    ...(publishedAt === null ? {} : { issued: { 'date-parts': [dateParts(publishedAt)] } }),
    ...(article.url === null ? {} : { URL: article.url }),
  };
}

/** The day in UTC: the article's own time zone is not kept. */
function dateParts(date: Date): [number, number, number] {
  return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
}

/**
 * The statement in one line, for the notes of a reference manager: 'Joren Halvik: “…”' for the speaker's own words,
 * without quotation marks for the reporter's.
 */
export function noteOf(statement: Citable): string {
  const { text, verbatim } = wordingOf(statement);
  const said = verbatim ? `“${text}”` : text;
  // The sentence of a denial names whoever denies.
  const speaker = statement.negated ? null : speakerLabel(statement);
  return speaker === null ? said : `${speaker}: ${said}`;
}
