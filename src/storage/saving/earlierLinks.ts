// Whom the revision before took its speakers for, so that a correction changes no names, least of all an editor's.

import type { PoolClient } from 'pg';

import type { Cluster } from '../linking/decide';
import type { Evidence } from '../linking/evidence';
import type { SpeakerInsert } from './writeStatements';

/** A link of the article's revision that is being replaced. */
export interface EarlierLink {
  readonly speakerId: string;
  readonly type: string;
  readonly folded: string;
  readonly evidence: readonly Evidence[];
  /** Whether all of it is an editor's split. */
  readonly split: boolean;
}

/** A statement that an editor gave to another speaker. */
export interface MovedStatement {
  readonly content: string;
  readonly fromIds: readonly string[];
  readonly toId: string;
  readonly changeId: string;
}

/** The links of the current revision; to be read before it is retired. */
export async function readEarlierLinks(
  client: PoolClient,
  articleId: string,
): Promise<{ links: EarlierLink[]; moved: MovedStatement[] }> {
  const links = await client.query<EarlierLink>(
    `SELECT p.speaker_id AS "speakerId", k.type, fold_name(p.name) AS folded, p.evidence,
       EXISTS (SELECT FROM speaker_change c WHERE c.other_id = p.speaker_id AND c.kind = 'split') AS split
     FROM article_speaker p JOIN speaker k ON k.id = p.speaker_id WHERE p.article_id = $1 ORDER BY p.speaker_id`,
    [articleId],
  );
  const moved = await client.query<MovedStatement>(
    `SELECT s.content, l.linked_id AS "toId", l.change_id AS "changeId",
       (SELECT array_agg(DISTINCT b.value->>'from') FROM speaker_change c, jsonb_array_elements(c.before->'rows') b
        WHERE c.id = l.change_id) AS "fromIds"
     FROM statement s JOIN statement_speaker l ON l.statement_id = s.id
     WHERE s.article_id = $1 AND s.live AND l.change_id IS NOT NULL`,
    [articleId],
  );
  return { links: links.rows, moved: moved.rows };
}

/** The earlier link of the same full name; where a split left two, the one that it was split from. */
export function earlierLinkOf(
  { type, name }: Pick<Cluster, 'type' | 'name'>,
  earlier: readonly EarlierLink[],
): { readonly speakerId: string; readonly evidence: readonly Evidence[] } | null {
  if (name.folded === '') return null;
  const same = earlier.filter((link) => link.folded === name.folded && link.type === type);
  const link = same.find(({ split }) => !split) ?? same[0];
  if (link === undefined) return null;
  const kept = link.evidence.filter(({ kind }) => kind !== 'revision');
  const evidence: Evidence = { kind: 'revision', printed: name.name, stored: null };
  return { speakerId: link.speakerId, evidence: [...kept, evidence] };
}

/** Gives statements that stand unchanged in the new revision to whom an editor gave them; says from whom each took some. */
export function keepMoved(
  links: readonly SpeakerInsert[],
  contents: ReadonlyMap<string, string>,
  moved: readonly MovedStatement[],
): { links: readonly SpeakerInsert[]; splits: ReadonlyMap<string, string> } {
  const splits = new Map<string, string>();
  if (moved.length === 0) return { links, splits };
  const kept = links.map((link) => {
    const before = moved.find(
      ({ content, fromIds }) =>
        content === contents.get(link.statement_id) && fromIds.includes(link.linked_id),
    );
    if (before === undefined) return link;
    splits.set(before.toId, link.linked_id);
    return { ...link, linked_id: before.toId, change_id: before.changeId };
  });
  return { links: kept, splits };
}
