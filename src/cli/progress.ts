// A progress bar on stderr where someone watches it; nothing in a pipe or a log.

import { Presets, SingleBar } from 'cli-progress';

export interface Progress {
  /** One more is done; `failed` counts it as such. */
  step(failed: boolean): void;
  stop(): void;
}

/** A bar over `total` items (null where that is not known), or a silent stand-in when stderr is no terminal. */
export function createProgress(total: number | null, what = 'articles'): Progress {
  if (!process.stderr.isTTY) return { step: () => {}, stop: () => {} };
  const bar = new SingleBar(
    {
      format: ` {bar} {value}/{total} ${what}, {failed} failed, {eta_formatted} left`,
      stream: process.stderr,
      hideCursor: true,
      clearOnComplete: true,
    },
    Presets.shades_classic,
  );
  let done = 0;
  let failures = 0;
  bar.start(total ?? 1, 0, { failed: 0 });
  return {
    step(failed) {
      done += 1;
      if (failed) failures += 1;
      // Of a stream nobody knows the length; the bar then grows with what has come.
      if (total === null) bar.setTotal(done + 1);
      bar.update(done, { failed: failures });
    },
    stop() {
      bar.stop();
    },
  };
}
