// What a search found: statements, more of them on demand, and where there are none, what would help.

import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

import type { Schemas, Statement } from '../api';
import { client, dataOf } from '../api';
import { useLoad } from '../load';
import { FailureNotice } from '../notices';
import { StatementItem } from '../statement/statementItem';
import type { Query } from './query';
import { hrefOfList, requestOf } from './query';

type List = Schemas['StatementList'];

/** After the first page, more at once: who goes on reads on. */
const MORE = 100;

export function Results(props: { query: Query; first: List; loading: boolean }) {
  const { query, first, loading } = props;
  if (first.items.length === 0 && !loading)
    return <NothingFound query={query} advice={first.advice ?? []} />;
  return (
    <div aria-busy={loading}>
      <MoreStatements
        key={first.items[0]?.id}
        first={first}
        next={(cursor) =>
          dataOf(
            client.GET('/v1/statements', {
              params: { query: { ...requestOf(query), cursor, limit: MORE } },
            }),
          )
        }
      />
    </div>
  );
}

/** Rows that stand already are not made again when more come: with 2,000 of them, that held the page up for a second. */
const ROWS = new WeakMap<Statement, VNode>();

function rowOf(statement: Statement): VNode {
  const known = ROWS.get(statement);
  if (known !== undefined) return known;
  const row = (
    <li key={statement.id}>
      <StatementItem statement={statement} />
    </li>
  );
  ROWS.set(statement, row);
  return row;
}

/** A list that grows by its cursor. */
export function MoreStatements(props: {
  first: Pick<List, 'items' | 'nextCursor'>;
  next: (cursor: string) => Promise<List>;
}) {
  const [more, setMore] = useState<{ items: Statement[]; nextCursor: string | null } | null>(null);
  const [asked, setAsked] = useState<string | null>(null);
  const list = useRef<HTMLOListElement>(null);
  const reached = useRef<number | null>(null);
  const cursor = more === null ? props.first.nextCursor : more.nextCursor;
  const items = [...props.first.items, ...(more?.items ?? [])];
  const page = useLoad(asked, async () => {
    const answer = await props.next(asked ?? '');
    reached.current = items.length;
    setMore((before) => ({
      items: [...(before?.items ?? []), ...answer.items],
      nextCursor: answer.nextCursor,
    }));
    setAsked(null);
    return answer;
  });
  // Who asked by keyboard goes on at the first of the new ones, not behind the last.
  useEffect(() => {
    if (reached.current === null) return;
    const first = list.current?.children[reached.current]?.querySelector('a');
    reached.current = null;
    first?.focus({ preventScroll: true });
  }, [items.length]);
  return (
    <>
      <ol class="statements" ref={list}>
        {items.map(rowOf)}
      </ol>
      {page.failure !== null && <FailureNotice failure={page.failure} again={page.again} />}
      {cursor !== null && (
        <button type="button" disabled={page.loading} onClick={() => setAsked(cursor)}>
          {page.loading ? 'Reading more …' : 'Show more'}
        </button>
      )}
      <p class="visually-hidden" role="status">
        {more !== null && `${items.length.toLocaleString('en-GB')} are shown.`}
      </p>
    </>
  );
}

function NothingFound({ query, advice }: { query: Query; advice: readonly Schemas['Advice'][] }) {
  if (Object.keys(query).length === 0) {
    return (
      <div class="empty">
        <p>
          Nothing has been stored yet. <a href="/ingest">Add an article</a>, and its statements can
          be found here.
        </p>
      </div>
    );
  }
  return (
    <div class="empty">
      <p>No statement matches all of this.</p>
      {advice.length > 0 ? (
        <ul>
          {advice.map((one) => (
            <li key={one.detail}>
              {one.detail} <Try address={one.try} />
            </li>
          ))}
        </ul>
      ) : (
        <p>
          Use fewer or other words, or remove a filter. Only the words that were said are searched,
          not the names of those who said them: for those, there is the filter Speaker.
        </p>
      )}
    </div>
  );
}

function Try({ address }: { address: string | null }) {
  const href = address === null ? null : hrefOfList(address);
  return href === null ? null : <a href={href}>Search like that</a>;
}
