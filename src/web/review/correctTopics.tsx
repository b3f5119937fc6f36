// What a statement is about: an editor takes topics off and adds others, which are suggested while one types.

import { useEffect, useRef, useState } from 'preact/hooks';

import type { NamedTopic } from '../search/suggest';
import { TopicField } from '../search/suggest';
import type { Correction } from './correctSpeaker';

/** As many as a statement can have. */
const MOST = 4;

export function CorrectTopics({ statement, busy, say, close }: Correction) {
  const [topics, setTopics] = useState<readonly NamedTopic[]>(statement.topics);
  const [told, setTold] = useState('');
  const form = useRef<HTMLFormElement>(null);
  /** Each addition, also a vain one, leaves an empty field to go on with. */
  const [round, setRound] = useState(0);
  useEffect(
    () => form.current?.querySelector<HTMLElement>('#add-topic, [type=submit]')?.focus(),
    [round],
  );
  const add = (topic: NamedTopic | null) => {
    if (topic === null) return;
    setRound(round + 1);
    if (topics.some(({ id }) => id === topic.id)) setTold(`${topic.label} is there already.`);
    else {
      setTopics([...topics, { id: topic.id, label: topic.label }]);
      setTold(`${topic.label} added.`);
    }
  };
  return (
    <form
      class="correcting"
      autocomplete="off"
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        // Enter on a topic that is being typed adds it; the next one sets them all.
        if (form.current?.querySelector<HTMLInputElement>('#add-topic')?.value) return;
        const names = topics.map(({ label }) => label).join(', ');
        say(
          { topics: topics.map(({ id }) => id) },
          names === '' ? 'Corrected: no topic' : `Corrected: the topics are ${names}`,
        );
      }}
    >
      {topics.length === 0 ? (
        <p class="quiet">No topic.</p>
      ) : (
        <ul class="chips" aria-label="Topics">
          {topics.map(({ id, label }) => (
            <li key={id}>
              <button
                type="button"
                aria-label={`Take off ${label}`}
                onClick={() => {
                  setTopics(topics.filter((one) => one.id !== id));
                  setTold(`${label} taken off.`);
                  setRound(round + 1);
                }}
              >
                {label} <span aria-hidden="true">×</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {topics.length < MOST ? (
        <TopicField key={round} id="add-topic" label="Add a topic" value="" choose={add} />
      ) : (
        <p class="quiet">
          There can be {MOST} at most: take one off before you add another. Broader topics follow
          from these.
        </p>
      )}
      <p role="status" class="quiet">
        {told}
      </p>
      <p class="actions">
        <button type="submit" class="main" disabled={busy}>
          Set the topics
        </button>
        <button type="button" onClick={close}>
          Cancel
        </button>
      </p>
    </form>
  );
}
