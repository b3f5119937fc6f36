// Earlier states of statements. The row with the id by which a statement is known always says what holds now; before it is
// written anew, the row as it was goes aside under an id of its own, with its spans and links.

import type { PoolClient } from 'pg';

import { newId } from '../ids';
import { recordset } from './bulk';

/** All columns that are not generated, but the id and what makes a row a version. */
const COLUMNS = `article_id, revision_id, position, form, content, cue_lemma, cue_class, parent_id, prefix, suffix, confidence,
  candidates, segments, alternatives, review, created_at, valid_from, date, publication_key, negated, hedged, search_wide`;
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
}
