// The rows of the topic tree that are to be seen, and where the keys lead from one of them.

import type { components } from '../../http/contract';

type Topic = Pick<
  components['schemas']['Topic'],
  'id' | 'label' | 'parent' | 'depth' | 'statementCount'
>;

export interface TreeRow {
  readonly topic: Topic;
  /** Null where nothing is under it. */
  readonly expanded: boolean | null;
  /** Its place among those of the same parent, from 1, and how many those are. */
  readonly place: number;
  readonly size: number;
}

/** What is to be seen while these are open, each parent before what is under it, the most used first. */
export function rowsOf(topics: readonly Topic[], open: ReadonlySet<string>): TreeRow[] {
  const under = new Map<string | null, Topic[]>();
  for (const topic of topics) under.set(topic.parent, [...(under.get(topic.parent) ?? []), topic]);
  const level = (parent: string | null): TreeRow[] => {
    const siblings = [...(under.get(parent) ?? [])].sort(
      (a, b) => b.statementCount - a.statementCount || a.label.localeCompare(b.label),
    );
    return siblings.flatMap((topic, index) => {
      const expanded = under.has(topic.id) ? open.has(topic.id) : null;
      const row = { topic, expanded, place: index + 1, size: siblings.length };
      return expanded === true ? [row, ...level(topic.id)] : [row];
    });
  };
  return level(null);
}

/** The topics above one, which have to be open for it to be seen. */
export function pathTo(topics: readonly Topic[], id: string | undefined): string[] {
  const parent = topics.find((topic) => topic.id === id)?.parent ?? null;
  return parent === null ? [] : [...pathTo(topics, parent), parent];
}

/** Where a key leads; undefined where the tree has no use for it. */
export function moved(rows: readonly TreeRow[], from: TreeRow, key: string): TreeRow | undefined {
  const at = rows.indexOf(from);
  switch (key) {
    case 'ArrowDown':
      return rows[at + 1] ?? from;
    case 'ArrowUp':
      return rows[at - 1] ?? from;
    case 'ArrowRight':
      return from.expanded === true ? rows[at + 1] : from;
    case 'ArrowLeft':
      return rows.find(({ topic }) => topic.id === from.topic.parent) ?? from;
    case 'Home':
      return rows[0];
    case 'End':
      return rows.at(-1);
    default: {
      if (!/^\p{L}$/u.test(key)) return undefined;
      const letter = key.toLowerCase();
      const round = [...rows.slice(at + 1), ...rows.slice(0, at + 1)];
      return round.find(({ topic }) => topic.label.toLowerCase().startsWith(letter)) ?? from;
    }
  }
}
