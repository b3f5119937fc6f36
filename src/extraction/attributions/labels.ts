// Speaker labels: "Q: …", "SMITH: …", "Jane Roe: …" in interviews and transcripts, and names behind a quotation: "“…” — Jane
// Roe". What a label looks like: labelForms.ts.
// The model was trained on news stories only, which have neither.

import type { Document } from '../document';
import type { Span } from '../types';
import type { Attribution } from './attribution';
import { findLabels, type Label } from './labelForms';

/** Too few on the annotated articles to measure; it stands where the sample interviews put it. */
const CONFIDENCE = 0.8;
const LONGEST_SIGNATURE = 14;

/** One attribution for every labelled paragraph and every signed quotation. */
export function labelled(document: Document): Attribution[] {
  const found: (Attribution | null)[] = [];
  const labels = findLabels(document);
  let first = 0;
  let before = 0;
  document.paragraphs.forEach((_, paragraph) => {
    let last = first;
    while (last < document.tokens.length && document.tokens[last]!.paragraph === paragraph)
      last += 1;
    const label = labels.get(paragraph);
    found.push(
      label === undefined ? null : turn(document, label, last),
      signature(document, first, last, before),
    );
    before = first;
    first = last;
  });
  return found.filter((one) => one !== null);
}

/** "Q: Do you mind?", "REED: I have three.", "Q. Do you mind?" */
function turn({ tokens }: Document, { first, end }: Label, last: number): Attribution {
  const marked = tokens[end]!.text === ':';
  const source = { start: tokens[first]!.start, end: tokens[marked ? end - 1 : end]!.end };
  const cue = marked ? { start: tokens[end]!.start, end: tokens[end]!.end } : null;
  return attribution(source, cue, { start: tokens[end + 1]!.start, end: tokens[last - 1]!.end });
}

/** "“My cooker floated.” — Leanne Goss, Ferry Street", on one line or on two (`before` is where the line above starts). */
function signature(
  document: Document,
  first: number,
  last: number,
  before: number,
): Attribution | null {
  const { tokens, quotations } = document;
  const opening = isDash(document, first) ? before : first;
  const quoted = tokens[opening];
  if (quoted === undefined || quoted.quotation < 0 || opening >= last) return null;
  const quotation = quotations[quoted.quotation]!;
  let end = opening;
  while (end < last && tokens[end]!.quotation === quoted.quotation) end += 1;
  const signed = isDash(document, end) && (opening === first || end === first) && end + 1 < last;
  if (!signed || quotation.start !== quoted.start || last - end > LONGEST_SIGNATURE) return null;
  const source = { start: tokens[end + 1]!.start, end: tokens[last - 1]!.end };
  // "“Bridge shut for good” — Port Herald, August 15, 2008": a headline and where it stood
  if (/\d{4}/.test(document.text.slice(source.start, source.end)) || isDash(document, last - 1))
    return null;
  return attribution(source, null, { start: quotation.start, end: quotation.end });
}

function attribution(source: Span, cue: Span | null, content: Span): Attribution {
  return {
    source,
    cue,
    content: [content],
    foundBy: 'label',
    confidence: CONFIDENCE,
    tagged: null,
  };
}

const isDash = (document: Document, index: number): boolean =>
  /^(?:[—–―-]|--)$/.test(document.tokens[index]?.text ?? '');
