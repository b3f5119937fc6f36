// Last step: attributions with their speakers → statements with everything the text says about them.

import { alternativesTo } from './attributions/alternatives';
import type { Attribution } from './attributions/attribution';
import { readCue } from './cues/read';
import { type Document, tokensIn } from './document';
import { findParents } from './nesting';
import { findHedge } from './polarity/hedging';
import { findNegation } from './polarity/negation';
import type { ExtractedStatement, Span, SpeakerCandidate, SpeakerLink, SubjectLink } from './types';
import { readWording } from './wording/segments';

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
      ...readWording(document, attribution),
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
      alternatives: alternativesTo(document.text, attribution),
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
