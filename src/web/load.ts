// Reading from the API into a view: what is there, what is under way, what failed; a newer read ends the older.

import { useCallback, useEffect, useState } from 'preact/hooks';

import type { Failure } from './api';
import { failureOf } from './api';

export interface Loaded<Data> {
  /** The last answer; while a newer one is under way, still the former. */
  readonly data: Data | null;
  readonly failure: Failure | null;
  readonly loading: boolean;
  readonly again: () => void;
}

/** Reads whenever `key` changes, after `waitMs`; null reads nothing. */
export function useLoad<Data>(
  key: string | null,
  read: (signal: AbortSignal) => Promise<Data>,
  waitMs = 0,
): Loaded<Data> {
  const [state, setState] = useState<Omit<Loaded<Data>, 'again'>>({
    data: null,
    failure: null,
    loading: key !== null,
  });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (key === null) {
      setState({ data: null, failure: null, loading: false });
      return;
    }
    const controller = new AbortController();
    setState((before) => ({ ...before, loading: true }));
    const timer = setTimeout(() => {
      read(controller.signal).then(
        (data) => {
          if (!controller.signal.aborted) setState({ data, failure: null, loading: false });
        },
        (thrown: unknown) => {
          if (controller.signal.aborted) return;
          setState((before) => ({ ...before, failure: failureOf(thrown), loading: false }));
        },
      );
    }, waitMs);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [key, attempt]);
  return { ...state, again: useCallback(() => setAttempt((n) => n + 1), []) };
}
