// Speaker labels: "Q: …" and "SMITH: …" in interviews and transcripts, and names behind a quotation: "“…” — Jane Roe".
// The model was trained on news stories only, which have neither.

import type { Document } from '../document';
import type { Span } from '../types';
import type { Attribution } from './attribution';

/** Too few on the annotated articles to measure; it stands where the sample interviews put it. */
const CONFIDENCE = 0.8;
const LONGEST_LABEL = 5;
const LONGEST_SIGNATURE = 14;

/** One attribution for every labelled paragraph and every signed quotation. */
export function labelled(document: Document): Attribution[] {
  const found: (Attribution | null)[] = [];
  const transcript = isTranscript(document);
  let first = 0;
  let before = 0;
  document.paragraphs.forEach((_, paragraph) => {
    let last = first;
    while (last < document.tokens.length && document.tokens[last]!.paragraph === paragraph)
      last += 1;
    found.push(
      transcript ? label(document, first, last) : null,
      signature(document, first, last, before),
    );
    before = first;
    first = last;
  });
  return found.filter((one) => one !== null);
}

/** Some transcripts put every turn in marks: "“REED: It was late.”" */
const labelStart = ({ tokens }: Document, first: number): number =>
  /^(?:["“]|``|'')$/.test(tokens[first]?.text ?? '') ? first + 1 : first;

/** The index of the colon behind a label that starts at `first`; null where there is none. */
function labelEnd({ tokens }: Document, first: number, last: number): number | null {
  for (let i = first; i < Math.min(last, first + LONGEST_LABEL + 1); i += 1) {
    const token = tokens[i]!;
    if (token.text === ':') return i > first && i + 1 < last ? i : null;
    if (
      !/^[\p{Lu}.'’-]+$/u.test(token.text) &&
      !/^(?:Mr|Ms|Mrs|Dr|Sen|Rep|Gov)\.?$/.test(token.text)
    )
      return null;
  }
  return null;
}

/** Labels come in turns; a lone "NOTE: …" is none. */
function isTranscript(document: Document): boolean {
  let labels = 0;
  let first = 0;
  document.paragraphs.forEach((_, paragraph) => {
    if (labelEnd(document, labelStart(document, first), document.tokens.length) !== null)
      labels += 1;
    while (first < document.tokens.length && document.tokens[first]!.paragraph === paragraph)
      first += 1;
  });
  return labels >= 3;
}

/** "Q: Do you mind?", "REED: I have three." */
function label(document: Document, opening: number, last: number): Attribution | null {
  const first = labelStart(document, opening);
  const colon = labelEnd(document, first, last);
  if (colon === null) return null;
  const { tokens } = document;
  const content = { start: tokens[colon + 1]!.start, end: tokens[last - 1]!.end };
  const { start, end } = tokens[colon]!;
  const source = { start: tokens[first]!.start, end: tokens[colon - 1]!.end };
  return attribution(source, { start, end }, content);
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
