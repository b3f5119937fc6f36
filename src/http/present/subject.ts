// Subject records → the contract's Subject.

import type { SubjectRecord } from '../../storage/records';
import type { components } from '../contract';

export function presentSubject(subject: SubjectRecord): components['schemas']['Subject'] {
  const { id, speakerId } = subject;
  return {
    id,
    name: subject.name,
    type: subject.type,
    aliases: [...subject.aliases],
    speakerId,
    statementCount: subject.statementCount,
    articleCount: subject.articleCount,
    createdAt: subject.createdAt.toISOString(),
    updatedAt: subject.updatedAt.toISOString(),
    links: {
      self: `/v1/subjects/${id}`,
      statements: `/v1/statements?mentions=${id}`,
      speaker: speakerId && `/v1/speakers/${speakerId}`,
    },
  };
}
