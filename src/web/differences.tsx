// How two wordings differ, word by word: marked by elements that screen readers and print tell apart as well.

import type { Schemas } from './api';

/** What stands right behind the words before it. */
const CLOSING = /^[,.;:!?’”)\]]/;

export function Differences({ diff }: { diff: readonly Schemas['DiffStep'][] }) {
  return (
    <p class="sentence" role="group" aria-label="How the words differ">
      {diff.map(({ op, words }, i) => (
        <span key={i}>
          {i > 0 && !CLOSING.test(words) && ' '}
          {op === 'removed' ? <del>{words}</del> : op === 'added' ? <ins>{words}</ins> : words}
        </span>
      ))}
    </p>
  );
}
