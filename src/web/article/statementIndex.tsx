// The list of all statements beside a text: it follows the reader's scrolling, and one key press takes the reader past it.

import { useEffect, useRef } from 'preact/hooks';

import { FORM_WORDS, shown } from '../words';
import type { Marked } from './markedText';

/** Who is said to have spoken, as short as a list wants it. */
export const whoSaid = ({ speakers, source }: Marked): string =>
  speakers.map(({ name }) => name).join(', ') || source?.exact || 'No source named';

interface Props {
  statements: readonly Marked[];
  chosen: number;
  choose: (index: number) => void;
  body: { readonly current: HTMLElement | null };
}

export function StatementIndex({ statements, chosen, choose, body }: Props) {
  const list = useRef<HTMLOListElement>(null);
  useFollowing(list, body, statements);
  const reached = Math.max(chosen, 0);

  const step = (event: KeyboardEvent) => {
    const at = Number((event.target as HTMLElement).dataset['at'] ?? -1);
    const last = statements.length - 1;
    const steps: Partial<Record<string, number>> = {
      ArrowDown: Math.min(at + 1, last),
      ArrowUp: Math.max(at - 1, 0),
      Home: 0,
      End: last,
    };
    const next = steps[event.key];
    if (at < 0 || next === undefined) return;
    event.preventDefault();
    list.current?.querySelector<HTMLElement>(`[data-at="${next}"]`)?.focus();
  };

  return (
    <>
      <p class="quiet how">
        {statements.length > 1 && 'All statements; the arrow keys move in this list.'}
      </p>
      <ol class="index" ref={list} aria-label="All statements" onKeyDown={step}>
        {statements.map((statement, index) => (
          <li key={statement.id ?? index}>
            <button
              type="button"
              class={`entry ${statement.form}`}
              aria-current={index === chosen}
              tabIndex={index === reached ? 0 : -1}
              data-at={index}
              onClick={() => choose(index)}
            >
              <b>{whoSaid(statement)}</b>
              <span class="form">{FORM_WORDS[statement.form]}</span>
              <span class="short">{shown(statement)}</span>
            </button>
          </li>
        ))}
      </ol>
    </>
  );
}

/** Keeps the entry of the topmost statement in view at the top of the list; the page itself does not move. */
function useFollowing(
  list: { readonly current: HTMLOListElement | null },
  body: Props['body'],
  statements: readonly Marked[],
): void {
  useEffect(() => {
    const inView = new Set<number>();
    const observer = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) {
        const index = Number((target as HTMLElement).dataset['stop']);
        if (isIntersecting) inView.add(index);
        else inView.delete(index);
      }
      const item = list.current?.children[Math.min(...inView)];
      // Not while the keyboard is in the list: it would run away under the reader's hands.
      const used = list.current?.contains(document.activeElement) ?? true;
      if (list.current !== null && !used && item instanceof HTMLElement) {
        list.current.scrollTop = item.offsetTop;
      }
    });
    body.current?.querySelectorAll('[data-stop]').forEach((mark) => observer.observe(mark));
    return () => observer.disconnect();
  }, [statements]);
}
