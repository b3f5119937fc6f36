// What a text must be to be stored at all. Nothing is repaired: the text is kept exactly as it came.

import type { FieldError } from '../errors';
import { AppError } from '../errors';

/** Refuses an empty or blank text and characters that cannot be stored; `pointer` names its place in the request. */
export function checkText(text: string, pointer: string): void {
  const problem = textProblem(text);
  if (problem === null) return;
  const fields: FieldError[] = pointer === '' ? [] : [{ pointer, message: problem }];
  throw new AppError('invalid-input', `The article's text cannot be taken. ${problem}`, { fields });
}

/** What is wrong with a text, and what to do about it; null if nothing is. */
export function textProblem(text: string): string | null {
  if (text.trim() === '') return 'It is empty: send the article in full.';
  return unstorable(text);
}

/** NUL and halves of surrogate pairs: no UTF-8 and no Postgres text can hold them. */
export function unstorable(text: string): string | null {
  const nul = text.indexOf('\0');
  if (nul !== -1) {
    return `There is a NUL character (U+0000) at offset ${nul}: remove it, no database can hold it.`;
  }
  const surrogate = text.search(/\p{Surrogate}/u);
  if (surrogate !== -1) {
    const code = text.charCodeAt(surrogate).toString(16).toUpperCase();
    return `There is half a character (lone surrogate U+${code}) at offset ${surrogate}: send the text as whole UTF-8 or escaped in pairs.`;
  }
  return null;
}
