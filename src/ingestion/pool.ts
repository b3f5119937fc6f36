// Worker threads for what would block the event loop. A task that hangs, crashes or eats the memory fails alone:
// its thread is ended and replaced, and everybody else's go on.

import { existsSync } from 'node:fs';

import { Piscina } from 'piscina';

import { AppError, coerceError } from '../errors';
import type { AnalyseTask, ReadHtmlTask, TaskAnswer, WorkerSettings } from './tasks';
import { tooSlow, unwrap } from './tasks';
import type { Analysis, AnalysisPool, ReadableArticle } from './types';

export interface AnalysisPoolOptions {
  /** The compiled worker: dist/ingestion/worker.js. */
  readonly workerFile: string;
  /** The folder with the weights of the learned engine. */
  readonly modelDir: string;
  /** How many articles are read at a time; one core each. */
  readonly threads: number;
  /** How many may wait; the next one is refused as `unavailable`. @defaultValue 100 */
  readonly maxQueue?: number;
  /** How long one task may run, in milliseconds; 2 MB of text take 45 s. @defaultValue 60000 */
  readonly timeoutMs?: number;
  /** Heap of one thread, in MiB. An article of 2 MB needs 256, 250,000 quotations in one text more. @defaultValue 512 */
  readonly maxHeapMb?: number;
}

interface Tasks {
  readonly analyse: { task: AnalyseTask; result: Analysis };
  readonly readHtml: { task: ReadHtmlTask; result: ReadableArticle };
}

type TaskName = keyof Tasks;

/**
 * How much longer than it may read an analysis has before its thread is ended. Ending a thread while the network runs
 * in it aborts the whole process (ONNX Runtime throws where nothing catches), so that the thread has to stop by itself
 * first; this is for what hangs elsewhere.
 */
const GRACE_MS = 5_000;

/** Starts the threads. `close` lets what runs and waits finish, then ends them. */
export function createAnalysisPool(options: AnalysisPoolOptions): AnalysisPool {
  const { workerFile, modelDir, threads, maxQueue = 100, timeoutMs = 60_000 } = options;
  const { maxHeapMb = 512 } = options;
  const settings: WorkerSettings = { modelDir };
  if (!existsSync(workerFile)) {
    throw new Error(
      `The compiled worker ${workerFile} does not exist. Run \`npm run build\` first.`,
    );
  }
  const workers = new Piscina({
    filename: workerFile,
    workerData: settings,
    minThreads: threads,
    maxThreads: threads,
    // Threads hold a language model; ending idle ones would cost the next article its loading time.
    idleTimeout: Infinity,
    resourceLimits: { maxOldGenerationSizeMb: maxHeapMb },
  });
  const line = waitingLine(threads, maxQueue);
  let closing: Promise<void> | null = null;

  async function run<N extends TaskName>(
    name: N,
    task: Tasks[N]['task'],
    endAfterMs: number,
  ): Promise<Tasks[N]['result']> {
    if (closing !== null)
      throw new AppError('unavailable', 'The service is shutting down; try again shortly.');
    await line.enter();
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), endAfterMs);
    let answered: TaskAnswer<Tasks[N]['result']>;
    try {
      answered = (await workers.run(task, { name, signal: stop.signal })) as typeof answered;
    } catch (error) {
      throw taskFailure(error, stop.signal.aborted, timeoutMs);
    } finally {
      clearTimeout(timer);
      line.leave();
    }
    return unwrap(answered);
  }

  return {
    async ready() {
      // A task keeps its thread until the model is loaded, so that as many tasks as threads reach every one of them.
      await Promise.all(
        Array.from({ length: threads }, () => workers.run(undefined, { name: 'warmUp' })),
      );
    },
    analyse: (text) => run('analyse', { text, timeoutMs }, timeoutMs + GRACE_MS),
    readHtml: (html, url) => run('readHtml', { html, url }, timeoutMs),
    close() {
      closing ??= line.empty().then(() => workers.destroy());
      return closing;
    },
  };
}

/**
 * Admits as many tasks as there are threads. Piscina could queue too, but a task's time would then start to run while
 * it still waits, and it fails waiting tasks when asked to close.
 */
function waitingLine(places: number, maxWaiting: number) {
  const waiting: (() => void)[] = [];
  const emptied: (() => void)[] = [];
  let busy = 0;

  return {
    async enter(): Promise<void> {
      if (busy < places) {
        busy += 1;
        return;
      }
      if (waiting.length >= maxWaiting) {
        throw new AppError(
          'unavailable',
          `As many articles as can wait are waiting already (${maxWaiting}); try again in a few seconds.`,
        );
      }
      await new Promise<void>((admit) => waiting.push(admit));
    },
    /** Hands the place to whoever has waited longest. */
    leave(): void {
      const next = waiting.shift();
      if (next !== undefined) return next();
      busy -= 1;
      if (busy === 0) for (const done of emptied.splice(0)) done();
    },
    async empty(): Promise<void> {
      if (busy > 0) await new Promise<void>((done) => emptied.push(done));
    },
  };
}

/** What the sender can mend (an article that takes too much) is told apart from bugs in the worker. */
function taskFailure(thrown: unknown, timedOut: boolean, timeoutMs: number): Error {
  const error = coerceError(thrown);
  const code =
    typeof thrown === 'object' && thrown !== null && 'code' in thrown ? thrown.code : null;
  if (timedOut) {
    return tooSlow(timeoutMs, error);
  }
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return new AppError(
      'invalid-input',
      'Reading this article needed more memory than one article may take. Send a shorter one, or its plain text.',
      { cause: error },
    );
  }
  return error;
}
