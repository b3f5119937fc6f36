// A speaker's statements, narrowed by topic, publication and a bar of the timeline.

import { useState } from 'preact/hooks';

import type { Schemas } from '../api';
import { client, dataOf } from '../api';
import { useLoad } from '../load';
import { FailureNotice } from '../notices';
import { MoreStatements } from '../search/search';
import { counted, day } from '../words';
import type { Narrowed } from './speaker';

const PAGE = 50;

export function SpeakerStatements(props: {
  speaker: Schemas['Speaker'];
  narrowed: Narrowed;
  showAll: () => void;
}) {
  const { speaker, narrowed } = props;
  const key = JSON.stringify(narrowed);
  const isNarrowed = key !== '{}';
  const read = (cursor: string | null, signal?: AbortSignal) =>
    dataOf(
      client.GET('/v1/speakers/{speakerId}/statements', {
        params: {
          path: { speakerId: speaker.id },
          query: { limit: PAGE, ...narrowed, ...(cursor === null ? {} : { cursor }) },
        },
        ...(signal === undefined ? {} : { signal }),
      }),
    );
  const { data, failure, loading, again } = useLoad(key, (signal) => read(null, signal));
  return (
    <section aria-labelledby="statements">
      <h2 id="statements">Statements</h2>
      <p role="status" class="count">
        {data !== null && !loading && told(data, narrowed, isNarrowed ? null : speaker)}
      </p>
      {isNarrowed && (
        <button type="button" class="plain" onClick={props.showAll}>
          Show all statements
        </button>
      )}
      {failure !== null && <FailureNotice failure={failure} again={again} />}
      {failure === null && data !== null && (
        <div aria-busy={loading}>
          <MoreStatements
            key={`${key} ${data.items[0]?.id}`}
            first={data}
            next={(cursor) => read(cursor)}
          />
        </div>
      )}
    </section>
  );
}

function told(
  { items, nextCursor }: Schemas['StatementList'],
  { from, to }: Narrowed,
  whole: Schemas['Speaker'] | null,
): string {
  const when = from && to ? `, ${period(from, to)}` : '';
  if (items.length === 0) {
    return whole === null
      ? `No statement is all of this${when}.`
      : 'Nothing that is stored now is attributed to this speaker.';
  }
  if (nextCursor === null) return `${counted(items.length, 'statement')}${when}`;
  return whole === null
    ? `The newest ${counted(items.length, 'statement')}${when}`
    : `The newest ${items.length} of ${counted(whole.statementCount, 'statement')}`;
}

/** '1 Mar 2026 to 31 Mar 2026': the API's end is not included, a reader's is. Other text in the address stays as it is. */
function period(from: string, to: string): string {
  const [start, end] = [Date.parse(from), Date.parse(to)];
  if (Number.isNaN(start) || Number.isNaN(end)) return `${from} to ${to}`;
  const [first, last] = [start, end - 1].map((time) => day(new Date(time).toISOString()));
  return first === last ? String(first) : `${first} to ${last}`;
}

type Part = 'topic' | 'publication';

/** What the speaker spoke about and who printed it, with counts within what else is chosen. */
export function NarrowSpeaker(props: {
  id: string;
  narrowed: Narrowed;
  change: (part: { [Name in Part]?: string | null }) => void;
}) {
  const { id, narrowed, change } = props;
  return (
    <>
      {(['topic', 'publication'] as const).map((part) => (
        <Narrow
          key={part}
          id={id}
          part={part}
          narrowed={narrowed}
          choose={(value) => change({ [part]: value })}
        />
      ))}
    </>
  );
}

const LABELS: Record<Part, string> = { topic: 'Topics', publication: 'Printed by' };
/** As many are shown until one asks for more. */
const FEW = 6;

function Narrow(props: {
  id: string;
  part: Part;
  narrowed: Narrowed;
  choose: (value: string | null) => void;
}) {
  const { id, part, narrowed, choose } = props;
  const [all, setAll] = useState(false);
  const chosen = narrowed[part] ?? null;
  const others: Narrowed = { ...narrowed };
  delete others[part];
  const { data, failure, again } = useLoad(JSON.stringify(others), (signal) =>
    dataOf(
      client.GET('/v1/speakers/{speakerId}/statements', {
        params: { path: { speakerId: id }, query: { limit: 1, facets: part, ...others } },
        signal,
      }),
    ),
  );
  if (failure !== null) return <FailureNotice failure={failure} again={again} />;
  const values = data?.facets?.[part] ?? [];
  if (values.length === 0) return null;
  const shown = all ? values : values.filter(({ value }, i) => i < FEW || value === chosen);
  return (
    <section class="narrow" aria-label={LABELS[part]}>
      <h2>{LABELS[part]}</h2>
      <ul class="chips">
        {shown.map(({ value, label, count }) => (
          <li key={value}>
            <button
              type="button"
              aria-pressed={value === chosen}
              onClick={() => choose(value === chosen ? null : value)}
            >
              {label} <span class="quiet">{count.toLocaleString('en-GB')}</span>
            </button>
          </li>
        ))}
      </ul>
      {shown.length < values.length && (
        <button type="button" class="plain" onClick={() => setAll(true)}>
          {values.length - shown.length} more
        </button>
      )}
      {data?.facets?.exact === false && (
        <p class="quiet">Counted in the newest {data.facets.counted.toLocaleString('en-GB')}.</p>
      )}
    </section>
  );
}
