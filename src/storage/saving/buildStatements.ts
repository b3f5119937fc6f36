// The statements of one revision with their spans, speakers and topics, as rows.

import type { Alternatives, Extraction, Span } from '../../extraction/types';
import type { TopicAssignment, TopicScore } from '../../topics/types';
import { newId } from '../ids';
import type { AlternativesRecord, Quote } from '../records';
import { byEditor } from './articleTopics';
import { clipContext, exactOf, surroundings } from './storable';
import type { TopicTree } from './topicTree';
import type {
  Copies,
  SpanInsert,
  SpeakerInsert,
  StatementInsert,
  StatementRows,
} from './writeStatements';

/** Where the statements belong. */
export interface Home {
  readonly articleId: string;
  readonly revisionId: string;
  readonly title: string | null;
  readonly text: string;
  readonly date: Date;
  readonly publicationKey: string | null;
  readonly now: Date;
}

/** What a statement has from the revision before: its id, since when there is it, and an editor's topics. */
export interface Inherited {
  readonly id: string;
  readonly createdAt: Date;
  readonly topics: readonly string[] | null;
}

/**
 * Builds all rows that need no speaker ids; `inherited` says what the statements at some places go on from. Throws
 * `invalid-input` for spans that are not the text's.
 */
export function buildStatements(
  home: Home,
  { statements }: Extraction,
  topics: TopicAssignment,
  tree: TopicTree,
  inherited: ReadonlyMap<number, Inherited> = new Map(),
): StatementRows {
  const { text } = home;
  const ids = statements.map((_statement, place) => inherited.get(place)?.id ?? newId());
  const rows = statements.map((statement, position): StatementInsert => {
    return {
      id: ids[position] ?? '',
      revision_id: home.revisionId,
      position,
      content: statement.content.map((span) => exactOf(text, span)).join(' '),
      parent_id: statement.parent === null ? null : (ids[statement.parent] ?? null),
      ...surroundings(text, statement.content),
      confidence: statement.confidence,
      candidates: statement.candidates.map(({ mentions, ...candidate }) => ({
        ...candidate,
        mentions: mentions.map((span) => ({ ...bare(span), exact: exactOf(text, span) })),
      })),
      segments: statement.segments.map(({ start, end, words }) => [
        start,
        end,
        words === 'speaker',
      ]),
      alternatives: alternativesOf(text, statement.alternatives),
      created_at: inherited.get(position)?.createdAt ?? home.now,
      valid_from: home.now,
      article_id: home.articleId,
      date: home.date,
      publication_key: home.publicationKey,
      form: statement.form,
      cue_lemma: statement.cue?.lemma ?? null,
      cue_class: statement.cue?.class ?? null,
      live: true,
      negated: statement.negation !== null,
      hedged: statement.hedge !== null,
      sentence: exactOf(text, clipContext(text, statement.sentence, statement.content)),
      title: home.title,
    };
  });
  const spans = statements.flatMap((statement, position) => {
    const { content, source, cue, negation, hedge, sentence } = statement;
    const span = (role: string, of: Span | null, ordinal = 0, link = 0): SpanInsert[] => {
      if (of === null) return [];
      const { start: starts, end: ends } = of;
      return [
        {
          statement_id: ids[position] ?? '',
          role,
          link,
          ordinal,
          starts,
          ends,
          exact: exactOf(text, of),
        },
      ];
    };
    return [
      ...content.flatMap((part, ordinal) => span('content', part, ordinal)),
      ...span('source', source),
      ...span('cue', cue),
      ...span('negation', negation),
      ...span('hedge', hedge),
      ...span('sentence', clipContext(text, sentence, content)),
      ...statement.speakers.flatMap(({ mentions }, link) =>
        mentions.flatMap((mention, ordinal) => span('mention', mention, ordinal, link)),
      ),
      ...statement.subjects.flatMap((subject, link) =>
        subject.spans.flatMap((part, ordinal) => span('subject', part, ordinal, link)),
      ),
    ];
  });
  const topicRows = rows.flatMap((row, position) => {
    const given = inherited.get(position)?.topics ?? null;
    const scores = given === null ? (topics.statements[position] ?? []) : byEditor(given);
    return withBroader(scores, tree).map((topic) => {
      return { statement_id: row.id, ...topic, ...copiesOf(row) };
    });
  });
  return { statements: rows, spans, topics: topicRows };
}

