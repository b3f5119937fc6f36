// Everything else that is known of a statement: what it names, whose words it is made of, what the machine read otherwise.

import type { Schemas, Statement } from '../api';
import { client, dataOf } from '../api';
import { useLoad } from '../load';
import { FailureNotice } from '../notices';
import { FORM_WORDS, minute, percent } from '../words';

/** Further rows of the list of facts. */
export function MoreFacts({ statement }: { statement: Statement }) {
  const { subjects, parent, content, article, engine, review } = statement;
  const speakers = wordsOf(content, 'speaker');
  const reporters = wordsOf(content, 'reporter');
  return (
    <>
      {subjects.length > 0 && (
        <>
          <dt>Names</dt>
          <dd>
            {subjects.map(({ id, name, type, speakerId }, i) => (
              <span key={id}>
                {i > 0 && ', '}
                {speakerId === null ? name : <a href={`/speakers/${speakerId}`}>{name}</a>}{' '}
                <span class="quiet">({type})</span>
              </span>
            ))}
          </dd>
        </>
      )}
      {speakers.length > 0 && (
        <>
          <dt>In the speaker’s own words</dt>
          <dd>{speakers.join(' … ')}</dd>
        </>
      )}
      {reporters.length > 0 && (
        <>
          <dt>In the reporter’s words</dt>
          <dd>{reporters.join(' … ')}</dd>
        </>
      )}
      {parent !== null && (
        <>
          <dt>Within</dt>
          <dd>
            <a href={`/statements/${parent}`}>the statement that reports it</a>
          </dd>
        </>
      )}
      <dt>Place</dt>
      <dd>
        {content.map(({ start, end }) => `${start}–${end}`).join(', ')} in revision{' '}
        {article.revision}
        {!article.current && ', which is not the latest'}
      </dd>
      <dt>Found by</dt>
      <dd>
        {engine.name} {engine.version}, stored {minute(statement.createdAt)}
      </dd>
      <dt>Review</dt>
      <dd>
        {REVIEWED[review.state]}
        {review.by !== null && ` by ${review.by}`}
        {review.at !== null && `, ${minute(review.at)}`}
        {review.note !== null && ` (“${review.note}”)`}
        {article.current && (
          <>
            {' · '}
            <a href={`/review?statement=${statement.id}`}>review it</a>
          </>
        )}
      </dd>
    </>
  );
}

const REVIEWED: Record<Schemas['ReviewState'], string> = {
  machine: 'No editor has looked at it yet',
  confirmed: 'Confirmed',
  corrected: 'Corrected',
  rejected: 'Rejected',
};

/** The phrases that are one side's; none where the engine did not tell them apart, or all of them are of one side. */
function wordsOf(
  content: readonly Schemas['ContentSpan'][],
  whose: Schemas['Segment']['words'],
): string[] {
  const segments = content.flatMap((span) => span.segments);
  if (new Set(segments.map(({ words }) => words)).size < 2) return [];
  return segments.flatMap(({ words, exact }) => (words === whose ? [exact] : []));
}

/** What the machine said before an editor did, and the readings that came second. */
export function OtherReadings({ statement }: { statement: Statement }) {
  const { machine, alternatives } = statement;
  const second = [
    ...(alternatives?.source ?? []).map(({ exact, confidence }) => ({
      what: 'Source',
      words: exact,
      confidence,
    })),
    ...(alternatives?.content ?? []).map(({ spans, confidence }) => ({
      what: 'Content',
      words: spans.map(({ exact }) => exact).join(' … '),
      confidence,
    })),
  ];
  if (machine === null && second.length === 0) return null;
  return (
    <section aria-labelledby="otherwise">
      <h2 id="otherwise">How else it was read</h2>
      <ul class="plainly">
        {machine !== null && (
          <li>
            <span class="quiet">The machine, before an editor said otherwise:</span>{' '}
            {FORM_WORDS[machine.form]},{' '}
            {machine.speakers.map(({ name }) => name).join(', ') || 'nobody named'}
            {machine.cue !== null && (
              <>
                , cue <i>{machine.cue.exact}</i>
              </>
            )}
            : {machine.content.map(({ exact }) => exact).join(' … ')}
          </li>
        )}
        {second.map(({ what, words, confidence }) => (
          <li key={`${what} ${words}`}>
            <span class="quiet">
              {what}, {percent(confidence)} against the one chosen:
            </span>{' '}
            {words}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What editors did to a statement, the latest first. */
export function StatementHistory({ statement: { id, review } }: { statement: Statement }) {
  const { data, failure, again } = useLoad(`${id} ${review.at}`, (signal) =>
    dataOf(
      client.GET('/v1/statements/{statementId}/history', {
        params: { path: { statementId: id }, query: { limit: 20 } },
        signal,
      }),
    ),
  );
  if (failure !== null) return <FailureNotice failure={failure} again={again} />;
  if (data === null || data.items.length === 0) return null;
  return (
    <section aria-labelledby="history">
      <h2 id="history">What editors did</h2>
      <ol class="plainly">
        {data.items.map((change) => (
          <li key={change.id}>
            {change.kind === 'topics' ? 'Topics corrected' : REVIEWED[change.kind]} by {change.by},{' '}
            {minute(change.at)}
            {change.note !== null && <> · “{change.note}”</>}
            {change.undone !== null && (
              <span class="quiet">
                {' '}
                · taken back by {change.undone.by}, {minute(change.undone.at)}
              </span>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
