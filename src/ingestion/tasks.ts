// What the main thread may ask of a worker, and how answers cross: as plain data, failures included.

import type { ErrorKind, FieldError } from '../errors';
import { AppError } from '../errors';

/** What a thread is started with. */
export interface WorkerSettings {
  /** The folder with the weights of the learned engine. */
  readonly modelDir: string;
}

export interface AnalyseTask {
  readonly text: string;
  /** How long the network may read, in milliseconds; a thread must not be ended while it does. */
  readonly timeoutMs: number;
}

export interface ReadHtmlTask {
  readonly html: string;
  readonly url: string | null;
}

/** An AppError would cross as a bare Error, without its kind; so it crosses as an answer. */
export type TaskAnswer<T> = { readonly value: T } | { readonly refusal: Refusal };

interface Refusal {
  readonly kind: ErrorKind;
  readonly message: string;
  readonly fields: readonly FieldError[];
}

/** The answer to an article that takes too long. */
export function tooSlow(timeoutMs: number, cause?: Error): AppError {
  return new AppError(
    'invalid-input',
    `Reading this article took longer than ${timeoutMs / 1000} s and was given up. Send a shorter one, or its plain text.`,
    { cause },
  );
}

/** Runs a task in the worker; refusals become plain data, bugs are thrown on. */
export async function answer<T>(task: () => T | Promise<T>): Promise<TaskAnswer<T>> {
  try {
    return { value: await task() };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { kind, message, fields } = error;
    return { refusal: { kind, message, fields } };
  }
}

/** Reads a worker's answer in the main thread; a refusal is thrown again as what it was. */
export function unwrap<T>(answered: TaskAnswer<T>): T {
  if ('value' in answered) return answered.value;
  const { kind, message, fields } = answered.refusal;
  throw new AppError(kind, message, { fields });
}
