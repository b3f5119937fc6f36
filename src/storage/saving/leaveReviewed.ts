// The same text read again: statements on which an editor's word stands are left alone, and what the machine now says of them is
// left out.

import type { PoolClient } from 'pg';

import type { ExtractedStatement } from '../../extraction/types';
import type { MachineReading } from '../records';
import { pairStatements } from './pairStatements';
import { pairable } from './reanchor';
import type { Printed } from './saveArticle';
import { surroundings } from './storable';

interface ReviewedRow {
  readonly machine: MachineReading;
}

/** What is to be written besides the article's reviewed statements. */
export async function besidesReviewed(
  client: PoolClient,
  articleId: string,
  saving: Printed,
): Promise<Printed> {
  const { rows } = await client.query<ReviewedRow>(
    `SELECT machine FROM statement WHERE article_id = $1 AND review <> 'machine' AND machine IS NOT NULL
     AND valid_to IS NULL AND version_of IS NULL ORDER BY position`,
    [articleId],
  );
  if (rows.length === 0) return saving;
  const { draft, extraction, topics, prints } = saving;
  const pairs = pairStatements(
    rows.map(({ machine: { content, source, cue } }) => ({
      content: content.map(({ exact }) => exact).join(' '),
      source: source?.exact ?? null,
      cue: cue?.exact ?? null,
      ...surroundings(draft.text, content),
    })),
    extraction.statements.map((statement) => pairable(draft.text, statement)),
  );
  const left = new Set(pairs.map(({ after }) => after));
  const stays = (_: unknown, place: number): boolean => !left.has(place);
  return {
    ...saving,
    extraction: { ...extraction, statements: withoutPlaces(extraction.statements, left) },
    topics: { ...topics, statements: topics.statements.filter(stays) },
    prints: { ...prints, statements: prints.statements.filter(stays) },
  };
}

/** What stood within one that is left out stands within nothing. */
function withoutPlaces(
  statements: readonly ExtractedStatement[],
  left: ReadonlySet<number>,
): ExtractedStatement[] {
  const places = new Map<number, number>();
  statements.forEach((_statement, place) => {
    if (!left.has(place)) places.set(place, places.size);
  });
  return statements
    .filter((_statement, place) => !left.has(place))
    .map((statement) => ({
      ...statement,
      parent: statement.parent === null ? null : (places.get(statement.parent) ?? null),
    }));
}
