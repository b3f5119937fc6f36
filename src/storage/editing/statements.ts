// What editors do to a statement: confirm it, reject it, correct it, take that back. Each in one transaction with all that counts it,
// on the state that the editor has seen; what was replaced stays as a version.

import type { PoolClient } from 'pg';

import { AppError } from '../../errors';
import type { Database } from '../connection';
import { inTransaction } from '../connection';
import { guarded, isRetryable } from '../failures';
import { isId, newId } from '../ids';
import type { StatementRow } from '../reading/statementRows';
import { SELECT_STATEMENT, toStatement } from '../reading/statementRows';
import { noStatement } from '../reading/statements';
import type { StatementRecord, StatementValues } from '../records';
import type { Spoken, StoredWord } from '../saving/applyWord';
import { applyWord, countAgain, countingOf, machineReadingOf } from '../saving/applyWord';
import { linkLineages } from '../saving/linkLineages';
import { lockSpeakers } from '../saving/locks';
import type { TopicTree } from '../saving/topicTree';
import { keepVersion, restoreVersion } from '../saving/versions';
import type { EditorsWord, StatementEdit } from '../store';
import { speakersChosen } from './chosenSpeakers';
import { isTopicChange } from './topicChanges';
import { checkTopics, replaceTopics, undoStatementTopics } from './topics';

const ATTEMPTS = 5;

interface Editing extends Spoken {
  readonly client: PoolClient;
  readonly statement: StatementRecord;
  readonly word: EditorsWord<StatementRecord>;
  readonly now: Date;
  readonly date: Date;
}

/** Says an editor's word on a statement of the current revision. */
export function editStatement(
  database: Database,
  readTree: () => Promise<TopicTree>,
  id: string,
  edit: StatementEdit,
  word: EditorsWord<StatementRecord>,
): Promise<StatementRecord> {
  return guarded(async () => {
    const tree = await readTree();
    checkTopics(tree, edit.topics ?? []);
    return editing(database, id, word, async (frame) => {
      const { client, statement } = frame;
      if (edit.reading !== null && edit.revision !== statement.article.revision) {
        throw new AppError(
          'conflict',
          'The article has a newer text than the one that these offsets are of. Read the statement again.',
        );
      }
      if (edit.review !== null) await say(frame, edit, edit.review);
      // Topics last, as in storing: their rows are locked after all others.
      if (edit.topics !== null)
        await replaceTopics(client, tree, statement, edit.topics, { ...word, at: frame.now });
    });
  });
}

async function say(
  frame: Editing,
  edit: StatementEdit,
  state: NonNullable<StatementEdit['review']>,
): Promise<void> {
  const { client, id, statement, now } = frame;
  if (state === 'machine') return reset(frame);
  const speakers = edit.speakers === null ? null : await speakersChosen(client, edit.speakers, now);
  await change(frame, state, async () => {
    const word = wordOf(frame, edit, speakers, await storedWord(client, id));
    await applyWord(client, frame, state, word, statement.machine ?? machineReadingOf(statement));
  });
}

/** Takes a change back: the statement is again what it was before. Throws `conflict` where it cannot be. */
export function undoStatementChange(
  database: Database,
  readTree: () => Promise<TopicTree>,
  id: string,
  changeId: string,
  word: EditorsWord<StatementRecord>,
): Promise<StatementRecord> {
  return guarded(async () => {
    if (await isTopicChange(database.pool, id, changeId))
      return undoStatementTopics(database, readTree, { id, changeId, word });
    return editing(database, id, word, async (frame) => {
      const { client } = frame;
      const { rows } = await client.query<{
        version_id: string;
        undone_at: Date | null;
        later: string | null;
        current: boolean;
      }>(
        `SELECT c.version_id, c.undone_at, r.current,
           (SELECT l.id FROM statement_change l WHERE l.statement_id = c.statement_id AND l.undone_at IS NULL AND l.id > c.id
            ORDER BY l.id DESC LIMIT 1) AS later
         FROM statement_change c JOIN statement v ON v.id = c.version_id JOIN revision r ON r.id = v.revision_id
         WHERE c.id = $1 AND c.statement_id = $2`,
        [isId(changeId) ? changeId : null, id],
      );
      const row = rows[0];
      if (row === undefined)
        throw new AppError('not-found', `The statement has no change ${changeId}.`);
      if (row.undone_at !== null)
        throw new AppError('conflict', 'This change has been undone already.');
      if (row.later !== null) {
        throw new AppError('conflict', `A later change builds on it: undo ${row.later} first.`);
      }
      if (!row.current) {
        throw new AppError(
          'conflict',
          'The article has been published anew since; say your word on the statement as it is now.',
        );
      }
      await counted(frame, async () => {
        await keepVersion(client, id, frame.now);
        await restoreVersion(client, id, row.version_id);
      });
      await client.query(
        'UPDATE statement_change SET undone_by = $2, undone_note = $3, undone_at = $4 WHERE id = $1',
        [changeId, word.by, word.note, frame.now],
      );
    });
  });
}

