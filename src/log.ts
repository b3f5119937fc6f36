// The log of the running service: one JSON object a line, to stderr, so that stdout stays free for what people read.

import type { Logger } from 'pino';
import { destination, pino } from 'pino';

import type { LogLevel } from './config';

export type { Logger };

/** A logger that writes at `level` and above. Request bodies, texts and keys are never handed to it. */
export function createLogger(level: LogLevel): Logger {
  // Synchronous: the lines that explain a crash are the ones an asynchronous writer would lose.
  return pino(
    { level, base: null, timestamp: () => `,"time":"${new Date().toISOString()}"` },
    destination({ dest: 2, sync: true }),
  );
}
