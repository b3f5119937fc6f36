// An editor's work on a speaker: making two one, and taking what was done back.

import { useState } from 'preact/hooks';

import type { Failure, Schemas } from '../api';
import { client, dataOf, failureOf } from '../api';
import { useLoad } from '../load';
import { FailureNotice, KeyField } from '../notices';
import { counted, minute } from '../words';

type Speaker = Schemas['Speaker'];

interface Props {
  speaker: Speaker;
  /** The state that is looked at, and that a change is decided on. */
  tag: string;
  changed: () => void;
}

const DONE: Record<Schemas['SpeakerChange']['kind'], string> = {
  edit: 'Edited',
  merge: 'Merged',
  split: 'Split',
};

export function SpeakerEdits({ speaker, tag, changed }: Props) {
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const [told, setTold] = useState('');
  const path = { speakerId: speaker.id };
  const history = useLoad(`${speaker.id} ${tag}`, (signal) =>
    dataOf(
      client.GET('/v1/speakers/{speakerId}/history', {
        params: { path, query: { limit: 20 } },
        signal,
      }),
    ),
  );
  const act = async (run: () => Promise<unknown>, done: string) => {
    setBusy(true);
    setFailure(null);
    setTold('');
    try {
      await run();
      setTold(done);
      changed();
    } catch (thrown) {
      const failed = failureOf(thrown);
      if (failed?.status === 412) {
        setTold(
          'Nothing was changed: this speaker is no longer what you decided on. The page shows them as they are now. Decide again.',
        );
        changed();
      } else setFailure(failed);
    }
    setBusy(false);
  };
  const header = { 'If-Match': tag };
  const merge = (other: Speaker, note: string) =>
    act(
      () =>
        dataOf(
          client.POST('/v1/speakers/{speakerId}/merge', {
            params: { path, header },
            body: { from: other.id, ...(note === '' ? {} : { note }) },
          }),
        ),
      `${other.name} and ${speaker.name} are one speaker now.`,
    );
  const undo = (change: Schemas['SpeakerChange']) =>
    act(
      () =>
        dataOf(
          client.POST('/v1/speakers/{speakerId}/history/{changeId}/undo', {
            params: { path: { ...path, changeId: change.id }, header },
          }),
        ),
      'Taken back.',
    );
  return (
    <section class="editing" aria-labelledby="editing">
      <h2 id="editing">For editors</h2>
      <p role="status">{told}</p>
      {failure !== null && <FailureNotice failure={failure} />}
      <KeyField failure={failure} />
      <Merging
        speaker={speaker}
        busy={busy}
        merge={(other, note) => void merge(other, note)}
        key={tag}
      />
      {history.failure !== null && (
        <FailureNotice failure={history.failure} again={history.again} />
      )}
      {(history.data?.items.length ?? 0) > 0 && (
        <ol class="revisions" aria-label="What editors did">
          {history.data?.items.map((change) => (
            <li key={change.id}>
              {DONE[change.kind]} by {change.by}, {minute(change.at)}
              {change.statementCount !== null && (
                <> · {counted(change.statementCount, 'statement')} moved</>
              )}
              {change.note !== null && <> · “{change.note}”</>}{' '}
              {change.undone === null ? (
                <button
                  type="button"
                  class="plain"
                  disabled={busy}
                  aria-label={`Undo what was ${DONE[change.kind].toLowerCase()} ${minute(change.at)}`}
                  onClick={() => void undo(change)}
                >
                  Undo
                </button>
              ) : (
                <span class="quiet">taken back by {change.undone.by}</span>
              )}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function choiceOf(count: number, more: boolean): string {
  if (count === 0) return 'Nobody else is called so.';
  return more
    ? `These ${count} have the most statements. Type more of the name to see others.`
    : `${counted(count, 'speaker')} to choose from`;
}

function Merging(props: {
  speaker: Speaker;
  busy: boolean;
  merge: (other: Speaker, note: string) => void;
}) {
  const { speaker, busy, merge } = props;
  const [typed, setTyped] = useState('');
  const [other, setOther] = useState<Speaker | null>(null);
  const name = typed.trim();
  const found = useLoad(
    name.length < 2 ? null : name,
    (signal) =>
      dataOf(client.GET('/v1/speakers', { params: { query: { q: name, limit: 10 } }, signal })),
    120,
  );
  const others =
    name.length < 2 ? [] : (found.data?.items ?? []).filter(({ id }) => id !== speaker.id);
  return (
    <details>
      <summary>Merge with another speaker</summary>
      <form
        autocomplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          const note = String(new FormData(event.currentTarget).get('note') ?? '').trim();
          if (other !== null) merge(other, note);
        }}
      >
        <p class="field">
          <label for="other">Who is the same as {speaker.name}</label>
          <input
            id="other"
            type="search"
            maxLength={200}
            value={typed}
            onInput={(event) => {
              setTyped(event.currentTarget.value);
              setOther(null);
            }}
          />
        </p>
        <p role="status" class="quiet">
          {found.data !== null &&
            name.length >= 2 &&
            !found.loading &&
            choiceOf(others.length, found.data.nextCursor !== null)}
        </p>
        {others.length > 0 && (
          <fieldset class="choices">
            <legend class="visually-hidden">Speaker to take up</legend>
            {others.map((one) => (
              <label key={one.id}>
                <input
                  type="radio"
                  name="same"
                  checked={other?.id === one.id}
                  onChange={() => setOther(one)}
                />
                <span>
                  <b>{one.name}</b>, {one.roles[0] ?? one.type},{' '}
                  {counted(one.statementCount, 'statement')}
                </span>
              </label>
            ))}
          </fieldset>
        )}
        <p class="field">
          <label for="note">Why, for the history</label>
          <input id="note" name="note" maxLength={1000} />
        </p>
        <p class="actions">
          <button type="submit" class="main" disabled={busy || other === null}>
            {other === null ? 'Merge' : `Merge ${other.name} into ${speaker.name}`}
          </button>
          {other !== null && (
            <a class="beside" href={`/speakers/${other.id}`} target="_blank" rel="noopener">
              Look at {other.name} first
            </a>
          )}
        </p>
        <p class="quiet">
          All statements, names and roles go to {speaker.name}. It can be taken back below.
        </p>
      </form>
    </details>
  );
}
