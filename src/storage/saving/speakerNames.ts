// Who among an article's speakers may be joined to a stored one, and the names that each goes by.

import type { PoolClient } from 'pg';

import type { ArticleSpeaker } from '../../extraction/types';

/** Longer "names" are clauses; they are kept, but identify nobody. */
const MAX_LINKED = 200;
const MAX_ALIAS = 200;
export const MAX_ROLE = 300;

// "Mr Smith" is a form of address and a surname: two words, and still anybody.
const ADDRESSES = new Set(
  'mr mrs ms miss mx sir dame lord lady dr prof professor rev father sister'.split(' '),
);

/** A speaker with the names of it as they are compared. */
export interface FoldedSpeaker {
  readonly speaker: ArticleSpeaker;
  readonly folded: string;
  readonly aliases: readonly { readonly name: string; readonly folded: string }[];
  /** Type and folded name where these alone say who it is, else null. Issue 6 brings better evidence. */
  readonly linkKey: string | null;
}

/** Folds all names in one round trip: the database's fold_name() is the only definition of it. */
export async function foldSpeakers(
  client: PoolClient,
  speakers: readonly ArticleSpeaker[],
): Promise<FoldedSpeaker[]> {
  const names = [...new Set(speakers.flatMap(({ name, aliases }) => [name, ...aliases]))];
  const { rows } = await client.query<{ name: string; folded: string }>(
    'SELECT name, fold_name(name) AS folded FROM unnest($1::text[]) AS name',
    [names],
  );
  const foldedOf = new Map(rows.map(({ name, folded }) => [name, folded]));
  const fold = (name: string) => foldedOf.get(name) ?? '';
  return speakers.map((speaker) => {
    const folded = fold(speaker.name);
    const aliases = new Map(
      speaker.aliases
        .filter((name) => name.length <= MAX_ALIAS)
        .map((name) => [fold(name), name] as const)
        .filter(([alias]) => alias !== '' && alias !== folded),
    );
    return {
      speaker,
      folded,
      aliases: [...aliases].map(([folded, name]) => ({ folded, name })),
      linkKey: linkKeyOf(speaker, folded),
    };
  });
}

function linkKeyOf({ name, type }: ArticleSpeaker, folded: string): string | null {
  const words = folded.split(' ');
  if (folded === '' || name.length > MAX_LINKED) return null;
  if (type === 'organisation' || type === 'document') return `${type}:${folded}`;
  const isFullName = type === 'person' && words.length > 1 && !ADDRESSES.has(words[0] ?? '');
  return isFullName ? `${type}:${folded}` : null;
}
