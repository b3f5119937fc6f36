// Article: the text with every statement marked, what is known of each, and the article's revisions.

import type { Schemas, Statement } from './api';
import { client, dataOf, readText } from './api';
import { useLoad } from './load';
import type { Marked } from './markedText';
import { MarkedText } from './markedText';
import { FailureNotice, Reading } from './notices';
import { RevisionText } from './revisionText';
import { useAddress, useTitle } from './router';
import { counted, minute } from './words';

interface Contents {
  readonly article: Schemas['Article'];
  readonly revisions: readonly Schemas['Revision'][];
  readonly text: string;
  /** The text as it is now. */
  readonly latest: string;
  readonly revision: number;
  readonly statements: readonly Marked[];
}

async function read(id: string, asked: number | null, signal: AbortSignal): Promise<Contents> {
  const path = { articleId: id };
  const [article, { items: revisions }] = await Promise.all([
    dataOf(client.GET('/v1/articles/{articleId}', { params: { path }, signal })),
    dataOf(
      client.GET('/v1/articles/{articleId}/revisions', {
        params: { path, query: { limit: 100 } },
        signal,
      }),
    ),
  ]);
  const revision = asked ?? article.revision;
  const [text, latest, statements] = await Promise.all([
    readText(id, revision, signal),
    readText(id, article.revision, signal),
    revision === article.revision ? readStatements(id, signal) : Promise.resolve([]),
  ]);
  return { article, revisions, text, latest, revision, statements };
}

/** All of them, page by page, in text order. */
async function readStatements(id: string, signal: AbortSignal): Promise<Statement[]> {
  const all: Statement[] = [];
  let cursor: string | null = null;
  do {
    const page: Schemas['StatementList'] = await dataOf(
      client.GET('/v1/articles/{articleId}/statements', {
        params: {
          path: { articleId: id },
          query: { limit: 100, ...(cursor === null ? {} : { cursor }) },
        },
        signal,
      }),
    );
    all.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return all;
}

export function ArticlePage({ id }: { id: string }) {
  const { search } = useAddress();
  const params = new URLSearchParams(search);
  const asked = Number(params.get('revision')) || null;
  const { data, failure, again } = useLoad(`${id} ${asked}`, (signal) => read(id, asked, signal));
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
  const { article, revision } = data;
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
      {revision === article.revision ? (
        <p class="legend quiet">
          {counted(article.statementCount, 'statement')}: <span class="said direct">quotation</span>
          , <span class="said mixed">partly quoted</span>,{' '}
          <span class="said indirect">paraphrase</span>
        </p>
      ) : (
        <p class="notice" role="status">
          This is revision {revision} as it once was; statements are marked in{' '}
          <a href={`/articles/${id}`}>the latest, revision {article.revision}</a>.
        </p>
      )}
      {revision === article.revision ? (
        <MarkedText
          text={data.text}
          statements={data.statements}
          wanted={params.get('statement')}
        />
      ) : (
        <RevisionText older={data.text} newer={data.latest} />
      )}
      <Revisions id={id} shown={revision} revisions={data.revisions} />
    </>
  );
}

function Revisions(props: {
  id: string;
  shown: number;
  revisions: readonly Schemas['Revision'][];
}) {
  return (
    <section aria-labelledby="revisions">
      <h2 id="revisions">Revisions</h2>
      <ol class="revisions">
        {props.revisions.map((revision) => (
          <li key={revision.number}>
            <a
              href={`/articles/${props.id}${revision.current ? '' : `?revision=${revision.number}`}`}
              {...(revision.number === props.shown ? { 'aria-current': 'true' } : {})}
            >
              Revision {revision.number}
              {revision.current && ', the latest'}
            </a>{' '}
            <span class="quiet">
              stored {minute(revision.createdAt)} · {counted(revision.length, 'character')} ·{' '}
              {counted(revision.statementCount, 'statement')}
              {revision.changes !== null && <> · {fates(revision.changes)}</>}
            </span>
            {revision.silentEdit && (
              <p class="notice">
                <strong>Silent edit:</strong> the words changed, and no new notice says so.
              </p>
            )}
            {revision.notice !== null && (
              <p class="notice">Says of itself: {revision.notice.exact}</p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What became of the statements of the revision before; what there is none of is left out. */
function fates(changes: Schemas['RevisionChanges']): string {
  return (['kept', 'changed', 'added', 'removed'] as const)
    .filter((fate) => changes[fate] > 0)
    .map((fate) => `${changes[fate]} ${fate}`)
    .join(', ');
}
