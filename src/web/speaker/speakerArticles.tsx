// The names and roles under which articles quote a speaker, the newest first, and why each was taken to mean this one.

import { useState } from 'preact/hooks';

import type { Schemas } from '../api';
import { client, dataOf } from '../api';
import { useLoad } from '../load';
import { FailureNotice, Reading } from '../notices';
import { counted, day } from '../words';
import { why } from './naming';

type Page = Schemas['SpeakerArticleList'];

export function SpeakerArticles({ id }: { id: string }) {
  const [cursor, setCursor] = useState<string | null>(null);
  const [before, setBefore] = useState<Page['items']>([]);
  const { data, failure, loading, again } = useLoad(`${id} ${cursor}`, (signal) =>
    dataOf(
      client.GET('/v1/speakers/{speakerId}/articles', {
        params: {
          path: { speakerId: id },
          query: { limit: 20, ...(cursor === null ? {} : { cursor }) },
        },
        signal,
      }),
    ),
  );
  if (failure !== null) return <FailureNotice failure={failure} again={again} />;
  if (data === null) return <Reading what="the articles" />;
  // While the next page is read, `data` is still the former one, which `before` has already.
  const items = loading ? before : [...before, ...data.items];
  if (items.length === 0 && !loading) return null;
  return (
    <section aria-labelledby="articles">
      <h2 id="articles">Names and roles, article by article</h2>
      <ol class="named" aria-busy={loading}>
        {(items.length === 0 ? data.items : items).map((one) => (
          <li key={one.article.id}>
            <p>
              <b>{one.name}</b>
              {one.roles.length > 0 && <>, {one.roles.join('; ')}</>}
            </p>
            <p class="where">
              <a href={`/articles/${one.article.id}`}>{one.article.title ?? 'Untitled article'}</a>
              {one.article.publication !== null && <> · {one.article.publication}</>} ·{' '}
              <time dateTime={one.article.date}>{day(one.article.date)}</time> ·{' '}
              {counted(one.statementCount, 'statement')}
            </p>
            <p class="quiet why">{why(one.evidence)}</p>
          </li>
        ))}
      </ol>
      {data.nextCursor !== null && (
        <button
          type="button"
          disabled={loading}
          onClick={() => {
            setBefore(items);
            setCursor(data.nextCursor);
          }}
        >
          {loading ? 'Reading more …' : 'Show more articles'}
        </button>
      )}
    </section>
  );
}
