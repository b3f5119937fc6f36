// Speaker records → the contract's Speaker, and what stands on its page: articles with evidence, changes.

import type {
  SpeakerArticleRecord,
  SpeakerChangeRecord,
  SpeakerChangeValues,
  SpeakerRecord,
} from '../../storage/records';
import type { components } from '../contract';
import { presentUndone } from './undone';

type Schemas = components['schemas'];

export function presentSpeaker(speaker: SpeakerRecord): Schemas['Speaker'] {
  const self = `/v1/speakers/${speaker.id}`;
  return {
    id: speaker.id,
    name: speaker.name,
    type: speaker.type,
    aliases: [...speaker.aliases],
    roles: [...speaker.roles],
    roleHistory: speaker.roleHistory.map(({ role, firstSeen, lastSeen, articleCount }) => {
      return {
        role,
        firstSeen: firstSeen.toISOString(),
        lastSeen: lastSeen.toISOString(),
        articleCount,
      };
    }),
    sameAs: [...speaker.sameAs],
    edited: [...speaker.edited],
    statementCount: speaker.statementCount,
    articleCount: speaker.articleCount,
    createdAt: speaker.createdAt.toISOString(),
    updatedAt: speaker.updatedAt.toISOString(),
    links: {
      self,
      statements: `${self}/statements`,
      articles: `${self}/articles`,
      history: `${self}/history`,
    },
  };
}

/**
 * What an editor's change of a speaker is made on: its name, type and sameAs, and all that editors did. Statements come in all day: with
 * them, whoever edits somebody much quoted would be told that it has changed, again and again.
 */
export const stateOfSpeaker = ({ id, name, type, sameAs, edits }: SpeakerRecord) =>
  [id, name, type, sameAs, edits] as const;

export function presentSpeakerArticle(record: SpeakerArticleRecord): Schemas['SpeakerArticle'] {
  return {
    name: record.name,
    roles: [...record.roles],
    statementCount: record.statementCount,
    evidence: record.evidence.map(({ kind, printed, stored }) => ({ kind, printed, stored })),
    article: {
      id: record.articleId,
      title: record.title,
      url: record.url,
      publication: record.publication,
      date: record.date.toISOString(),
      links: { self: `/v1/articles/${record.articleId}` },
    },
  };
}

/** A change as the history of the speaker `on` shows it. */
export function presentChange(change: SpeakerChangeRecord, on: string): Schemas['SpeakerChange'] {
  const { undone } = change;
  return {
    id: change.id,
    kind: change.kind,
    speaker: change.speakerId,
    other: change.otherId,
    by: change.by,
    note: change.note,
    at: change.at.toISOString(),
    before: presentValues(change.before),
    after: presentValues(change.after),
    statementCount: change.statementCount,
    undone: presentUndone(undone),
    links: { undo: undone === null ? `/v1/speakers/${on}/history/${change.id}/undo` : null },
  };
}

function presentValues(values: SpeakerChangeValues | null): Schemas['SpeakerValues'] | null {
  if (values === null) return null;
  const { name, type, aliases, sameAs } = values;
  return {
    ...(name === undefined ? {} : { name }),
    ...(type === undefined ? {} : { type }),
    ...(aliases === undefined ? {} : { aliases: [...aliases] }),
    ...(sameAs === undefined ? {} : { sameAs: [...sameAs] }),
  };
}
