// What the main thread may ask of a worker, and how answers cross: as plain data, failures included.

import type { ErrorKind, FieldError } from '../errors';
import { AppError } from '../errors';

export interface AnalyseTask {
  readonly text: string;
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

/** Runs a task in the worker; refusals become plain data, bugs are thrown on. */
export function answer<T>(task: () => T): TaskAnswer<T> {
  try {
    return { value: task() };
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
