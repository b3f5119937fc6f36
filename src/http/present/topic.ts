// Topic records → the contract's Topic, with the names that IPTC gives it.

import type { TopicRecord } from '../../storage/records';
import type { components } from '../contract';

export function presentTopic(topic: TopicRecord): components['schemas']['Topic'] {
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