/** Who says each statement; a speaker that two links lead to is named once, by the surer one. */
export function buildSpeakerLinks(
  rows: readonly StatementInsert[],
  { statements }: Extraction,
  speakerIds: readonly string[],
): SpeakerInsert[] {
  return rows.flatMap((row, position) => {
    const links = new Map<string, SpeakerInsert>();
    for (const [ordinal, link] of (statements[position]?.speakers ?? []).entries()) {
      const linkedId = speakerIds[link.speaker] ?? '';
      if ((links.get(linkedId)?.confidence ?? -1) >= link.confidence) continue;
      links.set(linkedId, {
        statement_id: row.id,
        speaker_id: linkedId,
        linked_id: linkedId,
        change_id: null,
        ordinal,
        resolved_by: link.resolvedBy,
        confidence: link.confidence,
        ...copiesOf(row),
      });
    }
    return [...links.values()];
  });
}

const bare = ({ start, end }: Span): Span => ({ start, end });
/**
 * Follows merges: each link to whom readers see. A joint statement of two who were merged has one link that is shown, that of
 * the survivor itself or else the first; the other keeps its own id. settle.ts says the same in SQL.
 */
export function followMerges(
  links: readonly SpeakerInsert[],
  canonicalOf: ReadonlyMap<string, string>,
): SpeakerInsert[] {
  const ends = (link: SpeakerInsert): string => canonicalOf.get(link.linked_id) ?? link.linked_id;
  const shown = new Map<string, SpeakerInsert>();
  for (const link of links) {
    const key = `${link.statement_id} ${ends(link)}`;
    const known = shown.get(key);
    if (known === undefined || rank(link) < rank(known)) shown.set(key, link);
  }
  return links.map((link) => {
    const isShown = shown.get(`${link.statement_id} ${ends(link)}`) === link;
    return { ...link, speaker_id: isShown ? ends(link) : link.linked_id };
  });

  function rank(link: SpeakerInsert): number {
    return link.linked_id === ends(link) ? -1 : link.ordinal;
  }
}

/** With their words, since the text is not at hand where they are read; null where there is none. */
function alternativesOf(
  text: string,
  { source, content }: Alternatives,
): AlternativesRecord | null {
  const quote = ({ start, end }: Span): Quote => ({
    start,
    end,
    exact: exactOf(text, { start, end }),
  });
  if (source.length === 0 && content.length === 0) return null;
  return {
    source: source.map((span) => ({ ...quote(span), confidence: span.confidence })),
    content: content.map(({ spans, confidence }) => ({ spans: spans.map(quote), confidence })),
  };
}

function copiesOf(row: StatementInsert): Copies {
  const { article_id, date, publication_key, form, cue_lemma, cue_class, live } = row;
  return { article_id, date, publication_key, form, cue_lemma, cue_class, live };
}

/** The topics themselves and all broader ones, each with the best confidence below it. */
export function withBroader(
  scores: readonly TopicScore[],
  tree: TopicTree,
): { topic_id: string; direct: boolean; confidence: number }[] {
  const all = new Map<string, { topic_id: string; direct: boolean; confidence: number }>();
  const raise = (topic_id: string, direct: boolean, confidence: number): void => {
    const known = all.get(topic_id);
    const best = known?.direct === direct ? Math.max(known.confidence, confidence) : confidence;
    all.set(topic_id, { topic_id, direct, confidence: best });
  };
  for (const { id, confidence } of scores) {
    for (const broader of tree.withAncestors(id).slice(1)) raise(broader, false, confidence);
  }
  // Last, since a topic that was given counts by its own confidence, also where it is another one's broader topic.
  for (const { id, confidence } of scores) raise(id, true, confidence);
  return [...all.values()];
}
