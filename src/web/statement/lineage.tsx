// Where else the same words were printed: earliest first, with what each printing changed.

import type { Schemas } from '../api';
import { client, dataOf } from '../api';
import { Differences } from '../differences';
import { useLoad } from '../load';
import { FailureNotice, Reading } from '../notices';
import { counted, day, FORM_WORDS, shown } from '../words';
import { StatementItem } from './statementItem';

const KINDS: Record<Schemas['Occurrence']['kind'], string> = {
  earliest: 'Printed first',
  same: 'The same words',
  shortened: 'Shortened',
  extended: 'With more words',
  altered: 'Words differ',
};

export function Lineage({ id }: { id: string }) {
  const { data, failure, again } = useLoad(id, (signal) =>
    dataOf(
      client.GET('/v1/statements/{statementId}/lineage', {
        params: { path: { statementId: id } },
        signal,
      }),
    ),
  );
  return (
    <section aria-labelledby="lineage">
      <h2 id="lineage">Where else these words were printed</h2>
      {failure !== null && <FailureNotice failure={failure} again={again} />}
      {failure === null && data === null && <Reading what="the other printings" />}
      {data !== null && data.id === null && (
        <p class="quiet">In no other article that is stored here.</p>
      )}
      {data !== null && data.id !== null && (
        <>
          <p>{printed(data)}</p>
          <ol class="statements lineage">
            {data.occurrences.map((one) => (
              <li key={one.statement.id}>
                <p class="kind">
                  <strong>{KINDS[one.kind]}</strong>
                  {one.statement.id === id && ' · the statement above'}
                  {one.inWireCopy && ' · its article is a copy of an earlier one'}
                </p>
                <StatementItem statement={one.statement} />
                {one.diff.length > 0 && <Differences diff={one.diff} />}
              </li>
            ))}
          </ol>
          {data.counts.statements > data.occurrences.length && (
            <p class="quiet">These are the earliest {data.occurrences.length}.</p>
          )}
        </>
      )}
    </section>
  );
}

function printed({
  counts,
  firstDate,
  lastDate,
}: Pick<Schemas['Lineage'], 'counts' | 'firstDate' | 'lastDate'>): string {
  const [first, last] = [day(firstDate), day(lastDate)];
  const when = first === last ? `on ${first}` : `from ${first} to ${last}`;
  return `${counted(counts.statements, 'printing')} in ${counted(counts.articles, 'article')} of ${counted(counts.publications, 'publication')}, ${when}.`;
}

/** What of a speaker several publications printed, the most printed first, each in short with the way to all of it. */
export function TopLineages({ speakerId }: { speakerId: string }) {
  const { data, failure, again } = useLoad(speakerId, (signal) =>
    dataOf(
      client.GET('/v1/lineages', {
        params: { query: { speaker: speakerId, minPublications: 2, limit: 5 } },
        signal,
      }),
    ),
  );
  if (failure !== null) return <FailureNotice failure={failure} again={again} />;
  if (data === null || data.items.length === 0) return null;
  return (
    <section class="narrow" aria-labelledby="repeated">
      <h2 id="repeated">Printed by several</h2>
      <ol class="repeated">
        {data.items.map(({ id, earliest, counts, firstDate }) => (
          <li key={id} class={earliest.form}>
            <a class="words" href={`/statements/${earliest.id}#lineage`}>
              {shown(earliest)}
            </a>
            <span class="where">
              {FORM_WORDS[earliest.form]} · {counted(counts.publications, 'publication')}, first{' '}
              {day(firstDate)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
