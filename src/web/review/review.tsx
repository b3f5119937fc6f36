// Review: a queue of statements that nobody has looked at, the least certain first, for an editor with a keyboard.

import { useEffect, useRef, useState } from 'preact/hooks';

import type { Failure, Schemas } from '../api';
import { failureOf } from '../api';
import { useLoad } from '../load';
import { FailureNotice, KeyField, Reading } from '../notices';
import { useAddress, useTitle } from '../router';
import type { Done, Tagged } from './edits';
import { edit, readTagged, undo } from './edits';
import { Progress } from './progress';
import { ReviewCard } from './reviewCard';
import type { Waiting } from './reviewQueue';
import { readQueue, useQueue } from './reviewQueue';

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
        <Queue key={queue.data.read} first={queue.data} search={search} again={queue.again} />
      )}
    </>
  );
}

function Queue({ first, search, again }: { first: Waiting; search: string; again: () => void }) {
  const [at, setAt] = useState(0);
  const { items, ended, more } = useQueue(first, search, at);
  const [done, setDone] = useState<readonly Done[]>([]);
  const [told, setTold] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const [back, setBack] = useState<Tagged | null>(null);
  const current = items[at];
  const loaded = useLoad(current?.id ?? null, (signal) => readTagged(current?.id ?? '', signal));
  const shown = back ?? (loaded.data?.statement.id === current?.id ? loaded.data : null);
  const card = useRef<HTMLElement>(null);
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => (card.current ?? end.current)?.focus(), [shown?.tag]);

  const step = () => {
    setBack(null);
    setFailure(null);
    // What came back out of turn is followed by the one that it interrupted.
    if (back === null || back.statement.id === current?.id) setAt(at + 1);
  };
  /** What failed for want of a key, to be done once there is one. */
  const wanted = useRef<(() => Promise<void>) | null>(null);
  const act = async (run: () => Promise<void>) => {
    if (busy) return;
    wanted.current = run;
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
      <Progress done={at} total={first.total} exact={first.totalIsExact === true} />
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
      {(failure?.status === 401 || failure?.status === 403) && (
        <form
          class="keyed"
          onSubmit={(event) => {
            event.preventDefault();
            if (wanted.current !== null) void act(wanted.current);
          }}
        >
          <KeyField failure={failure} />
          <p class="actions">
            <button type="submit" class="main" disabled={busy}>
              Do it with this key
            </button>
          </p>
        </form>
      )}
      {loaded.failure !== null && back === null && (
        <FailureNotice failure={loaded.failure} again={loaded.again} />
      )}
      {shown !== null && (
        <>
          {back === null && shown.statement.review.state !== 'machine' && (
            <p class="notice">
              Since the queue was read, {meanwhile(shown.statement.review)} Go on to the next, or
              decide anew.
            </p>
          )}
          <ReviewCard
            key={shown.statement.id + shown.tag}
            at={shown}
            card={card}
            busy={busy}
            say={(word, told) => void say(word, told)}
            skip={step}
            undo={() => void takeBack()}
          />
        </>
      )}
      {current === undefined && more.failure !== null && (
        <FailureNotice failure={more.failure} again={more.again} />
      )}
      {current === undefined && back === null && !ended && more.failure === null && (
        <Reading what="more of the queue" />
      )}
      {current === undefined && back === null && ended && (
        <div class="empty" ref={end} tabIndex={-1}>
          {items.length === 0 ? (
            <p>
              Nothing waits: editors have looked at every statement here. What the machine finds in{' '}
              <a href="/ingest">new articles</a> comes here by itself, the least certain first.
            </p>
          ) : (
            <p>This was the last of them.</p>
          )}
          <button type="button" onClick={again}>
            Look for more
          </button>
        </div>
      )}
    </>
  );
}

function meanwhile({ state, by, note }: Schemas['Review']): string {
  if (state === 'machine') return 'it was changed meanwhile.';
  return `${by ?? 'somebody'} has ${state} it meanwhile${note === null ? '' : ` (“${note}”)`}.`;
}
