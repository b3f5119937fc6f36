// A text/plain body: the article's text and nothing else.

import { checkText } from '../text';
import type { Submission } from '../types';
import type { ArticleFields } from './fields';
import { submissionFromFields } from './fields';

/** What a sender can say of a bare text or page beside it (query parameters, options of the command line). */
export type KnownFields = Omit<ArticleFields, 'text' | 'html'>;

/** Reads a bare text; every byte of it is kept. */
export function submissionFromText(text: string, known: KnownFields = {}): Submission {
  checkText(text, '');
  return submissionFromFields({ ...known, text });
}
