// Does a text say that it was changed? Newsrooms that correct in the open put a line above or below the article.

import type { Span } from '../../extraction/types';
import type { Quote } from '../records';

const PIECE = '(?:article|story|report|post|piece|page|item|version|column|headline)';

/**
 * "Correction: …", "Editor's note (5 May): …", "This article was amended on 5 May 2026 to …", "An earlier version of this story
 * said …", "This story has been updated", "We regret the error".
 */
const NOTICES: readonly RegExp[] = [
  /^[\s*_([—–-]*(?:corrections?|clarifications?|amendments?|update[ds]?|corrected|editor(?:[’']s|ial)? notes?)\b[^\n.!?]{0,40}[:—–]/imu,
  new RegExp(
    `\\bthis ${PIECE} (?:was|has been|had been|is being) (?:\\p{L}+ )?(?:amended|corrected|updated|changed|clarified|edited|revised)\\b`,
    'iu',
  ),
  new RegExp(
    `\\b(?:an? )?(?:earlier|previous|original) versions? of (?:this|the) ${PIECE}\\b`,
    'iu',
  ),
  /\bwe (?:regret|apologi[sz]e for) (?:the|this|that|these|our) (?:error|mistake)s?\b/iu,
];

/** The paragraph that admits a change; null where none does. */
export function findNotice(text: string): Quote | null {
  const places = NOTICES.flatMap((notice) => {
    const found = notice.exec(text);
    return found === null ? [] : [found.index + (found[0].length - found[0].trimStart().length)];
  });
  if (places.length === 0) return null;
  const { start, end } = paragraphAt(text, Math.min(...places));
  return { start, end, exact: text.slice(start, end) };
}

/** A notice that the text before did not have yet: an old one says nothing of a new change. */
export function newNotice(before: string, after: string): Quote | null {
  const notice = findNotice(after);
  return notice === null || before.includes(notice.exact) ? null : notice;
}

function paragraphAt(text: string, place: number): Span {
  const start = text.lastIndexOf('\n', place - 1) + 1;
  const stop = text.indexOf('\n', place);
  const line = text.slice(start, stop < 0 ? text.length : stop);
  const from = start + (line.length - line.trimStart().length);
  return { start: from, end: from + line.trim().length };
}
