// The topic tree in memory: a thousand pairs, read once, since it only changes with a migration.

import type { Pool } from 'pg';

export interface TopicTree {
  has(id: string): boolean;
  /** The topic and all broader ones, nearest first. Throws for a topic that is not in the tree. */
  withAncestors(id: string): readonly string[];
}

/** Gives the tree, which is read when it is first asked for and again as long as that failed. */
export function topicTreeReader(pool: Pool): () => Promise<TopicTree> {
  let tree: Promise<TopicTree> | null = null;
  return () => {
    tree ??= readTree(pool).catch((error: unknown) => {
      tree = null;
      throw error;
    });
    return tree;
  };
}

async function readTree(pool: Pool): Promise<TopicTree> {
  const { rows } = await pool.query<{ id: string; parent_id: string | null }>(
    'SELECT id, parent_id FROM topic',
  );
  const parents = new Map(rows.map(({ id, parent_id }) => [id, parent_id]));
  const chain = (id: string): string[] => {
    const parent = parents.get(id);
    if (parent === undefined) {
      throw new Error(
        `There is no topic ${id}: the data of src/topics and of the database differ. Run migrate.`,
      );
    }
    return parent === null ? [id] : [id, ...chain(parent)];
  };
  const known = new Map<string, readonly string[]>();
  return {
    has: (id) => parents.has(id),
    withAncestors(id) {
      const found = known.get(id) ?? chain(id);
      known.set(id, found);
      return found;
    },
  };
}
