// What every view says in the same words: that it is reading, and what to do when that failed.

import { useEffect, useRef } from 'preact/hooks';

import type { Failure } from './api';
import { keepKey, readKey } from './api';

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

/** Where a key is wanted: a field for it, once the service has asked. */
export function KeyField({ failure }: { failure: Failure | null }) {
  const field = useRef<HTMLInputElement>(null);
  // Asked for a key, one types it: the field is where the focus goes, also when the key was wrong.
  useEffect(() => field.current?.focus(), [failure]);
  if (failure?.status !== 401 && failure?.status !== 403) return null;
  return (
    <p class="field">
      <label for="key">
        API key, kept until this tab is closed. Type it, and do it again; who has none asks whoever
        runs this service.
      </label>
      <input
        id="key"
        ref={field}
        type="password"
        defaultValue={readKey()}
        onChange={(event) => keepKey(event.currentTarget.value)}
      />
    </p>
  );
}
