// Last step: attributions with their speakers → statements with everything the text says about them.

import type { Attribution } from './attributions/attribution';
import { readCue } from './cues/read';
import { type Document, tokensIn } from './document';
import { formOf } from './form';
import { findParents } from './nesting';
import { findHedge } from './polarity/hedging';
import { findNegation } from './polarity/negation';
import type { ExtractedStatement, Span, SpeakerCandidate, SpeakerLink, SubjectLink } from './types';

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
    const cue = readCue(document.text, attribution);
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
