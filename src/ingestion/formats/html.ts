// A text/html body: a page that says of itself who published it, when and where.

import { AppError } from '../../errors';
import type { Submission } from '../types';
import { submissionFromFields } from './fields';
import type { KnownFields } from './text';

/** Reads a page; its text and what is not `known` are taken from it later, in a worker. */
export function submissionFromHtml(html: string, known: KnownFields = {}): Submission {
  if (html.trim() === '') {
    throw new AppError('invalid-input', 'The page is empty: send its HTML in full.');
  }
  return submissionFromFields({ ...known, html });
}
