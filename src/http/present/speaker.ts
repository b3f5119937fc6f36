// Speaker records → the contract's Speaker.

import type { SpeakerRecord } from '../../storage/records';
import type { components } from '../contract';

export function presentSpeaker(speaker: SpeakerRecord): components['schemas']['Speaker'] {
  const self = `/v1/speakers/${speaker.id}`;
  return {
    id: speaker.id,
    name: speaker.name,
    type: speaker.type,
    aliases: [...speaker.aliases],
    roles: [...speaker.roles],
    statementCount: speaker.statementCount,
    articleCount: speaker.articleCount,
    createdAt: speaker.createdAt.toISOString(),
    updatedAt: speaker.updatedAt.toISOString(),
    links: { self, statements: `${self}/statements` },
  };
}
