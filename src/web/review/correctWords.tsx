// What was really said, by whose name and by which cue: the editor selects it in the text, by keyboard as by mouse.

import { useEffect, useRef, useState } from 'preact/hooks';

import { readText } from '../api';
import type { Span } from '../article/segments';
import { useLoad } from '../load';
import { FailureNotice, Reading } from '../notices';
import type { Correction } from './correctSpeaker';
import { fieldOffset, textOffset } from './selection';

/** What can be selected anew, and how that is told. */
const PARTS = {
  content: { name: 'What was said', told: 'Corrected: the words that were said' },
  source: { name: 'Who is named for it', told: 'Corrected: the words that name who spoke' },
  cue: { name: 'The cue', told: 'Corrected: the cue' },
} as const;
type Part = keyof typeof PARTS;

/** Of the article, this much before and behind the sentence. */
const AROUND = 1_000;

export function CorrectWords(props: Correction) {
  const { id, revision } = props.statement.article;
  const text = useLoad(`${id} ${revision}`, (signal) => readText(id, revision, signal));
  if (text.failure !== null) return <FailureNotice failure={text.failure} again={text.again} />;
  if (text.data === null) return <Reading what="the article" />;
  return <Selecting {...props} text={text.data} />;
}

function Selecting({ statement, busy, say, close, text }: Correction & { text: string }) {
  const from = Math.max(0, text.lastIndexOf('\n', Math.max(0, statement.sentence.start - AROUND)));
  const passage = text.slice(from, statement.sentence.end + AROUND);
  const field = useRef<HTMLTextAreaElement>(null);
  const [chosen, setChosen] = useState<readonly Span[]>([]);
  const [part, setPart] = useState<Part>('content');
  useEffect(() => {
    const first = part === 'content' ? statement.content[0] : statement[part];
    setChosen([]);
    if (field.current === null) return;
    if (part === 'content') field.current.focus();
    if (first) {
      const [start, end] = [first.start, first.end].map((at) => fieldOffset(passage, at - from));
      select(field.current, start ?? 0, end ?? 0);
    }
  }, [part]);
  const selected = (): Span | null => {
    if (field.current === null) return null;
    const start = from + textOffset(passage, field.current.selectionStart);
    const end = from + textOffset(passage, field.current.selectionEnd);
    return start < end ? { start, end } : null;
  };
  const all = (): Span[] => {
    const now = selected();
    const others = chosen.filter(
      ({ start, end }) => now === null || end <= now.start || now.end <= start,
    );
    return [...others, ...(now === null ? [] : [now])].sort((a, b) => a.start - b.start);
  };
  return (
    <form
      class="correcting"
      onSubmit={(event) => {
        event.preventDefault();
        const [first, ...others] = all();
        if (first === undefined) field.current?.focus();
        else if (part === 'content') say({ content: [first, ...others] }, PARTS.content.told);
        else say({ [part]: first }, PARTS[part].told);
      }}
    >
      <fieldset class="parts">
        <legend class="visually-hidden">What is selected below</legend>
        {(Object.keys(PARTS) as Part[]).map((one) => (
          <label key={one}>
            <input type="radio" name="part" checked={one === part} onChange={() => setPart(one)} />
            {PARTS[one].name}
          </label>
        ))}
      </fieldset>
      <p class="field">
        <label for="passage">Select the words (Shift and arrow keys), then Enter</label>
        <textarea
          id="passage"
          ref={field}
          rows={8}
          defaultValue={passage}
          spellcheck={false}
          // Not readOnly: browsers show no caret there, and who selects by keyboard must see it.
          onBeforeInput={(event) => event.preventDefault()}
          onPaste={(event) => event.preventDefault()}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            event.currentTarget.form?.requestSubmit();
          }}
        ></textarea>
      </p>
      {chosen.length > 0 && (
        <p role="status">
          With:{' '}
          {chosen.map(({ start, end }) => (
            <q key={start}>{text.slice(start, end)} </q>
          ))}
        </p>
      )}
      <p class="actions">
        <button type="submit" class="main" disabled={busy}>
          Set the words
        </button>
        {part === 'content' && (
          <button
            type="button"
            onClick={() => {
              setChosen(all());
              field.current?.focus();
            }}
          >
            Keep this part, select another
          </button>
        )}
        {part !== 'content' && (
          <button
            type="button"
            disabled={busy || statement[part] === null}
            onClick={() => say({ [part]: null }, `${PARTS[part].told}: there are none`)}
          >
            There are none
          </button>
        )}
        <button type="button" onClick={close}>
          Cancel
        </button>
      </p>
    </form>
  );
}

/** Selects, and scrolls there: a field does not do so by itself, so that the text up to the selection is measured. */
function select(field: HTMLTextAreaElement, start: number, end: number) {
  const { value } = field;
  field.value = value.slice(0, end);
  const below = field.scrollHeight;
  field.value = value;
  field.setSelectionRange(start, end);
  field.scrollTop = Math.max(0, below - field.clientHeight / 2);
}
