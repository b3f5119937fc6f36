// A text with its statements marked, beside it what is known of the one that is looked at, and a list of all.

import { useEffect, useMemo, useRef, useState } from 'preact/hooks';

import type { Schemas } from './api';
import type { Segment, Span } from './segments';
import { segmentsOf } from './segments';
import { StatementFacts } from './statementFacts';
import { FORM_WORDS, shown } from './words';

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
}

export function MarkedText({ text, statements, wanted }: Props) {
  const paragraphs = useMemo(() => segmentsOf(text, statements), [text, statements]);
  const first = wanted ? statements.findIndex(({ id }) => id === wanted) : -1;
  const [chosen, setChosen] = useState(first);
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (first >= 0) find(body.current, first)?.scrollIntoView({ block: 'center' });
  }, []);
  const current = statements[chosen];
  return (
    <div class="reading">
      <div class="text" ref={body}>
        {paragraphs.map((paragraph) => (
          <p key={paragraph[0]?.start}>
            {paragraph.map((segment) => (
              <Piece
                key={segment.start}
                segment={segment}
                statements={statements}
                chosen={chosen}
                choose={setChosen}
              />
            ))}
          </p>
        ))}
      </div>
      <aside aria-label="Statements of this article">
        {statements.length === 0 ? (
          <p class="empty">No statement was found in this text: nobody is quoted or paraphrased.</p>
        ) : (
          <>
            <section
              class={current === undefined ? 'facts none' : 'facts'}
              aria-live="polite"
              aria-label="Statement looked at"
              tabIndex={0}
            >
              {current === undefined ? (
                <p class="quiet">
                  Point at a marked passage, or go through them with the Tab key, to see who said
                  it, and how that is known.
                </p>
              ) : (
                <>
                  <button type="button" class="close" onClick={() => setChosen(-1)}>
                    Close
                  </button>
                  <StatementFacts statement={current} />
                </>
              )}
            </section>
            <List
              statements={statements}
              chosen={chosen}
              choose={(index) => {
                setChosen(index);
                find(body.current, index)?.scrollIntoView({ block: 'center' });
              }}
              body={body}
            />
          </>
        )}
      </aside>
    </div>
  );
}

const find = (body: HTMLElement | null, index: number): Element | null =>
  body?.querySelector(`[data-first="${index}"]`) ??
  body?.querySelector(`[data-in~="${index}"]`) ??
  null;

const covers = (span: Span | null, at: number): boolean =>
  span !== null && span.start <= at && at < span.end;

function Piece(props: {
  segment: Segment;
  statements: readonly Marked[];
  chosen: number;
  choose: (index: number) => void;
}) {
  const { segment, statements, chosen, choose } = props;
  const current = statements[chosen];
  const innermost = segment.within.at(-1);
  const role = [
    current !== undefined && covers(current.cue, segment.start) ? 'cue' : '',
    current !== undefined && covers(current.source, segment.start) ? 'source' : '',
    current?.speakers.some(({ mentions }) => mentions.some((m) => covers(m, segment.start)))
      ? 'source'
      : '',
  ].join(' ');
  if (innermost === undefined) {
    return role.trim() === '' ? <>{segment.text}</> : <span class={role}>{segment.text}</span>;
  }
  const looks = [
    'said',
    statements[innermost]?.form ?? '',
    segment.within.length > 1 ? 'nested' : '',
    segment.within.includes(chosen) ? 'chosen' : '',
    role,
  ].join(' ');
  const look = () => choose(innermost);
  if (!segment.opens) {
    return (
      <span class={looks} data-in={segment.within.join(' ')} onMouseEnter={look} onClick={look}>
        {segment.text}
      </span>
    );
  }
  return (
    <span
      class={looks}
      role="button"
      tabIndex={0}
      aria-pressed={innermost === chosen}
      data-first={innermost}
      data-in={segment.within.join(' ')}
      onMouseEnter={look}
      onClick={look}
      onFocus={look}
    >
      {segment.text}
    </span>
  );
}

function List(props: {
  statements: readonly Marked[];
  chosen: number;
  choose: (index: number) => void;
  body: { readonly current: HTMLElement | null };
}) {
  const { statements, chosen, choose, body } = props;
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    // Follows the reader: the entry of the topmost statement in view is scrolled to within the list alone.
    const inView = new Set<number>();
    const observer = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) {
        const index = Number((target as HTMLElement).dataset.first);
        if (isIntersecting) inView.add(index);
        else inView.delete(index);
      }
      const top = Math.min(...inView);
      const item = list.current?.children[top];
      if (list.current !== null && item instanceof HTMLElement) {
        list.current.scrollTop = item.offsetTop - list.current.offsetTop;
      }
    });
    body.current?.querySelectorAll('[data-first]').forEach((mark) => observer.observe(mark));
    return () => observer.disconnect();
  }, [statements]);
  return (
    <ol class="index" ref={list} aria-label="All statements" tabIndex={0}>
      {statements.map((statement, index) => (
        <li key={statement.id ?? index}>
          <button
            type="button"
            class={`entry ${statement.form}`}
            aria-current={index === chosen}
            onClick={() => choose(index)}
          >
            <b>
              {statement.speakers.map(({ name }) => name).join(', ') ||
                statement.source?.exact ||
                'No source named'}
            </b>
            <span class="form">{FORM_WORDS[statement.form]}</span>
            <span class="short">{shown(statement)}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}
