// Statements as they are read: one row each with all that belongs to it, and the record that it becomes.

import type { CueClass, Form, SpeakerType, SubjectType } from '../../extraction/types';
import type {
  AlternativesRecord,
  MachineReading,
  Quote,
  ReviewState,
  SpeakerCandidateRecord,
  SpeakerLinkRecord,
  StatementRecord,
  SubjectLinkRecord,
} from '../records';
import { stoodAt } from './asOf';
import type { TopicLinkRow, TopicsReviewRow } from './topicLinks';
import { topicsReviewColumn, toTopicLinks, toTopicsReview } from './topicLinks';

// An article names its speakers before they are merged, so that a role may stand with any of those that are one now.
const ROLE = `(SELECT x.roles[1] FROM speaker t JOIN article_speaker x ON x.speaker_id = t.id AND x.article_id = s.article_id
     WHERE t.canonical_id = k.id AND x.roles <> '{}' LIMIT 1)`;

// Spans, speakers and topics are gathered by subqueries on primary keys, as arrays without names: half the bytes, and
// one statement instead of four. Joins with GROUP BY took twice as long on pages of 20.
const COLUMNS = `
  coalesce(s.version_of, s.id) AS id, s.form, s.position, s.cue_lemma, s.cue_class,
  (SELECT coalesce(p.version_of, p.id) FROM statement p WHERE p.id = s.parent_id) AS parent_id, s.prefix, s.suffix, s.confidence, s.candidates, s.review, s.editor, s.machine, s.segments,
  s.created_at, s.live, r.current, s.date, r.number, r.title, r.byline, r.published_at, coalesce(s.engine_name, r.engine_name) AS engine_name, coalesce(s.engine_version, r.engine_version) AS engine_version,
  a.id AS article_id, a.url, a.publication,
  (SELECT json_agg(json_build_array(p.role, p.link, p.starts, p.ends, p.exact) ORDER BY p.role, p.link, p.ordinal)
   FROM span p WHERE p.statement_id = s.id) AS spans,
  (SELECT json_agg(json_build_array(k.id, k.name, k.type, l.resolved_by, l.confidence, l.ordinal, ${ROLE}) ORDER BY l.ordinal)
   FROM statement_speaker l JOIN speaker k ON k.id = l.speaker_id AND k.merged_into IS NULL
   WHERE l.statement_id = s.id) AS speakers,
  (SELECT json_agg(json_build_array(t.id, t.label, l.confidence) ORDER BY l.confidence DESC, t.id)
   FROM statement_topic l JOIN topic t ON t.id = l.topic_id WHERE l.statement_id = s.id AND l.direct) AS topics,
  ${topicsReviewColumn('statement_topic_review', 'w.statement_id = s.id')},
  (SELECT json_agg(json_build_array(k.id, k.name, k.type, k.speaker_id, l.ordinal) ORDER BY l.ordinal)
   FROM statement_subject l JOIN subject k ON k.id = l.subject_id WHERE l.statement_id = s.id) AS subjects`;

/** SQL that reads the statement with the id $1, with what lists leave out. */
export const SELECT_STATEMENT = `SELECT ${COLUMNS}, s.alternatives
FROM statement s JOIN revision r ON r.id = s.revision_id JOIN article a ON a.id = s.article_id
WHERE s.id = $1::uuid AND s.version_of IS NULL`;

/** The same as it was at the moment $2; as today, what had been rejected is left out of lists, but is found by its id. */
export const SELECT_STATEMENT_AS_OF = `SELECT ${COLUMNS}, s.alternatives
FROM statement s JOIN revision r ON r.id = s.revision_id JOIN article a ON a.id = s.article_id
WHERE s.id IN (SELECT $1::uuid UNION SELECT v.id FROM statement v WHERE v.version_of = $1::uuid)
AND ${stoodAt('s', '$2::timestamptz')}`;

/**
 * SQL that reads the statements whose ids stand in the column `id` of the subquery `page`, in the given order. `more` are
 * columns besides, after a comma.
 */
export function selectStatements(page: string, order: string, more = ''): string {
  return `SELECT ${COLUMNS}${more}
FROM (${page}) AS page
JOIN statement s ON s.id = page.id
JOIN revision r ON r.id = s.revision_id
JOIN article a ON a.id = s.article_id
ORDER BY ${order}`;
}

/** One column more for lists of what is now: how often the words were printed. Two primary keys a row. */
export const LINEAGE_COLUMN = `,
  (SELECT json_build_array(g.id, g.statement_count, g.article_count, g.publication_count)
   FROM lineage_member m JOIN lineage g ON g.id = m.lineage_id WHERE m.statement_id = s.id) AS lineage`;

type SpanRole =
  'content' | 'source' | 'cue' | 'negation' | 'hedge' | 'sentence' | 'mention' | 'subject';

