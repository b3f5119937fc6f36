// Attributions whose cue is a verb: before, behind or around what was said.

import { type Document, quotationAt } from '../document';
import type { Span } from '../types';
import type { Attribution } from './attribution';
import { attribution } from './build';
import { mainSubject, type VerbGroup } from './clauses';
import { contentAfter, opensQuotation, spanOf } from './contentAfter';
import { contentAround, contentBefore, contentBehindTag, tagEnd } from './contentBefore';
import { contentStop } from './contentStop';
import { nounPhraseAfter, type Range } from './nounPhrases';

// Verbs that name an addressee in a tag ("…, Kennedy wrote Linick"), though not before a clause
const WITH_ADDRESSEE = new Set(['write', 'ask', 'text', 'email', 'message']);

/** The attribution of one verb, given the other cues of its sentence; null where the verb reports nothing here. */
export function verbalAttribution(
  document: Document,
  group: VerbGroup,
  earlier: readonly VerbGroup[],
  later: readonly VerbGroup[],
): Attribution | null {
  const { tokens, sentences } = document;
  const { head, entry } = group.candidate;
  const sentence = sentences[tokens[head]!.sentence]!;
  const own = tokens[head]!.quotation;
  let limit = sentence.last;
  while (limit > group.last && own >= 0 && tokens[limit - 1]!.quotation !== own) limit -= 1;
  // Words inside someone's quotation are that person's; only a quotation in the quotation is reported again.
  if (own >= 0 && !holdsQuotation(document, group, limit)) return null;
  const cue = { start: tokens[group.first]!.start, end: group.candidate.end };
  if (entry.takes.has('c') || entry.takes.has('t') || entry.takes.has('q')) {
    const tag = tagged(document, group, cue, sentence.first, limit, own);
    if (tag !== null) return tag;
  }
  if (group.passive) return null;
  const stop = contentStop(document, group, later, group.last, limit);
  const content = contentAfter(document, group.candidate, stop);
  if (content === null) return null;
  const source = sourceOf(document, group, earlier, sentence.first, sentence.last);
  // Of clauses without a source 4 % were right; a quotation stands by itself.
  if (source === null && content.rule !== 'quotation') return null;
  return attribution(content.rule, source, cue, [content.span]);
}

function holdsQuotation(document: Document, group: VerbGroup, limit: number): boolean {
  const { tokens, quotations } = document;
  const own = quotations[tokens[group.candidate.head]!.quotation]!;
  const near = tokens.slice(group.last, Math.min(limit, group.last + 4));
  return (
    own.closed && near.some((token) => quotationAt(document, token.start)?.depth === own.depth + 1)
  );
}

/** "“…,” she told CNN.", "“…,” said Jane Roe, a teacher.", "The answer, he said, is no.", "And that, as he says, is a lot." */
function tagged(
  document: Document,
  group: VerbGroup,
  cue: Span,
  sentenceFirst: number,
  limit: number,
  own: number,
): Attribution | null {
  const inverted = invertedSource(document, group, limit);
  const subject = inverted ?? group.subject;
  if (subject === null || group.passive) return null;
  const behind =
    inverted === null
      ? tagEnd(document, addresseeEnd(document, group, limit), limit, own)
      : inverted.last;
  if (behind === null) return null;
  const front = inverted === null ? subject.first : group.first;
  const fronted = contentBefore(
    document,
    group.parenthetical ? front - 1 : front,
    sentenceFirst,
    own,
  );
  if (fronted === null) {
    const around =
      inverted === null ? contentAround(document, front, behind, sentenceFirst, limit) : null;
    return around === null
      ? null
      : attribution('fronted-clause', spanOf(document, subject.first, subject.last), cue, around);
  }
  const rule =
    inverted !== null ? 'inverted' : fronted.quoted ? 'fronted-quotation' : 'fronted-clause';
  return attribution(rule, spanOf(document, subject.first, subject.last), cue, [
    fronted.span,
    contentBehindTag(document, behind, limit, fronted),
  ]);
}

/** "…, he told the newspaper last week.": a tag may name who was told. */
function addresseeEnd(document: Document, group: VerbGroup, limit: number): number {
  const { takes, lemma } = group.candidate.entry;
  if (!takes.has('p') && !WITH_ADDRESSEE.has(lemma)) return group.last;
  const { tokens } = document;
  let at = group.last;
  while (at < limit && at - group.last < 12) {
    const token = tokens[at]!;
    if (
      !token.word ||
      token.lower === 'that' ||
      token.pos === 'AUX' ||
      (token.pos === 'VERB' && at > group.last)
    )
      break;
    if (at > group.last && (token.pos === 'ADP' || token.pos === 'SCONJ')) break;
    at += 1;
  }
  return at;
}

/** The source behind an inverted verb: "…, said Jane Roe, a teacher." */
function invertedSource(document: Document, group: VerbGroup, limit: number): Range | null {
  const { tokens } = document;
  const before = tokens[group.first - 1];
  const { entry, forms, head } = group.candidate;
  if (
    before === undefined ||
    group.first !== head ||
    group.last !== head + 1 ||
    !(forms.has('past') || forms.has('third')) ||
    entry.takes.has('p')
  )
    return null;
  const behindQuotation = before.quotation !== tokens[head]!.quotation;
  if (!behindQuotation && !/^[,—–]$/.test(before.text)) return null;
  const phrase = nounPhraseAfter(tokens, group.last, limit);
  if (phrase === null || tokens[group.last]!.pos === 'ADP') return null;
  const after = tokens[phrase.last];
  if (after === undefined || phrase.last >= limit) return phrase;
  return after.pos === 'AUX' ||
    after.pos === 'VERB' ||
    after.lower === 'to' ||
    after.lower === 'that' ||
    opensQuotation(document, phrase.last)
    ? null
    : phrase;
}

/** Its own subject, else that of the verb it is joined to, else that of the main clause. */
function sourceOf(
  document: Document,
  group: VerbGroup,
  earlier: readonly VerbGroup[],
  sentenceFirst: number,
  sentenceLast: number,
): Span | null {
  let range = group.subject;
  if (range === null && !(group.gerund && group.first - sentenceFirst <= 1))
    range = earlier.findLast((other) => other.subject !== null && !other.passive)?.subject ?? null;
  range ??= mainSubject(document, sentenceFirst, group.first, sentenceLast);
  return range === null ? null : spanOf(document, range.first, range.last);
}
