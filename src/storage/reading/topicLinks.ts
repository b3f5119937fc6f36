// The topics of a statement or an article as they are read, with an editor's word on them where there is one.

import type { TopicLinkRecord, TopicsReviewRecord } from '../records';

/** Id, label and confidence. */
export type TopicLinkRow = readonly [string, string, number];
/** Who, when, why, and what the machine had found. */
export type TopicsReviewRow = readonly [string, string, string | null, TopicLinkRow[] | null];

/** SQL that makes TopicLinkRows of ids with confidence in a column of JSON. */
export const topicLinksIn = (column: string): string =>
  `(SELECT json_agg(json_build_array(t.id, t.label, m.confidence) ORDER BY m.confidence DESC, t.id)
    FROM jsonb_to_recordset(${column}) AS m(id text, confidence float8) JOIN topic t ON t.id = m.id)`;

/** SQL of the column `topics_review`; null for the many that no editor has touched, at the cost of one look at an index. */
export function topicsReviewColumn(
  table: 'statement_topic_review' | 'article_topic_review',
  condition: string,
): string {
  return `(SELECT json_build_array(w.by, w.at, w.note,
     ${topicLinksIn('w.machine')})
   FROM ${table} w WHERE ${condition}) AS topics_review`;
}

/** The plain records of topics that one hand gave. */
export function toTopicLinks(
  rows: readonly TopicLinkRow[] | null,
  by: TopicLinkRecord['by'],
): TopicLinkRecord[] {
  return (rows ?? []).map(([id, label, confidence]) => ({ id, label, confidence, by }));
}

/** The plain record of an editor's word. */
export function toTopicsReview(row: TopicsReviewRow | null): TopicsReviewRecord | null {
  if (row === null) return null;
  const [by, at, note, machine] = row;
  return { by, at: new Date(at), note, machine: toTopicLinks(machine, 'machine') };
}
