// How far an editor has come in the queue.

import { counted } from '../words';

/** `total` is how many waited when the queue was read; at least that many, unless it is exact. */
export function Progress(props: { done: number; total: number | undefined; exact: boolean }) {
  const { done, total, exact } = props;
  if (total === undefined || total === 0) return null;
  const left = Math.max(0, total - done);
  const words = exact
    ? `${counted(left, 'statement')} to look at, the least certain first`
    : `More than ${counted(left, 'statement')} to look at, the least certain first`;
  return (
    <p class="progress quiet">
      <span>
        {words}
        {done > 0 && `; ${done.toLocaleString('en-GB')} behind you`}.
      </span>
      {exact && <progress aria-label="Looked at" max={total} value={Math.min(done, total)} />}
    </p>
  );
}
