// Topic records → the contract's Topic, with the names that IPTC gives it; and the topics of statements and articles.

import type { StatementRecord, TopicLinkRecord, TopicRecord } from '../../storage/records';
import type { components } from '../contract';

type Schemas = components['schemas'];

/** The topics of a statement or an article: an editor's where there are any, then with the machine's beside them. */
export function presentTopics({
  topics,
  topicsReview: review,
}: Pick<StatementRecord, 'topics' | 'topicsReview'>): Pick<
  Schemas['Statement'],
  'topics' | 'machineTopics' | 'topicsReview'
> {
  return {
    topics: topics.map(presentLink),
    machineTopics: review && review.machine.map(presentLink),
    topicsReview: review && { by: review.by, at: review.at.toISOString(), note: review.note },
  };
}

function presentLink({ id, label, confidence, by }: TopicLinkRecord): Schemas['TopicLink'] {
  return { id, label, confidence, by };
}

export function presentTopic(topic: TopicRecord): Schemas['Topic'] {
  const self = `/v1/topics/${topic.id}`;
  return {
    id: topic.id,
    qcode: `medtop:${topic.id}`,
    uri: `http://cv.iptc.org/newscodes/mediatopic/${topic.id}`,
    label: topic.label,
    parent: topic.parentId,
    depth: topic.depth,
    statementCount: topic.statementCount,
    links: { self, statements: `${self}/statements` },
  };
}
