// Who really spoke: a stored speaker, suggested while one types, a new one, or nobody who is known.

import { useEffect, useRef, useState } from 'preact/hooks';

import type { Schemas, Statement } from '../api';
import { client, dataOf } from '../api';
import { useLoad } from '../load';

const TYPES: readonly Schemas['SpeakerType'][] = ['person', 'organisation', 'document', 'group'];

export interface Correction {
  statement: Statement;
  busy: boolean;
  say: (word: Schemas['StatementEdit'], told: string) => void;
  close: () => void;
}

interface Chosen {
  readonly name: string;
  readonly choice: Schemas['SpeakerChoice'];
}

export function CorrectSpeaker({ statement, busy, say, close }: Correction) {
  const [typed, setTyped] = useState(statement.candidates[0]?.name ?? '');
  const [type, setType] = useState<Schemas['SpeakerType']>('person');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  /** Those who spoke with the one in the field. */
  const [others, setOthers] = useState<readonly Chosen[]>([]);
  const name = typed.trim();
  const known = useLoad(
    name.length < 2 ? null : name,
    (signal) =>
      dataOf(client.GET('/v1/speakers', { params: { query: { q: name, limit: 8 } }, signal })),
    120,
  );
  const items = name.length < 2 ? [] : (known.data?.items ?? []);
  const same = items.filter((one) => one.name.toLowerCase() === name.toLowerCase());
  const [only] = same.length === 1 ? same : [];
  // Several of one name: the service refuses, and its answer says who they are.
  const typedOne: Chosen | null =
    name === ''
      ? null
      : { name: only?.name ?? name, choice: only === undefined ? { name, type } : { id: only.id } };
  const correct = () => {
    const all = typedOne === null ? others : [...others, typedOne];
    const speakers = all.map(({ choice }) => choice);
    const names = all.map((one) => one.name).join(' and ');
    if (names === '') say({ speakers }, 'Corrected: the speaker is not known');
    else say({ speakers }, `Corrected: the speaker is ${names}`);
  };
  return (
    <form
      class="correcting"
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        correct();
      }}
    >
      <div class="fields">
        <p class="field">
          <label for="speaker-name">Who spoke; empty where nobody knows</label>
          <input
            id="speaker-name"
            ref={field}
            list="speaker-names"
            maxLength={200}
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
          <datalist id="speaker-names">
            {items.map((one) => (
              <option key={one.id} value={one.name}>
                {one.roles[0] ?? one.type}
              </option>
            ))}
          </datalist>
        </p>
        {only === undefined && name !== '' && (
          <p class="field">
            <label for="speaker-type">Kind</label>
            <select
              id="speaker-type"
              value={type}
              onChange={(event) => setType(event.currentTarget.value as Schemas['SpeakerType'])}
            >
              {TYPES.map((kind) => (
                <option key={kind}>{kind}</option>
              ))}
            </select>
          </p>
        )}
      </div>
      <p class="quiet" role="status">
        {name !== '' && !known.loading && describe(only, name)}
        {others.length > 0 && <> Together with {others.map((one) => one.name).join(', ')}.</>}
      </p>
      <p class="actions">
        <button type="submit" class="main" disabled={busy}>
          Set the speaker
        </button>
        <button
          type="button"
          disabled={typedOne === null || known.loading}
          onClick={() => {
            if (typedOne !== null) setOthers([...others, typedOne]);
            setTyped('');
            field.current?.focus();
          }}
        >
          And another
        </button>
        <button type="button" onClick={close}>
          Cancel
        </button>
      </p>
    </form>
  );
}

function describe(known: Schemas['Speaker'] | undefined, name: string): string {
  if (known === undefined)
    return `Unless an article has called somebody “${name}”, this is a new speaker.`;
  return [known.name, known.type, known.roles[0], `quoted ${known.statementCount} times`]
    .filter((part) => part !== undefined)
    .join(', ');
}
