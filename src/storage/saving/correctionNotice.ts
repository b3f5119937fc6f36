// Does a text say that it was changed? Newsrooms that correct in the open put a line above or below the article.

import type { Span } from '../../extraction/types';
import type { Quote } from '../records';

const PIECE = '(?:article|story|report|post|piece|page|item|version|column|headline)';

const HEAD = String.raw`^[\s*_([—–-]*`;
const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\\p{L}*';

const NOTICES: readonly RegExp[] = [
  // "Correction: …", "Editor's note (5 May): …", "UPDATE — …"
  /^[\s*_([—–-]*(?:corrections?|clarifications?|amendments?|update[ds]?|corrected|editor(?:[’']s|ial)? notes?)\b[^\n.!?]{0,40}[:—–]/gimu,
  // "Updated at 5.30 p.m. with a comment", "Last updated 5 May 2026"; not "Updated figures show that …"
  new RegExp(
    `${HEAD}(?:last )?(?:updated|corrected|amended) (?:(?:at|on) [^\\n]{0,20}\\d|\\d|${MONTH} \\d)`,
    'gimu',
  ),
  // "(Corrects spelling of name in paragraph 3)", "(Adds comment by the ministry)": news agencies, a paragraph of its own
  /^\s*[([](?:corrects|clarifies|fixes|removes|adds|updates|refiles)\b[^\n]*[)\]]\s*$/gimu,
  // "This article was amended on 5 May 2026 to …", "This story has been updated."
  new RegExp(
    `\\bthis ${PIECE} (?:was|has been|had been|is being) (?:\\p{L}+ )?(?:amended|corrected|updated|changed|clarified|edited|revised)\\b`,
    'giu',
  ),
  // "This version corrects the spelling of the mayor's name."
  /\bthis (?:version|story|article) (?:corrects|clarifies)\b/giu,
  // "This article originally stated that …"
  new RegExp(
    `\\bthis ${PIECE} (?:originally|previously|initially|incorrectly|wrongly|mistakenly|erroneously) \\p{L}+`,
    'giu',
  ),
  // "An earlier version of this story said …"
  new RegExp(
    `\\b(?:an? )?(?:earlier|previous|original) versions? of (?:this|the) ${PIECE}\\b`,
    'giu',
  ),
  // "A correction was made on May 5", "Because of an editing error, an article on Monday misstated …"
  /^\s*a correction was (?:made|appended)\b/gimu,
  /\b(?:because of|due to|owing to) an? (?:editing|production|reporting|transcription) error\b/giu,
  // "We regret the error."
  /\bwe (?:regret|apologi[sz]e for) (?:the|this|that|these|our) (?:error|mistake)s?\b/giu,
];

/**
 * "CORRECTED-Mayor says …", "UPDATE 2-Bridge to open in May", "Correction: Bridge story", "Bridge to open in May (corrected)"; not
 * "Correction officers strike", "Update-shy users".
 */
const IN_TITLE =
  /^\s*(?:[Cc]orrect(?:ion|ed)|CORRECT(?:ION|ED)|[Cc]larification|CLARIFICATION|[Uu]pdated?|UPDATED?)(?: \d{1,2})?(?:\s*[:—–]|\s+-\s|-(?=\p{Lu}))|[([](?:[Cc]orrected|CORRECTED|[Uu]pdated|UPDATED|[Aa]mended|AMENDED)[)\]]/u;

/** The paragraph that admits a change, the first of several; null where none does. */
export function findNotice(text: string): Quote | null {
  return findNotices(text)[0] ?? null;
}

/** A notice that the text before did not have yet: an old one says nothing of a new change, nor hides a new one below it. */
export function newNotice(before: string, after: string): Quote | null {
  return findNotices(after).find(({ exact }) => !before.includes(exact)) ?? null;
}

/** Whether a headline admits a change that the one before did not admit in the same words. */
export function titleAdmits(before: string | null, after: string | null): boolean {
  const [old, fresh] = [before, after].map((title) => IN_TITLE.exec(title ?? '')?.[0] ?? null);
  return fresh !== null && fresh !== old;
}

function findNotices(text: string): Quote[] {
  const found = new Map<number, Quote>();
  for (const notice of NOTICES) {
    for (const { 0: words, index } of text.matchAll(notice)) {
      const { start, end } = paragraphAt(text, index + words.length - words.trimStart().length);
      found.set(start, { start, end, exact: text.slice(start, end) });
    }
  }
  return [...found.values()].sort((a, b) => a.start - b.start);
}

function paragraphAt(text: string, place: number): Span {
  const start = text.lastIndexOf('\n', place - 1) + 1;
  const stop = text.indexOf('\n', place);
  const line = text.slice(start, stop < 0 ? text.length : stop);
  const from = start + (line.length - line.trimStart().length);
  return { start: from, end: from + line.trim().length };
}
