// One statement under review: what the machine found, and the keys and buttons to judge it. Keys count only while the card has the focus.

import { useRef, useState } from 'preact/hooks';

import type { Schemas } from '../api';
import { StatementFacts } from '../statement/statementFacts';
import { StatementItem } from '../statement/statementItem';
import { CorrectSpeaker } from './correctSpeaker';
import { CorrectTopics } from './correctTopics';
import { CorrectWords } from './correctWords';
import type { Tagged } from './edits';
import { Shortcuts } from './shortcuts';

interface Props {
  at: Tagged;
  card: { current: HTMLElement | null };
  busy: boolean;
  say: (word: Schemas['StatementEdit'], told: string) => void;
  skip: () => void;
  undo: () => void;
}

interface Act {
  readonly key: string;
  readonly name: string;
  /** On its button, among those that correct. */
  readonly short?: string;
  readonly run: () => void;
}

type Correcting = 'speaker' | 'words' | 'topics' | null;

export function ReviewCard({ at: { statement }, card, busy, say, skip, undo }: Props) {
  const [correcting, setCorrecting] = useState<Correcting>(null);
  const help = useRef<HTMLDialogElement>(null);
  const close = () => {
    setCorrecting(null);
    card.current?.focus();
  };
  const acts: Act[] = [
    { key: 'c', name: 'Confirm', run: () => say({ review: 'confirmed' }, 'Confirmed') },
    { key: 'r', name: 'Reject', run: () => say({ review: 'rejected' }, 'Rejected') },
    {
      key: 's',
      name: 'Correct the speaker',
      short: 'Speaker',
      run: () => setCorrecting('speaker'),
    },
    { key: 'w', name: 'Correct the words', short: 'Words', run: () => setCorrecting('words') },
    { key: 't', name: 'Correct the topics', short: 'Topics', run: () => setCorrecting('topics') },
    { key: 'n', name: 'Next', run: skip },
  ];
  const keys = [
    ...acts,
    { key: 'u', name: 'Undo what was said last', run: undo },
    { key: '?', name: 'This list', run: () => help.current?.showModal() },
  ];
  const onKey = (event: KeyboardEvent) => {
    const typing =
      event.target instanceof Element && event.target.closest('input, select, textarea') !== null;
    if (event.key === 'Escape') return close();
    if (typing || busy || event.ctrlKey || event.metaKey || event.altKey) return;
    const act = keys.find(({ key }) => key === event.key.toLowerCase());
    if (act === undefined || help.current?.open === true) return;
    event.preventDefault();
    act.run();
  };
  const button = ({ key, name, short, run }: Act) => (
    <button
      key={key}
      type="button"
      class={key === 'c' ? 'main' : ''}
      disabled={busy}
      aria-keyshortcuts={key}
      onClick={run}
    >
      {short ?? name} <kbd aria-hidden="true">{key.toUpperCase()}</kbd>
    </button>
  );
  return (
    <section
      class="review"
      aria-label="Statement under review"
      tabIndex={-1}
      ref={card}
      onKeyDown={onKey}
    >
      <StatementItem statement={statement} />
      <p class="sentence">
        <Marked statement={statement} />
      </p>
      <div class="actions">
        {acts.filter(({ short }) => short === undefined).map(button)}
        <div class="actions" role="group" aria-labelledby="correct">
          <span id="correct" class="quiet">
            Correct
          </span>
          {acts.filter(({ short }) => short !== undefined).map(button)}
        </div>
      </div>
      {correcting === 'speaker' && (
        <CorrectSpeaker statement={statement} busy={busy} say={say} close={close} />
      )}
      {correcting === 'words' && (
        <CorrectWords statement={statement} busy={busy} say={say} close={close} />
      )}
      {correcting === 'topics' && (
        <CorrectTopics statement={statement} busy={busy} say={say} close={close} />
      )}
      <StatementFacts statement={statement} withWords={false} />
      <p class="help">
        <button type="button" class="plain" onClick={() => help.current?.showModal()}>
          Keyboard shortcuts <kbd aria-hidden="true">?</kbd>
        </button>
      </p>
      <Shortcuts
        dialog={help}
        keys={keys.map(({ key, name }) => [key.toUpperCase(), name])}
        closed={() => card.current?.focus()}
      />
    </section>
  );
}

/** The sentence with what was said in it marked; the words round it decide. */
function Marked({ statement }: { statement: Tagged['statement'] }) {
  const { sentence, content } = statement;
  const pieces: preact.ComponentChildren[] = [];
  let at = sentence.start;
  for (const { start, end } of content) {
    if (start < at || end > sentence.end) continue;
    pieces.push(
      sentence.exact.slice(at - sentence.start, start - sentence.start),
      <mark key={start}>{sentence.exact.slice(start - sentence.start, end - sentence.start)}</mark>,
    );
    at = end;
  }
  return (
    <>
      {pieces}
      {sentence.exact.slice(at - sentence.start)}
    </>
  );
}
