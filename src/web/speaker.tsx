// Speaker: names, and roles over time; what they said when and about what; who printed it; and an editor's merging.

import type { Schemas } from './api';
import { client, dataOf } from './api';
import { TopLineages } from './lineage';
import { useLoad } from './load';
import { FailureNotice, Reading } from './notices';
import { go, useAddress, useTitle } from './router';
import { MoreStatements } from './search';
import { SpeakerEdits } from './speakerEdits';
import { SpeakerTimeline } from './speakerTimeline';
import { counted, day } from './words';

const PAGE = 50;

export function SpeakerPage({ id }: { id: string }) {
  const { data, failure, again } = useLoad(id, async (signal) => {
    const answer = await client.GET('/v1/speakers/{speakerId}', {
      params: { path: { speakerId: id } },
      signal,
    });
    const speaker = await dataOf(Promise.resolve(answer));
    return { speaker, tag: answer.response.headers.get('ETag') ?? '' };
  });
  useTitle(data?.speaker.name ?? 'Speaker');
  if (failure !== null) {
    return (
      <>
        <h1>Speaker</h1>
        <FailureNotice failure={failure} again={again} />
      </>
    );
  }
  if (data === null) return <Reading what="the speaker" />;
  const { speaker, tag } = data;
  return (
    <>
      <h1>{speaker.name}</h1>
      <About speaker={speaker} />
      <Said key={tag} speaker={speaker} />
      <TopLineages key={`lineages ${tag}`} speakerId={speaker.id} />
      <SpeakerEdits speaker={speaker} tag={tag} changed={again} />
    </>
  );
}

function About({ speaker }: { speaker: Schemas['Speaker'] }) {
  return (
    <dl class="about">
      <dt>Kind</dt>
      <dd>{speaker.type}</dd>
      {speaker.aliases.length > 0 && (
        <>
          <dt>Also called</dt>
          <dd>{speaker.aliases.join(', ')}</dd>
        </>
      )}
      {speaker.sameAs.length > 0 && (
        <>
          <dt>Elsewhere</dt>
          <dd>
            {speaker.sameAs.map((uri) => (
              <div key={uri}>
                <a href={uri} rel="noreferrer noopener" data-leave>
                  {uri}
                </a>
              </div>
            ))}
          </dd>
        </>
      )}
      {speaker.roleHistory.length > 0 && (
        <>
          <dt>Roles</dt>
          <dd>
            <ul class="roles">
              {speaker.roleHistory.map((one) => (
                <li key={one.role}>
                  {one.role}{' '}
                  <span class="quiet">
                    {span(one.firstSeen, one.lastSeen)}, {counted(one.articleCount, 'article')}
                  </span>
                </li>
              ))}
            </ul>
          </dd>
        </>
      )}
      <dt>Said</dt>
      <dd>
        {counted(speaker.statementCount, 'statement')} in {counted(speaker.articleCount, 'article')}{' '}
        · <a href={`/?speaker=${encodeURIComponent(speaker.name)}`}>search in them</a>
      </dd>
    </dl>
  );
}

const span = (first: string, last: string): string =>
  day(first) === day(last) ? day(first) : `${day(first)} to ${day(last)}`;

/** Statements, narrowed by topic, publication and a bar of the timeline; the address holds which. */
function Said({ speaker }: { speaker: Schemas['Speaker'] }) {
  const { pathname, search } = useAddress();
  const params = new URLSearchParams(search);
  const [topic, publication] = [params.get('topic'), params.get('publication')];
  const [from, to] = [params.get('from'), params.get('to')];
  const path = { speakerId: speaker.id };
  const narrowed = Object.fromEntries(
    Object.entries({ topic, publication, from, to }).filter(([, value]) => value !== null),
  );
  const read = (cursor: string | null, signal?: AbortSignal) =>
    dataOf(
      client.GET('/v1/speakers/{speakerId}/statements', {
        params: {
          path,
          query: { limit: PAGE, ...narrowed, ...(cursor === null ? {} : { cursor }) },
        },
        ...(signal === undefined ? {} : { signal }),
      }),
    );
  const list = useLoad(search, (signal) => read(null, signal));
  const facets = useLoad(speaker.id, (signal) =>
    dataOf(
      client.GET('/v1/speakers/{speakerId}/statements', {
        params: { path, query: { limit: 1, facets: 'topic,publication' } },
        signal,
      }),
    ),
  );
  const change = (part: Record<string, string | null>) => {
    const after = new URLSearchParams(search);
    for (const [name, value] of Object.entries(part)) {
      if (value === null) after.delete(name);
      else after.set(name, value);
    }
    go(after.size === 0 ? pathname : `${pathname}?${after}`);
  };
  const counts = facets.data?.facets;
  return (
    <>
      <Narrow
        label="Topics"
        values={counts?.topic ?? []}
        chosen={topic}
        choose={(value) => change({ topic: value })}
      />
      <Narrow
        label="Printed by"
        values={counts?.publication ?? []}
        chosen={publication}
        choose={(value) => change({ publication: value })}
      />
      {counts?.exact === false && (
        <p class="quiet">Counted in the newest {counts.counted.toLocaleString('en-GB')}.</p>
      )}
      <SpeakerTimeline
        id={speaker.id}
        topic={topic}
        from={from}
        choose={(bar) => change({ from: bar?.start ?? null, to: bar?.end ?? null })}
      />
      <h2>Statements</h2>
      <p role="status" class="count">
        {list.data !== null && !list.loading && told(list.data, search)}
      </p>
      {search !== '' && (
        <button type="button" class="plain" onClick={() => go(pathname)}>
          Show all statements
        </button>
      )}
      {list.failure !== null && <FailureNotice failure={list.failure} again={list.again} />}
      {list.failure === null && list.data !== null && (
        <div aria-busy={list.loading}>
          <MoreStatements
            key={`${search} ${list.data.items[0]?.id}`}
            first={list.data}
            next={(cursor) => read(cursor)}
          />
        </div>
      )}
    </>
  );
}

function told({ items, nextCursor }: Schemas['StatementList'], search: string): string {
  if (items.length === 0) {
    return search === ''
      ? 'Nothing that is stored now is attributed to this speaker.'
      : 'No statement is all of this.';
  }
  const count = counted(items.length, 'statement');
  return nextCursor === null ? count : `The newest ${count}`;
}

/** Values with their counts, as buttons that narrow what is below. */
function Narrow(props: {
  label: string;
  values: Schemas['FacetValues'];
  chosen: string | null;
  choose: (value: string | null) => void;
}) {
  const { label, values, chosen, choose } = props;
  if (values.length === 0) return null;
  return (
    <section class="narrow" aria-label={label}>
      <h2>{label}</h2>
      <ul class="chips">
        {values.map(({ value, label: name, count }) => (
          <li key={value}>
            <button
              type="button"
              aria-pressed={value === chosen}
              onClick={() => choose(value === chosen ? null : value)}
            >
              {name} <span class="quiet">{count}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
