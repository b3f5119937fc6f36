// The names that each of an article's speakers goes by, as they are compared.

import type { PoolClient } from 'pg';

import type { ArticleSpeaker } from '../../extraction/types';

const MAX_ALIAS = 200;
export const MAX_ROLE = 300;

/** A speaker with the names of it as they are compared. */
export interface FoldedSpeaker {
  readonly speaker: ArticleSpeaker;
  readonly folded: string;
  readonly aliases: readonly { readonly name: string; readonly folded: string }[];
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
    };
  });
}
