// Moves statements from one speaker to another, with what their articles call the speaker.

import type { PoolClient } from 'pg';

import type { Evidence } from '../linking/evidence';
import { recordset } from '../saving/bulk';
import type { MovedRow } from './split';

/** What an article calls a speaker, and why it was taken for this one. */
export interface Calling {
  readonly article_id: string;
  readonly speaker_id: string;
  readonly name: string;
  readonly names: readonly string[];
  readonly roles: readonly string[];
  readonly evidence: readonly Evidence[];
}

/** Links to move, each from one speaker to another. */
export interface Moves {
  readonly rows: readonly MovedRow[];
  readonly to: (row: MovedRow) => string;
  /** The change that holds them from then on; null gives each back to the change that held it before. */
  readonly changeId: string | null;
  /** What articles are to call the speakers that the links go to. */
  readonly callings: readonly Calling[];
}

/** What the articles of these links call the speakers that the links name. */
export async function readCallings(
  client: PoolClient,
  rows: readonly MovedRow[],
): Promise<Calling[]> {
  const found = await client.query<Calling>(
    `SELECT DISTINCT ON (article_id, speaker_id) p.article_id, p.speaker_id, p.name, p.names, p.roles, p.evidence
     FROM article_speaker p JOIN ${recordset({ article_id: 'uuid', from: 'uuid' })}
       ON p.article_id = new.article_id AND p.speaker_id = new.from`,
    [JSON.stringify(rows)],
  );
  return found.rows;
}

/**
 * Gives each link to whom `to` says, which settle() then shows. An article that has statements of both speakers from then on
 * calls both the same, since the text does not tell them apart.
 */
export async function moveLinks(
  client: PoolClient,
  { rows, to, changeId, callings }: Moves,
): Promise<void> {
  if (rows.length === 0) return;
  const moves = rows.map((row) => ({
    statement_id: row.statement_id,
    article_id: row.article_id,
    linked: row.from,
    to: to(row),
    change: changeId ?? row.change,
  }));
  await client.query(
    `UPDATE statement_speaker l SET linked_id = new.to, change_id = new.change
     FROM ${recordset({ statement_id: 'uuid', linked: 'uuid', to: 'uuid', change: 'uuid' })}
     WHERE l.statement_id = new.statement_id AND l.linked_id = new.linked`,
    [JSON.stringify(moves)],
  );
  await client.query(
    `INSERT INTO article_speaker (article_id, speaker_id, name, names, roles, statement_count, evidence)
     SELECT article_id, speaker_id, name, names, roles, 0, evidence
     FROM ${recordset({ article_id: 'uuid', speaker_id: 'uuid', name: 'text', names: 'text[]', roles: 'text[]', evidence: 'jsonb' })}
     ON CONFLICT DO NOTHING`,
    [JSON.stringify(callings)],
  );
  const speakers = [...new Set(moves.flatMap(({ linked, to }) => [linked, to]))];
  const articles = [...new Set(moves.map(({ article_id }) => article_id))];
  await client.query(
    `UPDATE article_speaker p SET statement_count =
       (SELECT count(*) FROM statement_speaker l WHERE l.article_id = p.article_id AND l.linked_id = p.speaker_id AND l.live)
     WHERE p.article_id = ANY($1) AND p.speaker_id = ANY($2)`,
    [articles, speakers],
  );
  await client.query(
    'DELETE FROM article_speaker WHERE article_id = ANY($1) AND speaker_id = ANY($2) AND statement_count = 0',
    [articles, speakers],
  );
}

/** What articles call the new speaker of a split: all that they called those it was split from. */
export function callingsOf(speakerId: string, callings: readonly Calling[]): Calling[] {
  const found = new Map<string, Calling>();
  for (const calling of callings) {
    const known = found.get(calling.article_id);
    const union = (a: readonly string[], b: readonly string[] = []) => [...new Set([...b, ...a])];
    const said: Evidence = { kind: 'editor', printed: calling.name, stored: null };
    found.set(calling.article_id, {
      ...calling,
      speaker_id: speakerId,
      names: union(calling.names, known?.names),
      roles: union(calling.roles, known?.roles),
      evidence: [...(known?.evidence ?? [...calling.evidence, said])],
    });
  }
  return [...found.values()];
}
