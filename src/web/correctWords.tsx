// What was really said: the editor selects it in the text, with the keyboard as with the mouse.

import { useEffect, useRef, useState } from 'preact/hooks';

import { readText } from './api';
import type { Correction } from './correctSpeaker';
import { useLoad } from './load';
import { FailureNotice, Reading } from './notices';
import type { Span } from './segments';
import { fieldOffset, textOffset } from './selection';

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
  useEffect(() => {
    const [first] = statement.content;
    if (field.current === null || first === undefined) return;
    field.current.focus();
    field.current.setSelectionRange(
      fieldOffset(passage, first.start - from),
      fieldOffset(passage, first.end - from),
    );
  }, []);
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
        const content = all();
        if (content.length > 0) say({ content }, 'Corrected: the words that were said');
        else field.current?.focus();
      }}
    >
      <p class="field">
        <label for="passage">Select what was said (Shift and arrow keys), then Enter</label>
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
        <button
          type="button"
          onClick={() => {
            setChosen(all());
            field.current?.focus();
          }}
        >
          Keep this part, select another
        </button>
        <button type="button" onClick={close}>
          Cancel
        </button>
      </p>
    </form>
  );
}
