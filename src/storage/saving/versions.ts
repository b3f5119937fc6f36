// Earlier states of statements. The row with the id by which a statement is known always says what holds now; before it is
// written anew, the row as it was goes aside under an id of its own, with its spans and links.

import type { PoolClient } from 'pg';

import { newId } from '../ids';
import { recordset } from './bulk';

/** All columns that are not generated, but the id and what makes a row a version. */
const COLUMNS = `article_id, revision_id, position, form, content, cue_lemma, cue_class, parent_id, prefix, suffix, confidence,
  candidates, segments, alternatives, review, editor, machine, created_at, valid_from, date, publication_key, negated, hedged, search_wide, engine_name, engine_version`;
const MOVED = ['span', 'statement_speaker', 'statement_topic', 'statement_subject'];

/**
 * Puts the present states of statements aside as versions that held until `now`. What hangs on the known id (lineages, prints,
 * editors' words) stays there; spans and links go along, so that the known row has none until they are written anew. Renaming the
 * row instead, with cascades, locks its place in a lineage before the lock of lineages: fourteen deadlocks in a hundred saves.
 */
export async function putAside(
  client: PoolClient,
  ids: readonly string[],
  now: Date,
): Promise<void> {
  if (ids.length === 0) return;
  const rows = JSON.stringify(ids.map((id) => ({ id, fresh: newId() })));
  const versions = recordset({ id: 'uuid', fresh: 'uuid' });
  const named = COLUMNS.split(/,\s*/);
  await client.query(
    `INSERT INTO statement (id, version_of, live, valid_to, ${named.join(', ')})
     SELECT new.fresh, new.id, false, $2, ${named.map((name) => `s.${name}`).join(', ')}
     FROM ${versions} JOIN statement s ON s.id = new.id`,
    [rows, now],
  );
  for (const table of MOVED) {
    const live = table === 'span' ? '' : ', live = false';
    await client.query(
      `UPDATE ${table} l SET statement_id = new.fresh${live} FROM ${versions} WHERE l.statement_id = new.id`,
      [rows],
    );
  }
  await client.query(
    `INSERT INTO statement_topic_review (statement_id, ${PARTS.statement_topic_review})
     SELECT new.fresh, ${PARTS.statement_topic_review} FROM ${versions} JOIN statement_topic_review w ON w.statement_id = new.id`,
    [rows],
  );
}

/** What links and spans are, column by column, but for the statement that they belong to and whether they are in the lists. */
const PARTS = {
  span: 'role, link, ordinal, starts, ends, exact',
  statement_speaker: `speaker_id, linked_id, change_id, ordinal, resolved_by, confidence, article_id, date, publication_key, form,
    cue_lemma, cue_class`,
  statement_subject:
    'subject_id, ordinal, article_id, date, publication_key, form, cue_lemma, cue_class',
  statement_topic:
    'topic_id, direct, confidence, article_id, date, publication_key, form, cue_lemma, cue_class',
  statement_topic_review: 'topics, machine, by, note, at',
} as const;

/** Those without the column `live`. */
const PLAIN: readonly string[] = ['span', 'statement_topic_review'];

/**
 * Keeps the present state of a statement as a version that held until `now`, and leaves the statement as it is. Null for one that no
 * longer holds, since its article has another text: that is past already.
 */
export async function keepVersion(
  client: PoolClient,
  id: string,
  now: Date,
): Promise<string | null> {
  const version = newId();
  const named = COLUMNS.split(/,\s*/).join(', ');
  const kept = await client.query(
    `INSERT INTO statement (id, version_of, live, valid_to, ${named})
     SELECT $2, id, false, $3, ${named} FROM statement WHERE id = $1 AND valid_to IS NULL`,
    [id, version, now],
  );
  if (kept.rowCount === 0) return null;
  for (const table of Object.keys(PARTS) as Part[]) await copyPart(client, table, id, version);
  await client.query('UPDATE statement SET valid_from = $2 WHERE id = $1', [id, now]);
  return version;
}

/** Makes a statement what it was in a version, but for its topics, which editors set apart from all else. */
export async function restoreVersion(
  client: PoolClient,
  id: string,
  version: string,
): Promise<void> {
  const columns = `form, content, cue_lemma, cue_class, prefix, suffix, confidence, candidates, segments, alternatives, review,
    editor, machine, negated, hedged, search_wide, engine_name, engine_version`;
  await client.query(
    `UPDATE statement s SET (${columns}) = (SELECT ${columns} FROM statement WHERE id = $2) WHERE s.id = $1`,
    [id, version],
  );
  for (const table of ['span', 'statement_speaker', 'statement_subject'] as const) {
    await client.query(`DELETE FROM ${table} WHERE statement_id = $1`, [id]);
    await copyPart(client, table, version, id);
  }
}

type Part = keyof typeof PARTS;

async function copyPart(client: PoolClient, table: Part, from: string, to: string): Promise<void> {
  const [live, not] = PLAIN.includes(table) ? ['', ''] : [', live', ', false'];
  await client.query(
    `INSERT INTO ${table} (statement_id, ${PARTS[table]}${live}) SELECT $2, ${PARTS[table]}${not} FROM ${table} WHERE statement_id = $1`,
    [from, to],
  );
}
