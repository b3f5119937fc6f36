// What narrows a search: values of what was found with their counts, and fields for what is not among them.

import { useState } from 'preact/hooks';

import type { Statement } from '../api';
import { CUE_WORDS, REVIEW_WORDS } from '../words';
import type { Narrowing } from './facets';
import { FacetGroup, Years } from './facets';
import { SpeakerField, Suggesting, TopicField } from './suggest';
import { TopicTree } from './topicTree';

interface Props extends Narrowing {
  found: readonly Statement[];
  open: boolean;
  setOpen: (open: boolean) => void;
}

/** Beside the results where there is room, and then open from the start. */
export const WIDE = '(min-width: 60rem)';

export function Filters({ open, setOpen, found, ...narrowing }: Props) {
  const { query, change, facets } = narrowing;
  const group = (name: Parameters<typeof FacetGroup>[0]['name']) => (
    <FacetGroup name={name} {...narrowing} />
  );
  return (
    <details
      class="filters"
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      aria-label="Filters"
    >
      <summary>Filters</summary>
      {facets?.exact === false && (
        <p class="quiet">Numbers are of the newest {facets.counted.toLocaleString('en-GB')}.</p>
      )}
      <section aria-labelledby="by-speaker">
        <h2 id="by-speaker">Speaker</h2>
        {group('speaker')}
        <SpeakerField
          value={query.speakerName ?? query.speaker ?? ''}
          choose={(speaker) => change({ speaker, speakerName: undefined })}
        />
      </section>
      <section aria-labelledby="by-topic">
        <h2 id="by-topic">Topic</h2>
        {group('topic')}
        {facets?.topic !== undefined && facets.topic.length > 0 && (
          <p class="quiet">Numbers are of the topic itself; choosing it finds narrower ones too.</p>
        )}
        <TopicField
          id="topic"
          label="Name of a topic"
          value={query.topicLabel ?? query.topic ?? ''}
          choose={(topic) => change({ topic: topic?.id, topicLabel: topic?.label })}
        />
        <AllTopics {...narrowing} />
      </section>
      <section aria-labelledby="by-publication">
        <h2 id="by-publication">Publication</h2>
        {group('publication')}
        <Suggesting
          id="publication"
          label="Name of a publication"
          value={query.publication ?? ''}
          options={[...new Set(found.flatMap(({ article }) => article.publication ?? []))]}
          choose={(publication) => change({ publication })}
        />
      </section>
      <section aria-labelledby="by-date">
        <h2 id="by-date">Date</h2>
        <Years {...narrowing} />
        <div class="fields">
          <Day id="from" label="From" value={query.from} choose={(from) => change({ from })} />
          <Day id="to" label="Before" value={query.to} choose={(to) => change({ to })} />
        </div>
      </section>
      <section aria-labelledby="by-form">
        <h2 id="by-form">Form</h2>
        {group('form')}
      </section>
      <section aria-labelledby="by-class">
        <h2 id="by-class">Reported as</h2>
        {group('cueClass')}
        <Choice
          id="cueClass"
          label="Any kind of cue"
          value={query.cueClass}
          words={CUE_WORDS}
          choose={(cueClass) => change({ cueClass })}
        />
      </section>
      <section aria-labelledby="by-review">
        <h2 id="by-review">Review</h2>
        {group('review')}
        <Choice
          id="review"
          label="Any state of review"
          value={query.review}
          words={REVIEW_WORDS}
          choose={(review) => change({ review })}
        />
      </section>
    </details>
  );
}

/** The whole tree, which is read only once somebody wants it. */
function AllTopics({ query, change }: Narrowing) {
  const [wanted, setWanted] = useState(false);
  return (
    <details class="all-topics" onToggle={(event) => setWanted(event.currentTarget.open)}>
      <summary>All topics, as a tree</summary>
      {wanted && (
        <>
          <p class="quiet">Numbers are of all statements stored.</p>
          <TopicTree
            chosen={query.topic}
            choose={({ id, label }) =>
              change(
                id === query.topic
                  ? { topic: undefined, topicLabel: undefined }
                  : { topic: id, topicLabel: label },
              )
            }
          />
        </>
      )}
    </details>
  );
}

/** All that there is to choose from, also what the results have none of. */
function Choice(props: {
  id: string;
  label: string;
  value: string | undefined;
  words: Readonly<Record<string, string>>;
  choose: (value: string) => void;
}) {
  return (
    <p class="field">
      <label for={props.id}>{props.label}</label>
      <select
        id={props.id}
        value={props.value ?? ''}
        onChange={(event) => props.choose(event.currentTarget.value)}
      >
        <option value="">Any</option>
        {Object.entries(props.words).map(([value, word]) => (
          <option key={value} value={value}>
            {word}
          </option>
        ))}
      </select>
    </p>
  );
}

function Day(props: {
  id: string;
  label: string;
  value: string | undefined;
  choose: (value: string) => void;
}) {
  return (
    <p class="field">
      <label for={props.id}>{props.label}</label>
      <input
        id={props.id}
        type="date"
        value={props.value ?? ''}
        onChange={(event) => props.choose(event.currentTarget.value)}
      />
    </p>
  );
}