/** Alone with the article, on what the editor has seen; gives the statement as it is afterwards. */
async function editing(
  database: Database,
  id: string,
  word: EditorsWord<StatementRecord>,
  work: (frame: Editing) => Promise<void>,
): Promise<StatementRecord> {
  if (!isId(id)) throw noStatement(id);
  for (let attempt = 1; ; attempt++) {
    try {
      return await inTransaction(database.pool, async (client) => {
        // Alone: what a word touches is locked in no order that storing keeps.
        await lockSpeakers(client, 'to edit');
        const statement = await readLocked(client, id);
        word.check?.(statement);
        const { rows } = await client.query<{ text: string; date: Date; held: boolean }>(
          `SELECT r.text, a.date, s.valid_to IS NULL AS held
           FROM statement s JOIN article a ON a.id = s.article_id JOIN revision r ON r.id = s.revision_id WHERE s.id = $1`,
          [id],
        );
        const { text, date, held } = rows[0]!;
        if (!held) {
          throw new AppError(
            'conflict',
            'The article no longer has this statement; there is nothing to correct.',
          );
        }
        const frame = { id, articleId: statement.article.id, text, date };
        await work({ ...frame, client, statement, word, now: database.now() });
        return readStatement(client, id);
      });
    } catch (error) {
      if (attempt >= ATTEMPTS || !isRetryable(error)) throw error;
    }
  }
}

/** The article's row is locked before the statement is read: storing and erasing begin with it, too. */
async function readLocked(client: PoolClient, id: string): Promise<StatementRecord> {
  const home = await client.query<{ article_id: string }>(
    'SELECT article_id FROM statement WHERE id = $1 AND version_of IS NULL',
    [id],
  );
  await client.query('SELECT FROM article WHERE id = $1 FOR UPDATE', [
    home.rows[0]?.article_id ?? null,
  ]);
  return readStatement(client, id);
}

async function readStatement(client: PoolClient, id: string): Promise<StatementRecord> {
  const { rows } = await client.query<StatementRow>(SELECT_STATEMENT, [id]);
  if (rows[0] === undefined) throw noStatement(id);
  return toStatement(rows[0]);
}

/** Back to what the machine said, if anything else stands. */
async function reset(frame: Editing): Promise<void> {
  const { client, id, statement } = frame;
  if (statement.review.state === 'machine') return;
  const { rows } = await client.query<{ id: string }>(
    `SELECT v.id FROM statement v JOIN statement s ON s.id = v.version_of AND s.revision_id = v.revision_id
     WHERE v.version_of = $1 AND v.review = 'machine' ORDER BY v.valid_to DESC LIMIT 1`,
    [id],
  );
  const version = rows[0]?.id;
  if (version === undefined) {
    throw new AppError(
      'conflict',
      'The word was said on an earlier text, and the machine has said nothing of its own since: correct the statement instead.',
    );
  }
  await change(frame, 'machine', () => restoreVersion(client, id, version));
}

/** Keeps what there is as a version, does the work with all counts, and writes the change down. */
async function change(
  frame: Editing,
  kind: StatementRecord['review']['state'],
  work: () => Promise<void>,
): Promise<void> {
  const { client, id, statement, word, now } = frame;
  let version: string | null = null;
  await counted(frame, async () => {
    version = await keepVersion(client, id, now);
    await work();
  });
  await client.query(
    `INSERT INTO statement_change (id, statement_id, version_id, kind, by, note, at, before, after)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      newId(),
      id,
      version,
      kind,
      word.by,
      word.note,
      now,
      JSON.stringify(valuesOf(statement)),
      JSON.stringify(valuesOf(await readStatement(client, id))),
    ],
  );
}

async function counted(frame: Editing, work: () => Promise<void>): Promise<void> {
  const { client, articleId, now } = frame;
  const before = await countingOf(client, articleId);
  await work();
  await countAgain(client, before, [frame], frame);
  await linkLineages(client, articleId, now);
}

async function storedWord(client: PoolClient, id: string): Promise<StoredWord | null> {
  const { rows } = await client.query<{ editor: StoredWord | null }>(
    'SELECT editor FROM statement WHERE id = $1',
    [id],
  );
  return rows[0]?.editor ?? null;
}

/** What was corrected before and is not corrected now stays corrected. */
function wordOf(
  { word, now }: Editing,
  { reading }: StatementEdit,
  speakers: readonly string[] | null,
  earlier: StoredWord | null,
): StoredWord {
  return {
    by: word.by,
    at: now.toISOString(),
    note: word.note,
    reading: reading ?? earlier?.reading ?? null,
    speakers: speakers ?? earlier?.speakers ?? null,
  };
}

function valuesOf(statement: StatementRecord): StatementValues {
  const { review, form, content, source, cue, speakers } = statement;
  return {
    review: review.state,
    form,
    content,
    source,
    cue,
    speakers: speakers.map(({ id, name, type }) => ({ id, name, type })),
  };
}
