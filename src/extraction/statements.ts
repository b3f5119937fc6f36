// Last step: attributions with their speakers → statements with everything the text says about them.

import type { Attribution } from './attributions/attribution';
import { describeCue } from './cues/describe';
import { type Document, tokensIn } from './document';
import { findParents } from './nesting';
import { findHedge } from './polarity/hedging';
import { findNegation } from './polarity/negation';
import type {
  Cue,
  ExtractedStatement,
  Form,
  Span,
  SpeakerCandidate,
  SpeakerLink,
  SubjectLink,
} from './types';

/** Statements in text order; `links[i]`, `candidates[i]` and `subjects[i]` belong to `attributions[i]`. */
export function buildStatements(
  document: Document,
  attributions: readonly Attribution[],
  links: readonly (readonly SpeakerLink[])[],
  candidates: readonly (readonly SpeakerCandidate[])[] = [],
  subjects: readonly (readonly SubjectLink[])[] = [],
): ExtractedStatement[] {
  const parents = findParents(attributions);
  return attributions.map((attribution, index) => {
    const cue = readCue(document, attribution);
    return {
      // Answers under a speaker's label ("A: Not at all.") are that person's own words, marks or none.
      form: attribution.foundBy === 'label' ? 'direct' : formOf(document, attribution.content),
      content: attribution.content,
      source: attribution.source,
      cue,
      speakers: links[index] ?? [],
      candidates: candidates[index] ?? [],
      subjects: subjects[index] ?? [],
      negation:
        cue === null
          ? null
          : findNegation(document, { cue, source: attribution.source }, cue.class),
      hedge: cue === null ? null : findHedge(document, cue),
      parent: parents[index] ?? null,
      sentence: sentenceAround(document, attribution),
      confidence: attribution.confidence,
    };
  });
}

function readCue({ text }: Document, { cue, content }: Attribution): Cue | null {
  if (cue === null) return null;
  const { start, end } = cue;
  // Where the content begins right behind it, its first words may make the phrase: "called | for an election".
  const next = content.find((span) => span.start >= end);
  const adjoins = next !== undefined && !/[\p{L}\p{N}]/u.test(text.slice(end, next.start));
  const ahead = adjoins ? text.slice(next.start, Math.min(next.end, next.start + 80)) : '';
  return { start, end, ...describeCue(text.slice(start, end), ahead) };
}

/** Quoted through and through, not at all, or in part. */
function formOf(document: Document, content: readonly Span[]): Form {
  let inside = 0;
  let outside = 0;
  for (const span of content) {
    const { first, last } = tokensIn(document, span);
    for (let i = first; i < last; i += 1) {
      const token = document.tokens[i]!;
      if (!token.word) continue;
      if (token.quotation >= 0) inside += 1;
      else outside += 1;
    }
  }
  return outside === 0 && inside > 0 ? 'direct' : inside === 0 ? 'indirect' : 'mixed';
}

function sentenceAround(document: Document, { source, cue, content }: Attribution): Span {
  const spans = [source, cue, content[0]!, content.at(-1)!].filter((span) => span !== null);
  const start = Math.min(...spans.map((span) => span.start));
  const end = Math.max(...spans.map((span) => span.end));
  const { first, last } = tokensIn(document, { start, end });
  const { tokens, sentences } = document;
  const opening = tokens[first];
  const closing = tokens[last - 1];
  if (opening === undefined || closing === undefined) return { start, end };
  return {
    start: Math.min(start, sentences[opening.sentence]!.start),
    end: Math.max(end, sentences[closing.sentence]!.end),
  };
}
