// Search: one box that answers while one types, filters as removable chips, the whole state in the address.

import { useState } from 'preact/hooks';

import type { Schemas, Statement } from './api';
import { client, dataOf } from './api';
import { Filters } from './filters';
import { useLoad } from './load';
import { FailureNotice } from './notices';
import type { Query } from './query';
import { CHIPS, hrefOf, readQuery, requestOf } from './query';
import { go, useAddress, useTitle } from './router';
import { StatementItem } from './statementItem';
import { counted } from './words';

const PAUSE_MS = 120;

export function SearchPage() {
  const { search } = useAddress();
  const query = readQuery(search);
  const key = JSON.stringify(query);
  useTitle(query.q === undefined ? 'Search' : `“${query.q}”`);
  const found = useLoad(
    key,
    async (signal) => {
      const params = { query: requestOf(query) };
      const list = await dataOf(client.GET('/v1/statements', { params, signal }));
      return { query, list };
    },
    PAUSE_MS,
  );
  // Counting is slow on a large store: it waits until the reader has stopped typing, and holds up nothing.
  const counting = !found.loading && found.failure === null && found.data?.list.nextCursor;
  const total = useLoad(
    counting ? key : null,
    async (signal) => {
      const params = { query: { ...requestOf(query), limit: 1, total: true } };
      return await dataOf(client.GET('/v1/statements', { params, signal }));
    },
    2 * PAUSE_MS,
  );
  const change = (part: Query, replace = false) => go(hrefOf({ ...query, ...part }), replace);
  return (
    <>
      <h1>Who said what, where, in which words</h1>
      <form
        role="search"
        class="searching"
        onSubmit={(event) => event.preventDefault()}
        autocomplete="off"
      >
        <label for="q">Words that were said</label>
        <input
          id="q"
          type="search"
          value={query.q ?? ''}
          maxLength={300}
          spellcheck={false}
          aria-describedby="q-help"
          onInput={(event) => change({ q: event.currentTarget.value }, true)}
        />
        <p id="q-help" class="quiet">
          <q>exact phrase</q> in quotation marks, OR between alternatives, -word to leave out.
        </p>
        <Filters query={query} change={change} found={found.data?.list.items ?? []} />
      </form>
      <Chips query={query} change={change} />
      <p class="count" role="status">
        {found.failure === null && status(found.data?.list ?? null, total.data)}
      </p>
      {found.failure !== null && <FailureNotice failure={found.failure} again={found.again} />}
      {found.failure === null && found.data !== null && (
        <Results
          key={key}
          query={found.data.query}
          first={found.data.list}
          loading={found.loading}
        />
      )}
    </>
  );
}

type List = Schemas['StatementList'];

function status(list: List | null, total: Pick<List, 'total' | 'totalIsExact'> | null): string {
  if (list === null) return 'Searching …';
  if (list.nextCursor === null) return counted(list.items.length, 'statement');
  const count = total?.total ?? list.items.length;
  return total?.totalIsExact === true
    ? counted(count, 'statement')
    : `More than ${count.toLocaleString('en')} statements`;
}

function Chips({ query, change }: { query: Query; change: (part: Query) => void }) {
  const set = CHIPS.filter(({ name }) => query[name] !== undefined);
  if (set.length === 0) return null;
  return (
    <ul class="chips" aria-label="Filters in use">
      {set.map(({ name, label, word }) => {
        const value = word(query[name] ?? '');
        return (
          <li key={name}>
            <button
              type="button"
              aria-label={`Remove filter ${label} ${value}`}
              onClick={() => change(without(name))}
            >
              {label}: {value} <span aria-hidden="true">×</span>
            </button>
          </li>
        );
      })}
      <li>
        <button type="button" class="plain" onClick={() => go(hrefOf({ q: query.q }))}>
          Remove all
        </button>
      </li>
    </ul>
  );
}

function without(name: keyof Query): Query {
  return name === 'topic' ? { topic: undefined, topicLabel: undefined } : { [name]: undefined };
}

function Results(props: { query: Query; first: Schemas['StatementList']; loading: boolean }) {
  const { query, first, loading } = props;
  if (first.items.length === 0 && !loading) return <NothingFound query={query} />;
  return (
    <div aria-busy={loading}>
      <MoreStatements
        key={first.items[0]?.id}
        first={first}
        next={(cursor) =>
          dataOf(
            client.GET('/v1/statements', { params: { query: { ...requestOf(query), cursor } } }),
          )
        }
      />
    </div>
  );
}

/** A list that grows by its cursor. */
export function MoreStatements(props: {
  first: Pick<Schemas['StatementList'], 'items' | 'nextCursor'>;
  next: (cursor: string) => Promise<Schemas['StatementList']>;
}) {
  const [more, setMore] = useState<{ items: Statement[]; nextCursor: string | null } | null>(null);
  const [asked, setAsked] = useState<string | null>(null);
  const cursor = more === null ? props.first.nextCursor : more.nextCursor;
  const page = useLoad(asked, async () => {
    const answer = await props.next(asked ?? '');
    setMore((before) => ({
      items: [...(before?.items ?? []), ...answer.items],
      nextCursor: answer.nextCursor,
    }));
    setAsked(null);
    return answer;
  });
  return (
    <>
      <ol class="statements">
        {[...props.first.items, ...(more?.items ?? [])].map((statement) => (
          <li key={statement.id}>
            <StatementItem statement={statement} />
          </li>
        ))}
      </ol>
      {page.failure !== null && <FailureNotice failure={page.failure} again={page.again} />}
      {cursor !== null && (
        <button type="button" disabled={page.loading} onClick={() => setAsked(cursor)}>
          {page.loading ? 'Reading more …' : 'Show more'}
        </button>
      )}
    </>
  );
}

function NothingFound({ query }: { query: Query }) {
  const narrowed = Object.keys(query).length > 0;
  return (
    <div class="empty">
      {narrowed ? (
        <p>
          No statement matches all of this. Use fewer or other words, or remove a filter. Only the
          words that were said are searched, not the names of those who said them: for those, there
          is the filter Speaker.
        </p>
      ) : (
        <p>
          Nothing has been stored yet. <a href="/ingest">Add an article</a>, and its statements can
          be found here.
        </p>
      )}
    </div>
  );
}
