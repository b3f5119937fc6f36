// Search: one box that answers while one types, filters as removable chips, the whole state in the address.

import { useState } from 'preact/hooks';

import type { Schemas } from '../api';
import { client, dataOf } from '../api';
import { useLoad } from '../load';
import { FailureNotice } from '../notices';
import { go, useAddress, useTitle } from '../router';
import { counted, SORT_WORDS } from '../words';
import { Filters, WIDE } from './filters';
import type { Query } from './query';
import { FILTERS, hrefOf, readQuery, requestOf, sortsOf, without } from './query';
import { Results } from './results';

export { MoreStatements } from './results';

const PAUSE_MS = 120;
const FACETS = 'speaker,topic,publication,form,year,cueClass,review';

type List = Schemas['StatementList'];

export function SearchPage() {
  const { search } = useAddress();
  const query = readQuery(search);
  const key = JSON.stringify(query);
  const [open, setOpen] = useState(() => matchMedia(WIDE).matches);
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
  // Counting takes longer than finding: it waits until the reader has stopped typing, and holds up nothing.
  const settled = !found.loading && found.failure === null;
  const counts = useLoad(
    settled ? `${key} ${open}` : null,
    (signal) => {
      const facets = open ? { facets: FACETS } : {};
      const params = { query: { ...requestOf(query), limit: 1, total: true, ...facets } };
      return dataOf(client.GET('/v1/statements', { params, signal }));
    },
    2 * PAUSE_MS,
  );
  const facets = counts.data?.facets ?? null;
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
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown') toFirstResult(event);
          }}
        />
        <p id="q-help" class="quiet">
          <q>exact phrase</q> in quotation marks, OR between alternatives, -word to leave out, gov*
          for beginnings. Arrow down goes to the first result.
        </p>
      </form>
      <Chips query={query} total={counts.data} change={change} />
      <a class="skip" href="#results">
        Skip the filters
      </a>
      <div class="found">
        <Filters
          query={query}
          change={change}
          facets={facets}
          found={found.data?.list.items ?? []}
          open={open}
          setOpen={setOpen}
        />
        <section aria-label="Results" id="results" tabIndex={-1}>
          <div class="above">
            <p class="count" role="status">
              {found.failure === null && status(found.data?.list ?? null, counts.data)}
            </p>
            <Sort query={query} change={change} />
          </div>
          <Meant list={found.data?.list ?? null} change={change} />
          {found.failure !== null && <FailureNotice failure={found.failure} again={found.again} />}
          {found.failure === null && found.data !== null && (
            <Results
              key={key}
              query={found.data.query}
              first={found.data.list}
              loading={found.loading}
            />
          )}
        </section>
      </div>
    </>
  );
}

function toFirstResult(event: KeyboardEvent) {
  const first = document.querySelector<HTMLElement>('#results .words a');
  if (first === null) return;
  event.preventDefault();
  first.focus();
}

function status(list: List | null, total: Pick<List, 'total' | 'totalIsExact'> | null): string {
  if (list === null) return 'Searching …';
  if (list.nextCursor === null) return counted(list.items.length, 'statement');
  const count = total?.total ?? list.items.length;
  return total?.totalIsExact === true
    ? counted(count, 'statement')
    : `More than ${count.toLocaleString('en-GB')} statements`;
}

function Sort({ query, change }: { query: Query; change: (part: Query) => void }) {
  return (
    <p class="sort">
      <label for="sort">Order</label>
      <select
        id="sort"
        value={query.sort ?? '-date'}
        onChange={({ currentTarget: { value } }) =>
          change({ sort: value === '-date' ? undefined : value })
        }
      >
        {sortsOf(query.q).map((sort) => (
          <option key={sort} value={sort}>
            {SORT_WORDS[sort]}
          </option>
        ))}
      </select>
    </p>
  );
}

/** A name may be several people's: which of them are meant is the reader's to say. */
function Meant({ list, change }: { list: List | null; change: (part: Query) => void }) {
  const speakers = list?.speakers ?? [];
  if (speakers.length < 2) return null;
  return (
    <div class="notice">
      <p>{counted(speakers.length, 'speaker')} are called so. Which one do you mean?</p>
      <ul class="chips">
        {speakers.slice(0, 8).map(({ id, name, roles, type, statementCount }) => (
          <li key={id}>
            <button type="button" onClick={() => change({ speaker: id, speakerName: name })}>
              {name}, {roles[0] ?? type} <span class="n">{statementCount}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The filters in use, with how many statements pass them all. */
function Chips(props: {
  query: Query;
  total: Pick<List, 'total' | 'totalIsExact'> | null;
  change: (part: Query) => void;
}) {
  const { query, total, change } = props;
  const count = total?.totalIsExact === true ? total.total : undefined;
  const set = FILTERS.filter(({ name }) => query[name] !== undefined);
  if (set.length === 0) return null;
  return (
    <ul class="chips" aria-label="Filters in use">
      {set.map(({ name, label, word }) => {
        const value = word(query[name] ?? '', query);
        return (
          <li key={name}>
            <button
              type="button"
              onClick={() => {
                change(without(query, name));
                document.getElementById('q')?.focus();
              }}
            >
              <span class="visually-hidden">Remove filter </span>
              {label}: {value}{' '}
              {count !== undefined && <span class="n">{count.toLocaleString('en-GB')} </span>}
              <span aria-hidden="true">×</span>
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
