// Work that may take long: what is being done, for how long already, and a way to give it up.

import { useEffect, useState } from 'preact/hooks';

import { counted } from '../words';

/** From this length on a reader is told that it takes its time. */
const LONG = 20_000;

export function Working(props: { what: string | null; length: number; stop: () => void }) {
  const { what, length, stop } = props;
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    setSeconds(0);
    if (what === null) return;
    const timer = setInterval(() => setSeconds((n) => n + 1), 1000);
    return () => clearInterval(timer);
  }, [what]);
  return (
    <>
      <p role="status" class="working">
        {what !== null &&
          `${what} …${length > LONG ? ` ${counted(length, 'character')}: this may take some seconds.` : ''}`}
      </p>
      {what !== null && (
        <p class="actions">
          <progress aria-label={what} />
          <span class="quiet" aria-hidden="true">
            {seconds} s
          </span>
          <button type="button" class="plain" onClick={stop}>
            Stop
          </button>
        </p>
      )}
    </>
  );
}
