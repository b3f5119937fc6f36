// What a new revision adds to speakers and topics: from the extraction to rows and counts.

import type { Extraction } from '../../extraction/types';
import type { TopicAssignment } from '../../topics/types';
import type { ArticleSpeakerRow, NameForm, TopicCount } from './counters';
import { formKey } from './counters';
import type { FoldedSpeaker } from './speakerNames';
import { MAX_ROLE } from './speakerNames';
import type { TopicTree } from './topicTree';

/** Only those that some statement is attributed to are stored. */
export function namedSpeakers(
  folded: readonly FoldedSpeaker[],
  { statements }: Extraction,
): { index: number; folded: FoldedSpeaker }[] {
  const used = new Set(
    statements.flatMap(({ speakers }) => speakers.map(({ speaker }) => speaker)),
  );
  return folded
    .map((speaker, index) => ({ index, folded: speaker }))
    .filter(({ index }) => used.has(index));
}

/** What the article says of each stored speaker; two of its speakers may turn out to be the same. */
export function articleSpeakers(
  named: readonly { readonly folded: FoldedSpeaker }[],
  ids: readonly string[],
  links: readonly { readonly speaker_id: string }[],
): { speakers: ArticleSpeakerRow[]; forms: Map<string, NameForm> } {
  const counts = new Map<string, number>();
  for (const { speaker_id } of links) counts.set(speaker_id, (counts.get(speaker_id) ?? 0) + 1);
  const sets = new Map<string, { names: Set<string>; roles: Set<string> }>();
  const forms = new Map<string, NameForm>();
  named.forEach(({ folded: { speaker, folded, aliases } }, i) => {
    const id = ids[i] ?? '';
    const { names, roles } = sets.get(id) ?? { names: new Set<string>(), roles: new Set<string>() };
    sets.set(id, { names, roles });
    for (const alias of aliases) {
      names.add(alias.folded);
      forms.set(formKey(id, alias.folded), { name: alias.name, kind: 'alias' });
    }
    if (folded !== '') {
      names.add(folded);
      forms.set(formKey(id, folded), { name: speaker.name, kind: 'full' });
    }
    if (speaker.role !== null && speaker.role !== '' && speaker.role.length <= MAX_ROLE)
      roles.add(speaker.role);
  });
  const speakers = [...sets].map(([speaker_id, { names, roles }]) => {
    return {
      speaker_id,
      names: [...names],
      roles: [...roles],
      statement_count: counts.get(speaker_id) ?? 0,
    };
  });
  return { speakers, forms };
}

/** The topics of the article as a whole, each once. */
export function uniqueTopics(
  article_id: string,
  { article }: TopicAssignment,
  tree: TopicTree,
): { article_id: string; topic_id: string; confidence: number }[] {
  const best = new Map<string, number>();
  for (const { id, confidence } of article) {
    tree.withAncestors(id);
    best.set(id, Math.max(best.get(id) ?? 0, confidence));
  }
  return [...best].map(([topic_id, confidence]) => ({ article_id, topic_id, confidence }));
}

/** How many statements each topic gains. */
export function countTopics(rows: readonly { readonly topic_id: string }[]): TopicCount[] {
  const counts = new Map<string, number>();
  for (const { topic_id } of rows) counts.set(topic_id, (counts.get(topic_id) ?? 0) + 1);
  return [...counts].map(([topic_id, count]) => ({ topic_id, count }));
}
