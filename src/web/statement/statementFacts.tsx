// What is known of one statement, in the order in which a reader doubts: who, by which words, how surely.

import type { ComponentChildren } from 'preact';

import type { Marked } from '../article/markedText';
import { FORM_WORDS, percent, shown } from '../words';

interface Props {
  statement: Marked;
  withWords?: boolean;
  /** Further rows. */
  children?: ComponentChildren;
}

export function StatementFacts({ statement, withWords = true, children }: Props) {
  const { source, cue, speakers, candidates, topics, negation, hedge } = statement;
  return (
    <>
      {withWords && <Words statement={statement} />}
      <dl>
        <dt>Form</dt>
        <dd>
          {FORM_WORDS[statement.form]}
          {statement.negated && (
            <strong>
              , negated{negation && ` by “${negation.exact}”`}: the speaker does not say this
            </strong>
          )}
          {statement.hedged && <>, hedged{hedge && ` by “${hedge.exact}”`}</>}
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
        <dd>
          {source === null ? 'None in the text' : <span class="sample source">{source.exact}</span>}
        </dd>
        <dt>Cue</dt>
        <dd>
          {cue === null ? (
            'None'
          ) : (
            <>
              <span class="sample cue">{cue.exact}</span> ({cue.class})
            </>
          )}
        </dd>
        {topics.length > 0 && (
          <>
            <dt>Topics</dt>
            <dd>
              {topics
                .map(({ label, confidence }) => `${label} (${percent(confidence)})`)
                .join(', ')}
            </dd>
          </>
        )}
        <dt>Certainty</dt>
        <dd>{percent(statement.confidence)}</dd>
        {children}
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
