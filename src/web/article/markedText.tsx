// A text with its statements marked, beside it what is known of the one that is looked at, and a list of all.

import { useEffect, useMemo, useRef, useState } from 'preact/hooks';

import type { Schemas } from '../api';
import { MarkedParagraph } from './markedParagraph';
import { segmentsOf } from './segments';
import { StatementIndex } from './statementIndex';
import { StatementLookedAt } from './statementLookedAt';

export type Marked = Pick<
  Schemas['ExtractedStatement'],
  | 'form'
  | 'text'
  | 'content'
  | 'source'
  | 'cue'
  | 'candidates'
  | 'topics'
  | 'negated'
  | 'hedged'
  | 'negation'
  | 'hedge'
  | 'sentence'
  | 'confidence'
> & {
  readonly id?: string;
  readonly speakers: readonly MarkedSpeaker[];
};

export interface MarkedSpeaker {
  readonly id?: string;
  readonly name: string;
  readonly resolvedBy: string;
  readonly mentions: readonly Schemas['Quote'][];
  readonly confidence: number;
}

interface Props {
  text: string;
  statements: readonly Marked[];
  /** Which one the address asks for. */
  wanted?: string | null;
  /** The address of one, to be sent to a colleague. */
  linkTo?: (id: string) => string;
  /** Whether the statements are still to come. */
  pending?: boolean;
}

/** How long the pointer has to rest on a passage: on its way to the facts beside the text it passes over others. */
const REST_MS = 120;

export function MarkedText({ text, statements, wanted, linkTo, pending = false }: Props) {
  const paragraphs = useMemo(() => segmentsOf(text, statements), [text, statements]);
  // Held: by a click, the Enter key or a link. Then the pointer alone no longer changes what is shown.
  const [look, setLook] = useState({ index: -1, held: false });
  const body = useRef<HTMLDivElement>(null);
  const resting = useRef<ReturnType<typeof setTimeout>>();
  const hold = (index: number) => setLook({ index, held: index >= 0 });

  const goTo = (index: number) => {
    hold(index);
    const mark = body.current?.querySelector<HTMLElement>(`[data-stop="${index}"]`);
    mark?.scrollIntoView({ block: 'center' });
    mark?.focus({ preventScroll: true });
  };
  useEffect(() => {
    const index = wanted ? statements.findIndex(({ id }) => id === wanted) : -1;
    if (index >= 0) goTo(index);
  }, [wanted, statements]);
  useEffect(() => () => clearTimeout(resting.current), []);

  const point = (event: Event) => {
    clearTimeout(resting.current);
    const index = withinOf(event).at(-1);
    if (index === undefined) return;
    resting.current = setTimeout(() => {
      setLook((before) => (before.held ? before : { index, held: false }));
    }, REST_MS);
  };
  // A further click on the same words goes on to the statement around this one.
  const press = (event: Event) => {
    const within = withinOf(event);
    const at = look.held ? within.indexOf(look.index) : -1;
    const next = within.at(at === -1 ? -1 : at - 1);
    if (next !== undefined) hold(next);
  };
  const focus = (event: Event) => {
    const index = stopOf(event);
    if (index === null) return;
    setLook((before) => (before.index === index ? before : { index, held: false }));
  };
  const key = (event: KeyboardEvent) => {
    if (event.key === 'Escape') hold(-1);
    const index = stopOf(event);
    if (index === null || (event.key !== 'Enter' && event.key !== ' ')) return;
    event.preventDefault();
    hold(index);
  };

  return (
    <div class="reading" onKeyDown={key}>
      <div
        class="text"
        ref={body}
        onMouseOver={point}
        onMouseLeave={() => clearTimeout(resting.current)}
        onClick={press}
        onFocusIn={focus}
      >
        {statements.length > 0 && (
          <a class="skip" href="#statements">
            Skip the text: to the list of statements
          </a>
        )}
        {paragraphs.map((paragraph) => (
          <MarkedParagraph
            key={paragraph.start}
            paragraph={paragraph}
            statements={statements}
            chosen={look.index}
          />
        ))}
      </div>
      {statements.length === 0 && !pending && (
        <p class="empty">No statement was found in this text: nobody is quoted or paraphrased.</p>
      )}
      {statements.length > 0 && (
        <aside id="statements" aria-label="Statements of this article" tabIndex={-1}>
          <StatementLookedAt
            text={text}
            statements={statements}
            index={look.index}
            held={look.held}
            goTo={goTo}
            close={() => hold(-1)}
            body={body}
            {...(linkTo === undefined ? {} : { linkTo })}
          />
          <StatementIndex statements={statements} chosen={look.index} choose={goTo} body={body} />
        </aside>
      )}
    </div>
  );
}

const withinOf = (event: Event): number[] => {
  const mark = event.target instanceof Element ? event.target.closest('[data-in]') : null;
  const within = mark instanceof HTMLElement ? mark.dataset['in'] : undefined;
  return within === undefined ? [] : within.split(' ').map(Number);
};

const stopOf = (event: Event): number | null => {
  const stop = event.target instanceof HTMLElement ? event.target.dataset['stop'] : undefined;
  return stop === undefined ? null : Number(stop);
};
