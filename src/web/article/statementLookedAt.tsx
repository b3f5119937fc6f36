// What is known of the statement that is looked at in a text: its facts, the places that led to the name, steps to others.

import { StatementFacts } from '../statement/statementFacts';
import { FORM_WORDS, percent } from '../words';
import type { Marked } from './markedText';
import { whoSaid } from './statementIndex';

interface Props {
  text: string;
  statements: readonly Marked[];
  index: number;
  /** Whether it stays until it is closed. */
  held: boolean;
  goTo: (index: number) => void;
  close: () => void;
  body: { readonly current: HTMLElement | null };
  linkTo?: (id: string) => string;
}

export function StatementLookedAt(props: Props) {
  const { statements, index, goTo, close, linkTo } = props;
  const current = statements[index];
  if (current === undefined) {
    return (
      <section class="facts none" aria-label="Statement looked at">
        <p class="quiet">
          Point at a marked passage, or go through them with the Tab key, to see who said it, and
          how that is known. A click or the Enter key keeps it here.
        </p>
      </section>
    );
  }
  return (
    <>
      <p class="visually-hidden" role="status">
        {whoSaid(current)}, {FORM_WORDS[current.form]}, {percent(current.confidence)} certain
      </p>
      <section class="facts" aria-label="Statement looked at" tabIndex={0}>
        <div class="steps">
          <span class="quiet">
            {index + 1} of {statements.length}
          </span>
          <button type="button" disabled={index === 0} onClick={() => goTo(index - 1)}>
            Previous
          </button>
          <button
            type="button"
            disabled={index === statements.length - 1}
            onClick={() => goTo(index + 1)}
          >
            Next
          </button>
          <button type="button" onClick={close}>
            Close
          </button>
        </div>
        <StatementFacts statement={current} />
        <Places {...props} current={current} />
        {linkTo !== undefined && current.id !== undefined && (
          <p class="quiet">
            <a href={linkTo(current.id)}>Link to this passage</a>
          </p>
        )}
      </section>
    </>
  );
}

/** The words that led to the name where they stand in other paragraphs, each a step to there. */
function Places({ text, current, body }: Props & { current: Marked }) {
  const here = paragraphAt(text, current.content[0]?.start ?? 0);
  const places = new Map(
    current.speakers
      .flatMap(({ mentions }) => mentions)
      .map(({ start, exact }) => ({ start, exact, paragraph: paragraphAt(text, start) }))
      .filter(({ paragraph }) => paragraph !== here)
      .map((place) => [place.start, place]),
  );
  if (places.size === 0) return null;
  const show = (paragraph: number) =>
    body.current
      ?.querySelectorAll('p')
      [paragraph]?.querySelector('.mention')
      ?.scrollIntoView({ block: 'center' });
  return (
    <p class="places">
      <span class="quiet">The name stands in</span>{' '}
      {[...places.values()].map(({ start, exact, paragraph }) => (
        <button key={start} type="button" class="plain" onClick={() => show(paragraph)}>
          paragraph {paragraph + 1}: “{exact}”
        </button>
      ))}
    </p>
  );
}

const paragraphAt = (text: string, offset: number): number =>
  text.slice(0, offset).trimStart().match(/\n+/g)?.length ?? 0;
