// Topic records → the contract's Topic, with the names that IPTC gives it; and the topics of statements and articles.

import type {
  StatementRecord,
  TopicChangeRecord,
  TopicLinkRecord,
  TopicRecord,
} from '../../storage/records';
import type { components } from '../contract';
import { presentUndone } from './undone';

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

export function presentTopicsChange(change: TopicChangeRecord): Schemas['TopicsChange'] {
  const { undone, articleId, statementId } = change;
  const owner =
    statementId === null ? `/v1/articles/${articleId}` : `/v1/statements/${statementId}`;
  return {
    id: change.id,
    kind: 'topics',
    article: articleId,
    statement: statementId,
    by: change.by,
    note: change.note,
    at: change.at.toISOString(),
    before: change.before.map(presentLink),
    after: change.after.map(presentLink),
    undone: presentUndone(undone),
    links: { undo: undone === null ? `${owner}/history/${change.id}/undo` : null },
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
