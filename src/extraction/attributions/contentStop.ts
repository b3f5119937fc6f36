// Where the content behind a cue ends before its sentence does.

import type { Document } from '../document';
import type { VerbGroup } from './clauses';
import { tagEnd } from './contentBefore';

// In annotated news, under half of the contents reach over these (", which" 42 %, ", while" 25 %, ", a" 23 %, ";" 22 %)
const LOOSE_ENDS =
  /^(?:which|who|while|whereas|although|though|a|an|the|as|with|citing|adding|saying|noting|calling|including|prompting|despite)$/;

/** The token index where the content of `group` ends, given the cues that follow it in the sentence. */
export function contentStop(
  document: Document,
  group: VerbGroup,
  following: readonly VerbGroup[],
  from: number,
  limit: number,
): number {
  const own = document.tokens[group.candidate.head]!.quotation;
  let stop = Math.min(looseEnd(document, from, limit, own), relativeEnd(document, group, limit));
  for (const next of following) {
    if (next.first >= stop) break;
    const cut = cutBefore(document, group, next, from, limit, own);
    if (cut !== null && cut < stop) stop = cut;
  }
  return stop;
}

function looseEnd(document: Document, from: number, limit: number, own: number): number {
  const { tokens } = document;
  // "said that if he wins, the plan…": the first comma closes the opening clause
  const opener = tokens[from]?.lower === 'that' ? tokens[from + 1] : tokens[from];
  let openers =
    opener !== undefined &&
    (opener.pos === 'ADP' ||
      opener.pos === 'SCONJ' ||
      /^(?:if|when|while|as|after|before|although|though)$/.test(opener.lower))
      ? 1
      : 0;
  for (let i = from + 1; i < limit; i += 1) {
    const token = tokens[i]!;
    if (token.quotation !== own) continue;
    if (token.text === ';') return i;
    if (token.text !== ',') continue;
    const next = tokens[i + 1];
    if (next === undefined) return i;
    if (next.lower === 'according') return i;
    if (openers > 0) {
      openers -= 1;
      continue;
    }
    if (LOOSE_ENDS.test(next.lower)) return i;
    if (next.lower === 'but' && tokens[i + 2]?.pos === 'PRON') return i;
    if (next.lower === 'even' && /^(?:as|though|if)$/.test(tokens[i + 2]?.lower ?? '')) return i;
  }
  return limit;
}

/** "Roe, who said she was tired, left": the comma that closes the relative clause. */
function relativeEnd(document: Document, group: VerbGroup, limit: number): number {
  const { tokens } = document;
  const who = group.subject === null ? undefined : tokens[group.subject.last - 1];
  if (who?.lower !== 'who') return limit;
  for (let i = group.last + 1; i < limit - 1; i += 1) {
    const next = tokens[i + 1]!;
    if (
      tokens[i]!.text === ',' &&
      (next.pos === 'VERB' || next.pos === 'AUX') &&
      !/ing$/.test(next.lower)
    )
      return i;
  }
  return limit;
}

/** Where a later cue of the sentence takes over from `group`; null where it stands inside the content. */
function cutBefore(
  document: Document,
  group: VerbGroup,
  next: VerbGroup,
  from: number,
  limit: number,
  own: number,
): number | null {
  const { tokens } = document;
  if (tokens[next.candidate.head]!.quotation !== own || next.infinitive) return null;
  const start = next.subject === null ? next.first : next.subject.first;
  const before = tokens[start - 1];
  const twoBefore = tokens[start - 2];
  if (before === undefined || start - 1 <= from) return null;
  // "said he would resign and called for an election", "…, and added that…"
  if (next.subject === null && before.pos === 'CCONJ' && sameTense(group, next))
    return twoBefore?.text === ',' ? start - 2 : start - 1;
  if (next.subject === null && before.text === ',' && sameTense(group, next)) return start - 1;
  // "one says A, another says B"
  if (
    before.text === ',' &&
    next.subject !== null &&
    !next.parenthetical &&
    sameTense(group, next) &&
    group.candidate.entry.takes.has('c')
  )
    return start - 1;
  // "…, adding that…"
  if (next.gerund && before.text === ',') return start - 1;
  // "…, but Smith said…", "…, while Smith said…"
  if ((before.pos === 'CCONJ' || before.pos === 'SCONJ') && twoBefore?.text === ',')
    return start - 2;
  if (before.lower === 'but' || before.lower === 'while' || before.lower === 'although')
    return start - 1;
  // "…, he said"
  if (
    before.text === ',' &&
    next.subject !== null &&
    tagEnd(document, next.last, limit, own) !== null
  )
    return start - 1;
  return null;
}

function sameTense(a: VerbGroup, b: VerbGroup): boolean {
  const shared = (form: 'past' | 'third' | 'base' | 'gerund' | 'participle'): boolean =>
    a.candidate.forms.has(form) && b.candidate.forms.has(form);
  return shared('past') || shared('third') || shared('base') || shared('gerund');
}
