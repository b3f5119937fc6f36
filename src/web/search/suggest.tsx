// A field that suggests while one types: the browser's own list, so that keyboards and screen readers need no code of ours.

import { useEffect, useState } from 'preact/hooks';

import { client, dataOf } from '../api';
import { useLoad } from '../load';

const PAUSE_MS = 120;
const MOST = 8;

/** Takes what was typed on Enter, on leaving, or by choosing. */
export function Suggesting(props: {
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
        autocomplete="off"
        onInput={(event) => {
          setText(event.currentTarget.value);
          typed?.(event.currentTarget.value);
        }}
        onChange={(event) => choose(event.currentTarget.value.trim())}
        {...(hint ? { 'aria-describedby': `${id}-hint`, 'aria-invalid': true } : {})}
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

/** Suggests speakers; what is chosen is a name, which stands for everyone so called. */
export function SpeakerField(props: { value: string; choose: (name: string) => void }) {
  const [typed, setTyped] = useState('');
  const found = useLoad(
    typed.trim().length < 2 ? null : typed,
    (signal) =>
      dataOf(client.GET('/v1/speakers', { params: { query: { q: typed, limit: MOST } }, signal })),
    PAUSE_MS,
  );
  return (
    <Suggesting
      id="speaker"
      label="Name of a speaker"
      options={(found.data?.items ?? []).map(({ name }) => name)}
      typed={setTyped}
      {...props}
    />
  );
}

export interface NamedTopic {
  readonly id: string;
  readonly label: string;
}

/** Suggests topics; what is chosen is one that exists, or null where the field was emptied. */
export function TopicField(props: {
  id: string;
  label: string;
  value: string;
  choose: (topic: NamedTopic | null) => void;
}) {
  const [typed, setTyped] = useState('');
  const [unknown, setUnknown] = useState(false);
  const ask = (q: string, limit: number, signal?: AbortSignal) =>
    dataOf(
      client.GET('/v1/topics', { params: { query: { q, limit } }, ...(signal ? { signal } : {}) }),
    );
  const found = useLoad(
    typed.trim().length < 2 ? null : typed,
    (signal) => ask(typed, MOST, signal),
    PAUSE_MS,
  );
  const choose = async (label: string) => {
    setUnknown(false);
    if (label === '') return props.choose(null);
    const same = (topic: NamedTopic) => topic.label.toLowerCase() === label.toLowerCase();
    const asked = async () => (await ask(label, 20)).items.find(same);
    const topic = found.data?.items.find(same) ?? (await asked().catch(() => undefined));
    if (topic === undefined) setUnknown(true);
    else props.choose({ id: topic.id, label: topic.label });
  };
  return (
    <Suggesting
      id={props.id}
      label={props.label}
      value={props.value}
      options={(found.data?.items ?? []).map(({ label }) => label)}
      typed={(value) => {
        setUnknown(false);
        setTyped(value);
      }}
      choose={(label) => void choose(label)}
      hint={unknown ? 'There is no such topic. Choose one of those suggested.' : null}
    />
  );
}
