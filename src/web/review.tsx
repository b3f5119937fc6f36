// Review: a queue of statements that nobody has looked at, the least certain first, for an editor with a keyboard.

import { useEffect, useRef, useState } from 'preact/hooks';

import type { Failure, Schemas, Statement } from './api';
import { client, dataOf, failureOf } from './api';
import type { Done, Tagged } from './edits';
import { edit, readTagged, undo } from './edits';
import { useLoad } from './load';
import { FailureNotice, KeyField, Reading } from './notices';
import { ReviewCard } from './reviewCard';
import { useAddress, useTitle } from './router';
import { counted } from './words';

/** As many as a list has at most: the API does not sort by certainty, so that the page sorts what it has. */
const MOST = 100;

export function ReviewPage() {
  useTitle('Review');
  const { search } = useAddress();
  const queue = useLoad(search, (signal) => readQueue(search, signal));
  return (
    <>
      <h1>Review</h1>
      {queue.failure !== null && <FailureNotice failure={queue.failure} again={queue.again} />}
      {queue.failure === null && queue.data === null && <Reading what="the queue" />}
      {queue.data !== null && queue.failure === null && (
        <Queue key={queue.data.read} queue={queue.data} again={queue.again} />
      )}
    </>
  );
}

interface Waiting {
  readonly items: readonly Statement[];
  /** When it was read: a queue that is read again begins anew. */
  readonly read: number;
  /** There are older ones than those. */
  readonly more: boolean;
}

/** One statement that the address names, else the newest unreviewed ones of what it asks for. */
async function readQueue(search: string, signal: AbortSignal): Promise<Waiting> {
  const params = new URLSearchParams(search);
  const one = params.get('statement');
  if (one !== null) {
    const { statement } = await readTagged(one, signal);
    return { items: [statement], more: false, read: Date.now() };
  }
  const asked = (['article', 'speaker', 'publication'] as const).flatMap((name) => {
    const value = params.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  const { items, nextCursor } = await dataOf(
    client.GET('/v1/statements', {
      params: { query: { review: 'machine', limit: MOST, ...Object.fromEntries(asked) } },
      signal,
    }),
  );
  return {
    items: [...items].sort((a, b) => a.confidence - b.confidence),
    more: nextCursor !== null,
    read: Date.now(),
  };
}

function Queue({ queue, again }: { queue: Waiting; again: () => void }) {
  const { items, more } = queue;
  const [at, setAt] = useState(0);
  const [done, setDone] = useState<readonly Done[]>([]);
  const [told, setTold] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const [back, setBack] = useState<Tagged | null>(null);
  const current = items[at];
  const loaded = useLoad(current?.id ?? null, (signal) => readTagged(current?.id ?? '', signal));
  const shown = back ?? (loaded.data?.statement.id === current?.id ? loaded.data : null);
  const card = useRef<HTMLElement>(null);
  useEffect(() => card.current?.focus(), [shown?.tag]);

  const step = () => {
    setBack(null);
    setFailure(null);
    // What came back out of turn is followed by the one that it interrupted.
    if (back === null || back.statement.id === current?.id) setAt(at + 1);
  };
  const act = async (run: () => Promise<void>) => {
    if (busy) return;
    setBusy(true);
    setFailure(null);
    try {
      await run();
    } catch (thrown) {
      const failed = failureOf(thrown);
      if (failed?.status === 412 && shown !== null) await overtaken(shown.statement.id);
      else setFailure(failed);
    }
    setBusy(false);
  };
  /** Another editor was quicker: nothing was written, and what is there now is shown instead. */
  const overtaken = async (id: string) => {
    try {
      const now = await readTagged(id);
      setBack(now);
      setTold(
        `Nothing of yours was written: ${meanwhile(now.statement.review)} Below is the statement as it is now. Decide again, or go on.`,
      );
    } catch (thrown) {
      setFailure(failureOf(thrown));
    }
  };
  const say = (word: Schemas['StatementEdit'], told: string) =>
    act(async () => {
      if (shown === null) return;
      const after = await edit(shown, word);
      setDone([...done, { ...after, told }]);
      setTold(`${told}.`);
      step();
    });
  const takeBack = () =>
    act(async () => {
      const last = done.at(-1);
      if (last === undefined) return;
      try {
        setBack(await undo(last));
        setTold(`Taken back: ${last.told.toLowerCase()}. It is as it was.`);
      } catch (thrown) {
        if (failureOf(thrown)?.status !== 412) throw thrown;
        await overtaken(last.statement.id);
      }
      setDone(done.slice(0, -1));
    });

  return (
    <>
      <p class="quiet">{place(items.length, at, more)}</p>
      <p role="status" class={told === '' ? '' : 'notice'}>
        {told}
        {done.length > 0 && (
          <>
            {' '}
            <button type="button" class="plain" disabled={busy} onClick={() => void takeBack()}>
              Undo
            </button>
          </>
        )}
      </p>
      {failure !== null && <FailureNotice failure={failure} />}
      <KeyField failure={failure} />
      {loaded.failure !== null && back === null && (
        <FailureNotice failure={loaded.failure} again={loaded.again} />
      )}
      {shown !== null && (
        <ReviewCard
          key={shown.statement.id + shown.tag}
          at={shown}
          card={card}
          busy={busy}
          say={(word, told) => void say(word, told)}
          skip={step}
          undo={() => void takeBack()}
        />
      )}
      {current === undefined && back === null && (
        <div class="empty">
          <p>
            {items.length === 0
              ? 'Nothing waits: editors have looked at every statement here.'
              : 'This was the last of them.'}
          </p>
          <button type="button" onClick={again}>
            Look for more
          </button>
        </div>
      )}
    </>
  );
}

function place(count: number, at: number, more: boolean): string {
  if (count === 0) return '';
  const which = more
    ? `the newest ${count} that nobody has looked at`
    : counted(count, 'statement');
  return at < count ? `${at + 1} of ${which}, the least certain first.` : `All of ${which}.`;
}

function meanwhile({ state, by, note }: Schemas['Review']): string {
  if (state === 'machine') return 'it was changed meanwhile.';
  return `${by ?? 'somebody'} has ${state} it meanwhile${note === null ? '' : ` (“${note}”)`}.`;
}
