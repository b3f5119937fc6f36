// A check as something to keep: what was found of each quotation, with the evidence. The words of drafts and articles are
// put in by those who write it down (Markdown, HTML), each escaping them in its own way.

import { wordingOf } from '../../citation/wording';
import type { components } from '../../http/contract';

type Schemas = components['schemas'];
export type Checked = Schemas['CheckedQuotation'];

export interface Report {
  readonly draft: string;
  readonly quotations: readonly Checked[];
  readonly articlesSearched: number;
  /** When it was checked. */
  readonly at: Date;
  /** Where the service is: addresses of evidence begin with it. */
  readonly origin: string;
}

export interface Evidence {
  readonly words: string;
  /** 'Joren Halvik, quotation', and where it was printed. */
  readonly who: string;
  readonly where: string;
  readonly address: string;
}

const FORMS: Record<Schemas['Form'], string> = {
  direct: 'quotation',
  mixed: 'partly quoted',
  indirect: 'paraphrase',
};

/** What stands at the head of every report. */
export const searched = ({ articlesSearched, at }: Report): string =>
  `Checked ${minute(at)} against ${articlesSearched} ${articlesSearched === 1 ? 'article' : 'articles'}. What none of them has may still have been said.`;

export const minute = (at: Date): string =>
  `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;

/** The evidence for one quotation: stored statements, then passages that no statement covers. */
export function evidenceOf({ statements, passages }: Checked, origin: string): Evidence[] {
  return [
    ...statements.map(({ statement }) => {
      const { article, speakers, source, form } = statement;
      const { text, verbatim } = wordingOf(statement);
      const names = speakers.map(({ name }) => name).join(', ');
      return {
        words: verbatim ? `“${text}”` : text,
        who: `${names || (source?.exact ?? 'nobody named')}, ${FORMS[form]}`,
        where: whereOf(article),
        address: `${origin}/statements/${statement.id}`,
      };
    }),
    ...passages.map(({ article, passage, quoted }) => ({
      words: passage.exact,
      who: quoted ? 'in quotation marks, speaker not known' : 'no statement',
      where: whereOf(article),
      address: `${origin}/articles/${article.id}`,
    })),
  ];
}

const whereOf = (
  article: Pick<Schemas['Article'], 'title' | 'publication' | 'publishedAt'>,
): string =>
  [article.title ?? 'Untitled article', article.publication, article.publishedAt?.slice(0, 10)]
    .filter((part) => part !== null && part !== undefined)
    .join(', ');

/** Whom the draft credits; empty where nobody. */
export const creditOf = ({ credited }: Checked): string =>
  credited.map(({ name }) => name).join(', ');

/** The changes that may change the sense, in a line; empty where there are none. */
export const graveChanges = ({ changes }: Checked): string =>
  changes
    .filter(({ changesSense }) => changesSense)
    .map(({ kind, stored, claimed }) => `${kind}, “${stored || '–'}” became “${claimed || '–'}”`)
    .join('; ');