export interface StatementRow {
  readonly id: string;
  readonly form: Form;
  readonly position: number;
  readonly cue_lemma: string | null;
  readonly cue_class: CueClass | null;
  readonly parent_id: string | null;
  readonly prefix: string;
  readonly suffix: string;
  readonly confidence: number;
  readonly candidates: readonly SpeakerCandidateRecord[];
  readonly review: ReviewState;
  readonly editor: {
    readonly by: string;
    readonly at: string;
    readonly note: string | null;
  } | null;
  readonly machine: MachineReading | null;
  readonly segments: readonly (readonly [start: number, end: number, speaker: boolean])[];
  readonly alternatives?: AlternativesRecord | null;
  readonly lineage?: readonly [string, number, number, number] | null;
  readonly created_at: Date;
  readonly live: boolean;
  readonly current: boolean;
  readonly date: Date;
  readonly number: number;
  readonly title: string | null;
  readonly byline: string | null;
  readonly published_at: Date | null;
  readonly engine_name: string;
  readonly engine_version: string;
  readonly article_id: string;
  readonly url: string | null;
  readonly publication: string | null;
  readonly spans: readonly (readonly [SpanRole, number, number, number, string])[] | null;
  readonly speakers:
    | readonly (readonly [string, string, SpeakerType, string, number, number, string | null])[]
    | null;
  readonly topics: readonly TopicLinkRow[] | null;
  readonly topics_review: TopicsReviewRow | null;
  readonly subjects:
    readonly (readonly [string, string, SubjectType, string | null, number])[] | null;
}

const NO_ALTERNATIVES: AlternativesRecord = { source: [], content: [] };

/** Segments with their words, which are cut out of the content around them. */
function segmentsOf(
  rows: StatementRow['segments'],
  content: readonly Quote[],
): StatementRecord['segments'] {
  return rows.flatMap(([start, end, speaker]) => {
    const part = content.find((span) => span.start <= start && end <= span.end);
    if (part === undefined) return [];
    const exact = part.exact.slice(start - part.start, end - part.start);
    return [{ start, end, exact, words: speaker ? ('speaker' as const) : ('reporter' as const) }];
  });
}

function toLineage([id, statements, articles, publications]: NonNullable<
  StatementRow['lineage']
>): StatementRecord['lineage'] {
  return { id, counts: { statements, articles, publications } };
}

/** The plain record of a row. */
export function toStatement(row: StatementRow): StatementRecord {
  const quotes = (role: SpanRole, link = 0): Quote[] =>
    (row.spans ?? [])
      .filter((span) => span[0] === role && span[1] === link)
      .map(([, , start, end, exact]) => ({ start, end, exact }));
  const cue = quotes('cue')[0];
  const content = quotes('content');
  return {
    id: row.id,
    form: row.form,
    content,
    segments: segmentsOf(row.segments, content),
    source: quotes('source')[0] ?? null,
    cue:
      cue && row.cue_lemma && row.cue_class
        ? { ...cue, lemma: row.cue_lemma, class: row.cue_class }
        : null,
    speakers: (row.speakers ?? []).map(
      ([id, name, type, resolvedBy, confidence, ordinal, role]): SpeakerLinkRecord => {
        const mentions = quotes('mention', ordinal);
        return { id, name, type, role, resolvedBy, mentions, confidence };
      },
    ),
    candidates: row.candidates,
    subjects: (row.subjects ?? []).map(
      ([id, name, type, speakerId, ordinal]): SubjectLinkRecord => {
        return { id, name, type, spans: quotes('subject', ordinal), speakerId };
      },
    ),
    topics: toTopicLinks(row.topics, row.topics_review === null ? 'machine' : 'editor'),
    topicsReview: toTopicsReview(row.topics_review),
    negation: quotes('negation')[0] ?? null,
    hedge: quotes('hedge')[0] ?? null,
    parentId: row.parent_id,
    prefix: row.prefix,
    suffix: row.suffix,
    sentence: quotes('sentence')[0] ?? { start: 0, end: 0, exact: '' },
    alternatives: row.alternatives === undefined ? null : (row.alternatives ?? NO_ALTERNATIVES),
    lineage: row.lineage && toLineage(row.lineage),
    confidence: row.confidence,
    engine: { name: row.engine_name, version: row.engine_version },
    review: {
      state: row.review,
      by: row.editor?.by ?? null,
      at: row.editor === null ? null : new Date(row.editor.at),
      note: row.editor?.note ?? null,
    },
    machine: row.machine,
    excerpted: false,
    article: {
      id: row.article_id,
      title: row.title,
      url: row.url,
      publication: row.publication,
      byline: row.byline,
      publishedAt: row.published_at,
      revision: row.number,
      current: row.current,
    },
    createdAt: row.created_at,
  };
}
