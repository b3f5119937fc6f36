// What ingestion would make of a submission → the contract's Extraction. Nothing in it has an id, since nothing is stored.

import type { ExtractedStatement, Span } from '../../extraction/types';
import type { Preview } from '../../ingestion/types';
import type { TopicScore } from '../../topics/types';
import type { components } from '../contract';
import { presentAlternatives, presentContent, presentQuote, readable } from './statement';

type Schemas = components['schemas'];

/** As much context as stored statements have. */
const CONTEXT = 32;

export function presentExtraction(
  { draft, extraction, topics }: Preview,
  labels: ReadonlyMap<string, string>,
): Schemas['Extraction'] {
  const presentTopics = (scores: readonly TopicScore[]): Schemas['TopicLink'][] =>
    scores.map(({ id, confidence }) => {
      return { id, label: labels.get(id) ?? id, confidence, by: 'machine' };
    });
  return {
    engine: { name: extraction.engine.name, version: extraction.engine.version },
    article: {
      url: draft.url,
      title: draft.title,
      publication: draft.publication,
      byline: draft.byline,
      publishedAt: draft.publishedAt?.toISOString() ?? null,
      language: draft.language,
    },
    text: draft.text,
    topics: presentTopics(topics.article),
    speakers: extraction.speakers.map(({ name, type, aliases, role }) => ({
      name,
      type,
      aliases: [...aliases],
      role,
    })),
    subjects: extraction.subjects.map(({ name, type, aliases, speaker }) => ({
      name,
      type,
      aliases: [...aliases],
      speaker: speaker === null ? null : (extraction.speakers[speaker]?.name ?? null),
    })),
    statements: extraction.statements.map((statement, index) => ({
      ...presentStatement(statement, draft.text),
      speakers: statement.speakers.map((link) => {
        const speaker = extraction.speakers[link.speaker];
        if (speaker === undefined)
          throw new Error(`statement ${index} names no speaker of its own`);
        return {
          name: speaker.name,
          type: speaker.type,
          resolvedBy: link.resolvedBy,
          mentions: link.mentions.map((span) => quoteOf(span, draft.text)),
          confidence: link.confidence,
        };
      }),
      candidates: statement.candidates.map(({ mentions, ...candidate }) => ({
        ...candidate,
        mentions: mentions.map((span) => quoteOf(span, draft.text)),
      })),
      subjects: statement.subjects.map((link) => {
        const subject = extraction.subjects[link.subject];
        if (subject === undefined)
          throw new Error(`statement ${index} names no subject of its own`);
        const { name, type } = subject;
        return { name, type, spans: link.spans.map((span) => quoteOf(span, draft.text)) };
      }),
      topics: presentTopics(topics.statements[index] ?? []),
    })),
  };
}

function presentStatement(
  statement: ExtractedStatement,
  text: string,
): Omit<Schemas['ExtractedStatement'], 'speakers' | 'candidates' | 'subjects' | 'topics'> {
  const quote = (span: Span): Schemas['Quote'] => quoteOf(span, text);
  const content = statement.content.map(quote);
  const { cue } = statement;
  const { source, content: others } = statement.alternatives;
  const start = content[0]?.start ?? 0;
  const end = content.at(-1)?.end ?? start;
  return {
    form: statement.form,
    text: readable(content),
    content: presentContent(
      content,
      statement.segments.map((segment) => ({ ...quote(segment), words: segment.words })),
    ),
    source: statement.source && quote(statement.source),
    cue: cue && { ...quote(cue), lemma: cue.lemma, class: cue.class },
    negated: statement.negation !== null,
    negation: statement.negation && quote(statement.negation),
    hedged: statement.hedge !== null,
    hedge: statement.hedge && quote(statement.hedge),
    parent: statement.parent,
    prefix: whole(text.slice(Math.max(0, start - CONTEXT), start)),
    suffix: whole(text.slice(end, end + CONTEXT)),
    sentence: quote(statement.sentence),
    alternatives: presentAlternatives({
      source: source.map((span) => ({ ...quote(span), confidence: span.confidence })),
      content: others.map(({ spans, confidence }) => ({ spans: spans.map(quote), confidence })),
    }),
    confidence: statement.confidence,
  };
}

function quoteOf({ start, end }: Span, text: string): Schemas['Quote'] {
  return presentQuote({ start, end, exact: text.slice(start, end) });
}

/** Without the half of an emoji that the cut may have left at either end. */
function whole(context: string): string {
  return context.replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, '');
}
