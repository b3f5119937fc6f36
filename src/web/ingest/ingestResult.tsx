// What became of an article that was handed in: what would be found, or what was stored.

import { Fragment } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

import type { Schemas } from '../api';
import { dataOf, readText } from '../api';
import { MarkedText } from '../article/markedText';
import { counted, day, minute } from '../words';
import type { store } from './submission';

export type Ingested =
  | { readonly kind: 'seen'; readonly extraction: Schemas['Extraction'] }
  | { readonly kind: 'stored'; readonly stored: Schemas['IngestedArticle']; readonly text: string }
  | { readonly kind: 'waits'; readonly until: string }
  | { readonly kind: 'withdrawn' };

/** What the service made of an article, with the text that it keeps. */
export async function resultOf(
  answer: ReturnType<typeof store>,
  signal: AbortSignal,
): Promise<Ingested> {
  if ((await answer).response.status === 204) return { kind: 'withdrawn' };
  const stored = await dataOf<Schemas['IngestedArticle'] | Schemas['Embargoed'] | undefined>(
    answer,
  );
  if (stored === undefined) return { kind: 'withdrawn' };
  if (stored.outcome === 'embargoed') return { kind: 'waits', until: stored.until };
  const { id, revision } = stored.article;
  return { kind: 'stored', stored, text: await readText(id, revision, signal) };
}

const STORED = {
  created: 'The article is stored',
  revised:
    'The article was known under this address; its new text is stored, and the old one stays readable',
  unchanged: 'The article was known, in the same words; nothing has changed',
} as const;

export function IngestResult({ result, another }: { result: Ingested; another: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null);
  // Reading goes on at what was found.
  useEffect(() => {
    heading.current?.scrollIntoView();
    heading.current?.focus({ preventScroll: true });
  }, [result]);
  const again = (
    <button type="button" class="plain" onClick={another}>
      Add another
    </button>
  );
  return (
    <section aria-labelledby="outcome">
      <h2 id="outcome" tabIndex={-1} ref={heading}>
        {headingOf(result)}
      </h2>
      {result.kind === 'waits' && (
        <p>
          It is read and checked, and nothing shows anything of it until {minute(result.until)},
          when it is stored by itself. {again}
        </p>
      )}
      {result.kind === 'withdrawn' && (
        <p>
          The item says that its publisher withholds or cancels it: what was stored under its
          address is deleted. {again}
        </p>
      )}
      {result.kind === 'seen' && <Seen extraction={result.extraction} />}
      {result.kind === 'stored' && (
        <>
          <p>{STORED[result.stored.outcome]}.</p>
          <p class="actions">
            <a href={`/articles/${result.stored.article.id}`}>Open the article</a>
            {result.stored.statements.length > 0 && (
              <a href={`/review?article=${result.stored.article.id}`}>Review its statements</a>
            )}
            {again}
          </p>
          <MarkedText text={result.text} statements={result.stored.statements} />
        </>
      )}
    </section>
  );
}

function headingOf(result: Ingested): string {
  if (result.kind === 'waits') return 'Under embargo';
  if (result.kind === 'withdrawn') return 'Taken back';
  if (result.kind === 'seen') {
    return `${counted(result.extraction.statements.length, 'statement')} found; nothing is stored yet`;
  }
  const { outcome, statements } = result.stored;
  return `${outcome === 'unchanged' ? 'Already there' : 'Stored'}, with ${counted(statements.length, 'statement')}`;
}

function Seen({
  extraction: { article, text, statements },
}: {
  extraction: Schemas['Extraction'];
}) {
  const { title, publication, byline, publishedAt, url } = article;
  const known = [
    ['Headline', title],
    ['Publication', publication],
    ['Written by', byline],
    ['Published on', publishedAt && day(publishedAt)],
    ['Address', url],
  ].filter(([, value]) => value !== null);
  return (
    <>
      {known.length > 0 && (
        <dl>
          {known.map(([name, value]) => (
            <Fragment key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </Fragment>
          ))}
        </dl>
      )}
      {statements.length === 0 && (
        <p class="empty">
          Nobody is reported to have said anything in this text. If somebody is, look whether all of
          the article is here, and whether its kind is right.
        </p>
      )}
      <MarkedText text={text} statements={statements} />
    </>
  );
}
