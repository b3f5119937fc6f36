// What is known of one statement, in the order in which a reader doubts: who, by which words, how surely.

import type { Marked } from './markedText';
import { FORM_WORDS, percent, shown } from './words';

export function StatementFacts(props: { statement: Marked; withWords?: boolean }) {
  const { statement, withWords = true } = props;
  const { source, cue, speakers, candidates, topics } = statement;
  return (
    <>
      {withWords && <Words statement={statement} />}
      <dl>
        <dt>Form</dt>
        <dd>
          {FORM_WORDS[statement.form]}
          {statement.negated && ', negated: the speaker does not say this'}
          {statement.hedged && ', hedged'}
        </dd>
        <dt>Speaker</dt>
        <dd>
          {speakers.length === 0 && 'Not resolved'}
          {speakers.map((speaker) => (
            <div key={speaker.name}>
              {speaker.id === undefined ? (
                <b>{speaker.name}</b>
              ) : (
                <a href={`/speakers/${speaker.id}`}>{speaker.name}</a>
              )}{' '}
              · {percent(speaker.confidence)} (rule: {speaker.resolvedBy})
              {speaker.mentions.length > 0 && (
                <div class="chain">
                  {speaker.mentions.map(({ start, exact }, index) => (
                    <span key={start}>
                      {index > 0 && <span class="quiet"> → </span>}
                      {exact}
                    </span>
                  ))}
                </div>
              )}
            </div>
          ))}
        </dd>
        {candidates.length > 0 && (
          <>
            <dt>Perhaps</dt>
            <dd>
              {candidates
                .map(({ name, confidence }) => `${name} (${percent(confidence)})`)
                .join(', ')}
            </dd>
          </>
        )}
        <dt>Source</dt>
        <dd>{source?.exact ?? 'None in the text'}</dd>
        <dt>Cue</dt>
        <dd>{cue === null ? 'None' : `${cue.exact} (${cue.class})`}</dd>
        {topics.length > 0 && (
          <>
            <dt>Topics</dt>
            <dd>{topics.map(({ label }) => label).join(', ')}</dd>
          </>
        )}
        <dt>Certainty</dt>
        <dd>{percent(statement.confidence)}</dd>
      </dl>
    </>
  );
}

function Words({ statement }: { statement: Marked }) {
  return (
    <p class={`words ${statement.form}`}>
      {statement.id === undefined ? (
        shown(statement)
      ) : (
        <a href={`/statements/${statement.id}`}>{shown(statement)}</a>
      )}
    </p>
  );
}
