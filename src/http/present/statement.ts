// Statement records → the contract's Statement.

import type {
  AlternativesRecord,
  MachineReading,
  Quote,
  StatementRecord,
} from '../../storage/records';
import type { components } from '../contract';
import { presentTopics } from './topic';

type Schemas = components['schemas'];

export function presentStatement(statement: StatementRecord): Schemas['Statement'] {
  const { article, cue } = statement;
  return {
    id: statement.id,
    form: statement.form,
    text: readable(statement.content),
    content: presentContent(statement.content, statement.segments),
    source: statement.source && presentQuote(statement.source),
    cue: cue && { ...presentQuote(cue), lemma: cue.lemma, class: cue.class },
    speakers: statement.speakers.map((speaker) => ({
      id: speaker.id,
      name: speaker.name,
      type: speaker.type,
      role: speaker.role,
      resolvedBy: speaker.resolvedBy,
      mentions: speaker.mentions.map(presentQuote),
      confidence: speaker.confidence,
    })),
    candidates: statement.candidates.map((candidate) => ({
      name: candidate.name,
      type: candidate.type,
      resolvedBy: candidate.resolvedBy,
      mentions: candidate.mentions.map(presentQuote),
      confidence: candidate.confidence,
    })),
    subjects: statement.subjects.map(({ id, name, type, spans, speakerId }) => ({
      id,
      name,
      type,
      spans: spans.map(presentQuote),
      speakerId,
    })),
    ...presentTopics(statement),
    negated: statement.negation !== null,
    negation: statement.negation && presentQuote(statement.negation),
    hedged: statement.hedge !== null,
    hedge: statement.hedge && presentQuote(statement.hedge),
    parent: statement.parentId,
    prefix: statement.prefix,
    suffix: statement.suffix,
    sentence: presentQuote(statement.sentence),
    ...(statement.alternatives === null
      ? {}
      : { alternatives: presentAlternatives(statement.alternatives) }),
    ...(statement.lineage === undefined ? {} : { lineage: statement.lineage }),
    confidence: statement.confidence,
    engine: { name: statement.engine.name, version: statement.engine.version },
    review: {
      state: statement.review.state,
      by: statement.review.by,
      at: statement.review.at?.toISOString() ?? null,
      note: statement.review.note,
    },
    machine: statement.machine && presentMachine(statement.machine),
    excerpted: statement.excerpted,
    article: {
      id: article.id,
      title: article.title,
      url: article.url,
      publication: article.publication,
      publishedAt: article.publishedAt?.toISOString() ?? null,
      revision: article.revision,
      current: article.current,
    },
    createdAt: statement.createdAt.toISOString(),
    links: {
      self: `/v1/statements/${statement.id}`,
      article: `/v1/articles/${article.id}`,
      text: `/v1/articles/${article.id}/text?revision=${article.revision}`,
    },
  };
}

/** What the machine said where an editor's word stands. */
function presentMachine({
  form,
  content,
  source,
  cue,
  speakers,
}: MachineReading): Schemas['MachineReading'] {
  return {
    form,
    content: content.map(presentQuote),
    source: source && presentQuote(source),
    cue: cue && { ...presentQuote(cue), lemma: cue.lemma, class: cue.class },
    speakers: speakers.map(({ id, name, type, resolvedBy, confidence }) => ({
      id,
      name,
      type,
      resolvedBy,
      confidence,
    })),
  };
}

/** Each span of the content with the phrases in it. */
export function presentContent(
  content: readonly Quote[],
  segments: StatementRecord['segments'],
): Schemas['ContentSpan'][] {
  return content.map((span) => ({
    ...presentQuote(span),
    segments: segments
      .filter(({ start, end }) => span.start <= start && end <= span.end)
      .map((segment) => ({ ...presentQuote(segment), words: segment.words })),
  }));
}

export function presentAlternatives({
  source,
  content,
}: AlternativesRecord): Schemas['Alternatives'] {
  return {
    source: source.map((other) => ({ ...presentQuote(other), confidence: other.confidence })),
    content: content.map(({ spans, confidence }) => ({
      spans: spans.map(presentQuote),
      confidence,
    })),
  };
}

export function presentQuote({ start, end, exact }: Quote): Schemas['Quote'] {
  return { start, end, exact };
}

/**
 * All spans as one line: "Neighbours cannot be chosen, but friendships can," and "This tree will outlive us both." stand
 * apart in the text, with the reporter's words in between.
 */
export function readable(content: readonly { readonly exact: string }[]): string {
  return content
    .map(({ exact }) => exact)
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}
