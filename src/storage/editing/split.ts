// Some of a speaker's statements are another's: they go to a new speaker, whom articles can name from then on.

import type { PoolClient } from 'pg';

import { AppError } from '../../errors';
import type { Database } from '../connection';
import { isId, newId } from '../ids';
import type { Form } from '../linking/keys';
import { editorsKeys, keysOf } from '../linking/keys';
import type { SpeakerRecord } from '../records';
import { renameSpeakers } from '../saving/counters';
import type { EditorsWord, SpeakerEdited, SplitParts } from '../store';
import { changing, membersOf, noteChange } from './changing';
import type { Calling } from './moveLinks';
import { callingsOf, moveLinks, readCallings } from './moveLinks';
import type { NameFlags } from './names';
import { fold, readFlags, setFlags } from './names';
import { recount, settle } from './settle';

/** A link that was moved: to be put back by undoing. */
export interface MovedRow {
  readonly statement_id: string;
  readonly article_id: string;
  readonly from: string;
  readonly change: string | null;
}

export interface SplitBefore {
  readonly rows: readonly MovedRow[];
  /** What the articles called those that the links were taken from. */
  readonly callings: readonly Calling[];
  readonly names: readonly NameFlags[];
}

/** Moves all that `parts` names to a new speaker. */
export function splitSpeaker(
  database: Database,
  id: string,
  parts: SplitParts,
  word: EditorsWord,
): Promise<SpeakerEdited> {
  return changing(database, id, word, async (change) => {
    const { client, speaker, now } = change;
    const members = await membersOf(client, [id]);
    const names = await fold(client, parts.names);
    const rows = await chosenRows(client, speaker, parts, names);
    const changeId = newId();
    const other = await makeSpeaker(client, speaker, parts, now);
    const flags = await readFlags(
      client,
      id,
      names.map(({ folded }) => folded),
    );
    const touched = [...new Set([...rows.map(({ from }) => from), other])];
    const callings = await readCallings(client, rows);
    await moveLinks(client, {
      rows,
      to: () => other,
      changeId,
      callings: callingsOf(other, callings),
    });
    await recount(client, touched);
    for (const name of names) {
      await setFlags(client, other, name, { kind: 'full', given: true, hidden: false });
      await setFlags(client, id, name, { kind: 'alias', given: false, hidden: true });
    }
    await nameSpeaker(client, other, parts, names, parts.type ?? speaker.type);
    await renameSpeakers(client, touched);
    await settle(client, [...members, other], now);
    const before: SplitBefore = { rows, callings, names: flags };
    const after = { statementCount: new Set(rows.map(({ statement_id }) => statement_id)).size };
    await noteChange(change, { id: changeId, kind: 'split', otherId: other, before, after });
    return { changeId, speakerIds: [id, other] };
  });
}

/** The links that the parts name; refuses what is not the speaker's, and taking all of it. */
async function chosenRows(
  client: PoolClient,
  { id }: SpeakerRecord,
  parts: SplitParts,
  names: readonly Form[],
): Promise<MovedRow[]> {
  const { rows } = await client.query<MovedRow & { by: string[] }>(
    `SELECT l.statement_id, l.article_id, l.linked_id AS from, l.change_id AS change,
       array_remove(ARRAY[
         CASE WHEN l.statement_id = ANY($2) THEN l.statement_id::text END,
         CASE WHEN l.article_id = ANY($3) THEN l.article_id::text END,
         CASE WHEN fold_name(p.name) = ANY($4) THEN fold_name(p.name) END], NULL) AS by
     FROM statement_speaker l
     LEFT JOIN article_speaker p ON p.article_id = l.article_id AND p.speaker_id = l.linked_id
     WHERE l.speaker_id = $1
     AND (l.statement_id = ANY($2) OR l.article_id = ANY($3) OR fold_name(p.name) = ANY($4))`,
    [
      id,
      parts.statements.filter(isId),
      parts.articles.filter(isId),
      names.map(({ folded }) => folded),
    ],
  );
  const found = new Set(rows.flatMap(({ by }) => by));
  const lacking = (
    pointer: string,
    values: readonly string[],
    foldedOf = (value: string) => value,
  ) =>
    values.flatMap((value, i) =>
      found.has(foldedOf(value))
        ? []
        : [{ pointer: `/${pointer}/${i}`, message: LACKING[pointer] ?? '' }],
    );
  const foldedOf = (name: string): string =>
    names.find((form) => form.name === name)?.folded ?? name;
  const fields = [
    ...lacking('statements', parts.statements),
    ...lacking('articles', parts.articles),
    ...lacking(
      'names',
      names.map(({ name }) => name),
      foldedOf,
    ),
  ];
  if (fields.length > 0) {
    throw new AppError('invalid-input', 'Parts to split off are not there; errors names them.', {
      fields,
    });
  }
  const left = await client.query(
    `SELECT FROM statement_speaker l WHERE l.speaker_id = $1 AND l.live AND NOT l.statement_id = ANY($2) LIMIT 1`,
    [id, rows.map(({ statement_id }) => statement_id)],
  );
  if (left.rowCount === 0) {
    const message =
      'This would take all statements away: to change whose they are, edit or merge the speaker.';
    throw new AppError('invalid-input', message);
  }
  return rows.map(({ statement_id, article_id, from, change }) => {
    return { statement_id, article_id, from, change };
  });
}

const LACKING: Readonly<Record<string, string>> = {
  statements: 'is no statement of this speaker',
  articles: 'is no article that quotes this speaker',
  names: 'is in no article the full name of this speaker',
};

async function makeSpeaker(
  client: PoolClient,
  speaker: SpeakerRecord,
  { name, type }: SplitParts,
  now: Date,
): Promise<string> {
  const id = newId();
  const edited = [...(name === null ? [] : ['name']), ...(type === null ? [] : ['type'])];
  await client.query(
    `INSERT INTO speaker (id, name, type, canonical_id, edited, created_at, updated_at) VALUES ($1, $2, $3, $1, $4, $5, $5)`,
    [id, name ?? speaker.name, type ?? speaker.type, edited, now],
  );
  return id;
}

/** Lets articles find the new speaker by the names that were moved to it and by the name that the editor gave it. */
async function nameSpeaker(
  client: PoolClient,
  id: string,
  { name }: SplitParts,
  names: readonly Form[],
  type: SpeakerRecord['type'],
): Promise<void> {
  const own = name === null ? [] : await fold(client, [name]);
  for (const form of own)
    await setFlags(client, id, form, { kind: 'full', given: true, hidden: false });
  const printed = await client.query<Form>(
    `SELECT name, folded FROM speaker_name WHERE speaker_id = $1 AND kind = 'full'`,
    [id],
  );
  const keys = [
    ...printed.rows.flatMap((form) => keysOf(type, form)),
    ...[...own, ...names].flatMap((form) => editorsKeys(type, form, 'full')),
  ];
  await client.query(
    `INSERT INTO speaker_key (key, speaker_id) SELECT DISTINCT key, $2::uuid FROM unnest($1::text[]) AS key
     ON CONFLICT DO NOTHING`,
    [keys, id],
  );
}
