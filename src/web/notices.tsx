// What every view says in the same words: that it is reading, and what to do when that failed.

import type { Failure } from './api';

export function FailureNotice({ failure, again }: { failure: Failure; again?: () => void }) {
  return (
    <div class="failure" role="alert">
      <p>
        <strong>{failure.title}.</strong> {failure.advice}
      </p>
      {again && (
        <button type="button" onClick={again}>
          Try again
        </button>
      )}
    </div>
  );
}

export function Reading({ what }: { what: string }) {
  return (
    <p class="quiet" role="status">
      Reading {what} …
    </p>
  );
}
