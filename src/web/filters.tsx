// The filters of the search: speaker and topic with suggestions, publication, dates, form.

import { useEffect, useState } from 'preact/hooks';

import type { Form, Statement } from './api';
import { client, dataOf } from './api';
import { useLoad } from './load';
import type { Query } from './query';
import { FORM_WORDS } from './words';

const CLASSES = [
  'report',
  'claim',
  'denial',
  'demand',
  'promise',
  'praise',
  'criticism',
  'belief',
  'question',
  'agreement',
  'warning',
  'announcement',
  'refusal',
];

interface Props {
  query: Query;
  change: (part: Query) => void;
  found: readonly Statement[];
}

export function Filters({ query, change, found }: Props) {
  const printed = found.flatMap(({ article }) => article.publication ?? []);
  return (
    <details class="filters">
      <summary>Filters</summary>
      <div class="fields">
        <Speaker query={query} change={change} found={found} />
        <Topic query={query} change={change} found={found} />
        <Suggesting
          id="publication"
          label="Publication"
          value={query.publication ?? ''}
          options={[...new Set(printed)]}
          choose={(publication) => change({ publication })}
        />
        <Choice
          id="form"
          label="Form"
          value={query.form ?? ''}
          options={Object.entries(FORM_WORDS) as [Form, string][]}
          choose={(form) => change({ form })}
        />
        <Choice
          id="cueClass"
          label="Reported as"
          value={query.cueClass ?? ''}
          options={CLASSES.map((name) => [name, name])}
          choose={(cueClass) => change({ cueClass })}
        />
        <Day id="from" label="From" value={query.from} choose={(from) => change({ from })} />
        <Day id="to" label="Before" value={query.to} choose={(to) => change({ to })} />
      </div>
    </details>
  );
}

function Speaker({ query, change }: Props) {
  const [typed, setTyped] = useState('');
  const speakers = useLoad(
    typed.trim().length < 2 ? null : typed,
    (signal) =>
      dataOf(client.GET('/v1/speakers', { params: { query: { q: typed, limit: 8 } }, signal })),
    120,
  );
  return (
    <Suggesting
      id="speaker"
      label="Speaker"
      value={query.speaker ?? ''}
      options={(speakers.data?.items ?? []).map(({ name }) => name)}
      typed={setTyped}
      choose={(speaker) => change({ speaker })}
    />
  );
}

function Topic({ query, change }: Props) {
  const [typed, setTyped] = useState('');
  const [unknown, setUnknown] = useState(false);
  const topics = useLoad(
    typed.trim().length < 2 ? null : typed,
    (signal) =>
      dataOf(client.GET('/v1/topics', { params: { query: { q: typed, limit: 8 } }, signal })),
    120,
  );
  const choose = async (label: string) => {
    setUnknown(false);
    if (label === '') return change({ topic: undefined, topicLabel: undefined });
    const same = (topic: { label: string }) => topic.label.toLowerCase() === label.toLowerCase();
    let topic = topics.data?.items.find(same);
    if (topic === undefined) {
      const asked = dataOf(
        client.GET('/v1/topics', { params: { query: { q: label, limit: 20 } } }),
      );
      topic = await asked.then(
        ({ items }) => items.find(same),
        () => undefined,
      );
    }
    if (topic === undefined) return setUnknown(true);
    change({ topic: topic.id, topicLabel: topic.label });
  };
  return (
    <Suggesting
      id="topic"
      label="Topic"
      value={query.topicLabel ?? ''}
      options={(topics.data?.items ?? []).map(({ label }) => label)}
      typed={setTyped}
      choose={(label) => void choose(label)}
      hint={unknown ? 'There is no such topic. Choose one of those suggested.' : null}
    />
  );
}

/** A field that suggests while one types, and takes what was typed on Enter, on leaving, or by choosing. */
function Suggesting(props: {
  id: string;
  label: string;
  value: string;
  options: readonly string[];
  typed?: (value: string) => void;
  choose: (value: string) => void;
  hint?: string | null;
}) {
  const { id, label, value, options, typed, choose, hint } = props;
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  return (
    <p class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        list={`${id}-options`}
        value={text}
        maxLength={200}
        onInput={(event) => {
          setText(event.currentTarget.value);
          typed?.(event.currentTarget.value);
        }}
        onChange={(event) => choose(event.currentTarget.value.trim())}
        {...(hint ? { 'aria-describedby': `${id}-hint` } : {})}
      />
      <datalist id={`${id}-options`}>
        {options.map((option) => (
          <option key={option} value={option} />
        ))}
      </datalist>
      {hint && (
        <span id={`${id}-hint`} role="alert">
          {hint}
        </span>
      )}
    </p>
  );
}

function Choice(props: {
  id: string;
  label: string;
  value: string;
  options: readonly (readonly [string, string])[];
  choose: (value: string) => void;
}) {
  return (
    <p class="field">
      <label for={props.id}>{props.label}</label>
      <select
        id={props.id}
        value={props.value}
        onChange={(event) => props.choose(event.currentTarget.value)}
      >
        <option value="">Any</option>
        {props.options.map(([value, word]) => (
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
