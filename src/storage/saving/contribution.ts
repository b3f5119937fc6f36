// What a new revision adds to speakers and topics: from the extraction to rows and counts.

import type { Extraction } from '../../extraction/types';
import type { TopicAssignment, TopicScore } from '../../topics/types';
import type { Evidence } from '../linking/evidence';
import type { ArticleSpeakerRow, NameForm, SpeakerCount, TopicCount } from './counters';
import { formKey } from './counters';
import type { LinkedSpeaker } from './linkSpeakers';
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

interface Gathered {
  readonly name: string;
  readonly evidence: readonly Evidence[];
  readonly names: Set<string>;
  readonly roles: Set<string>;
}

/** A row of what the article calls one stored speaker, and why it was taken for this one. */
export type ArticleSpeakerInsert = ArticleSpeakerRow & {
  readonly name: string;
  readonly evidence: readonly Evidence[];
  readonly statement_count: number;
};

/** What the article says of each stored speaker; two of its speakers may turn out to be the same. */
export function articleSpeakers(
  named: readonly { readonly folded: FoldedSpeaker }[],
  linked: readonly LinkedSpeaker[],
  links: readonly { readonly linked_id: string }[],
  splits: ReadonlyMap<string, string>,
): { speakers: ArticleSpeakerInsert[]; forms: Map<string, NameForm> } {
  const counts = new Map<string, number>();
  for (const { linked_id } of links) counts.set(linked_id, (counts.get(linked_id) ?? 0) + 1);
  const found = new Map<string, Gathered>();
  const forms = new Map<string, NameForm>();
  named.forEach(({ folded: { speaker, folded, aliases } }, i) => {
    const { id = '', evidence = [] } = linked[i] ?? {};
    const known = found.get(id) ?? {
      name: speaker.name,
      evidence,
      names: new Set<string>(),
      roles: new Set<string>(),
    };
    found.set(id, known);
    for (const alias of aliases) {
      known.names.add(alias.folded);
      const key = formKey(id, alias.folded);
      if (!forms.has(key)) forms.set(key, { name: alias.name, kind: 'alias' });
    }
    if (folded !== '') {
      known.names.add(folded);
      forms.set(formKey(id, folded), { name: speaker.name, kind: 'full' });
    }
    if (speaker.role !== null && speaker.role !== '' && speaker.role.length <= MAX_ROLE)
      known.roles.add(speaker.role);
  });
  // An editor's split gave some statements to a speaker whom the text does not tell from another: it goes by the same names.
  for (const [id, from] of splits) {
    const origin = found.get(from);
    if (origin === undefined || found.has(id)) continue;
    const said: Evidence = { kind: 'editor', printed: origin.name, stored: null };
    found.set(id, { ...origin, evidence: [said] });
    for (const value of origin.names) {
      const form = forms.get(formKey(from, value));
      if (form !== undefined) forms.set(formKey(id, value), form);
    }
  }
  const speakers = [...found].map(([speaker_id, { name, evidence, names, roles }]) => {
    return {
      speaker_id,
      name,
      names: [...names],
      roles: [...roles],
      statement_count: counts.get(speaker_id) ?? 0,
      evidence,
    };
  });
  return { speakers, forms };
}

/** The topics of the article as a whole, each once. */
export function uniqueTopics({ article }: TopicAssignment, tree: TopicTree): TopicScore[] {
  const best = new Map<string, number>();
  for (const { id, confidence } of article) {
    tree.withAncestors(id);
    best.set(id, Math.max(best.get(id) ?? 0, confidence));
  }
  return [...best].map(([id, confidence]) => ({ id, confidence }));
}

/** How many statements each topic gains. */
export function countTopics(rows: readonly { readonly topic_id: string }[]): TopicCount[] {
  const counts = new Map<string, number>();
  for (const { topic_id } of rows) counts.set(topic_id, (counts.get(topic_id) ?? 0) + 1);
  return [...counts].map(([topic_id, count]) => ({ topic_id, count }));
}

/** How many statements each speaker is shown with: links whose speaker is where its merges end. */
export function countShown(
  links: readonly { readonly speaker_id: string }[],
  canonicalOf: ReadonlyMap<string, string>,
): SpeakerCount[] {
  const shown = new Set(canonicalOf.values());
  const counts = new Map<string, number>();
  for (const { speaker_id } of links) {
    if (shown.has(speaker_id)) counts.set(speaker_id, (counts.get(speaker_id) ?? 0) + 1);
  }
  return [...counts].map(([speaker_id, statement_count]) => ({ speaker_id, statement_count }));
}
