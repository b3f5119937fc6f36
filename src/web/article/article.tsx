// Article: the text with every statement marked, what is known of each, and what its revisions changed.

import { useState } from 'preact/hooks';

import { useLoad } from '../load';
import { FailureNotice, Reading } from '../notices';
import { useAddress, useTitle } from '../router';
import { counted, minute } from '../words';
import { readArticle, readStatements } from './articleRead';
import { Revisions, SilentEdits } from './articleRevisions';
import { MarkedText } from './markedText';
import { RevisionText } from './revisionText';

export function ArticlePage({ id }: { id: string }) {
  const { search } = useAddress();
  const params = new URLSearchParams(search);
  const { data, failure, again } = useLoad(id, (signal) => readArticle(id, signal));
  useTitle(data?.article.title ?? 'Article');
  if (failure !== null) {
    return (
      <>
        <h1>Article</h1>
        <FailureNotice failure={failure} again={again} />
      </>
    );
  }
  if (data === null) return <Reading what="the article" />;
  const { article, revisions, text } = data;
  const compared = comparison(params, article.revision);
  return (
    <>
      <h1>{article.title ?? 'Untitled article'}</h1>
      <p class="where">
        {[article.publication, article.byline].filter((part) => part !== null).join(' · ')}
        {article.publishedAt !== null && <> · {minute(article.publishedAt)}</>}
        {article.url !== null && (
          <>
            {' · '}
            <a href={article.url} rel="noreferrer noopener" data-leave>
              where it was published
            </a>
          </>
        )}
      </p>
      {compared === null ? (
        <>
          <SilentEdits id={id} revisions={revisions} />
          {text.excerpted && (
            <p class="notice">
              Only the beginning is shown: its publication does not let others show more.
            </p>
          )}
          <Marks key={id} id={id} text={text.text} revision={text.revision} {...wishes(params)} />
        </>
      ) : (
        <RevisionText
          key={`${compared.from} ${compared.to}`}
          id={id}
          revisions={revisions}
          {...compared}
        />
      )}
      <Revisions id={id} compared={compared} revisions={revisions} />
    </>
  );
}

const wishes = (params: URLSearchParams) => ({ wanted: params.get('statement') });

/** Which two revisions the address compares: `revision=1` that one with the newest. */
function comparison(params: URLSearchParams, newest: number): { from: number; to: number } | null {
  const from = Number(params.get('from') ?? params.get('revision')) || newest;
  const to = Number(params.get('to')) || newest;
  return from === to ? null : { from, to };
}

function Marks(props: { id: string; text: string; revision: number; wanted: string | null }) {
  const { id, text, revision, wanted } = props;
  const [count, setCount] = useState(0);
  const { data, failure, again } = useLoad(`${id} ${revision}`, (signal) =>
    readStatements(id, signal, setCount),
  );
  // Offsets of another revision would put marks on the wrong words.
  const moved = data?.some(({ article }) => article.revision !== revision) ?? false;
  const gone = wanted !== null && data !== null && !data.some((one) => one.id === wanted);
  return (
    <>
      {failure !== null && <FailureNotice failure={failure} again={again} />}
      {data === null && failure === null && (
        <p class="legend quiet" role="status">
          Reading the statements …{count > 0 && ` ${count} so far`}
        </p>
      )}
      {moved && (
        <p class="notice" role="status">
          This article was changed just now.{' '}
          <a href={`/articles/${id}`} data-leave>
            Read its latest text
          </a>
          .
        </p>
      )}
      {gone && (
        <p class="notice" role="status">
          The statement that was asked for is not in this text, the latest one.{' '}
          <a href={`/statements/${wanted}`}>See what is known of it</a>.
        </p>
      )}
      {data !== null && data.length > 0 && (
        <p class="legend quiet">
          {counted(data.length, 'statement')}: <span class="said direct">quotation</span>,{' '}
          <span class="said mixed">partly quoted</span>,{' '}
          <span class="said indirect">paraphrase</span>
        </p>
      )}
      <MarkedText
        text={text}
        statements={moved || data === null ? NONE : data}
        pending={data === null || moved}
        wanted={wanted}
        linkTo={(one) => `/articles/${id}?statement=${one}`}
      />
    </>
  );
}

const NONE: readonly never[] = [];
