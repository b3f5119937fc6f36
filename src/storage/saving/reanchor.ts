// A new text for an article: its statements go on from those of the text before. What is still said keeps its id, and with it
// whatever has cited it, and an editor's topics; the row as it was stays behind as a version.

import type { PoolClient } from 'pg';

import type { ExtractedStatement, Extraction } from '../../extraction/types';
import type { TopicAssignment } from '../../topics/types';
import type { MachineReading, Quote, ReviewState, RevisionChanges } from '../records';
import type { StoredWord } from './applyWord';
import type { Inherited } from './buildStatements';
import { recordset } from './bulk';
import { newNotice, titleAdmits } from './correctionNotice';
import type { Pair, Pairable } from './pairStatements';
import { pairStatements } from './pairStatements';
import { wordsOf } from './pairWords';
import type { Reviewed } from './passWordsOn';
import type { Again } from './readAgain';
import { surroundings } from './storable';

interface EarlierStatement extends Pairable {
  readonly id: string;
  readonly created_at: Date;
  readonly topics: readonly string[] | null;
  readonly review: ReviewState;
  readonly editor: StoredWord | null;
}

/** What a new revision's statements go on from, by their places, and what became of the others. */
export interface Reanchored {
  readonly inherited: ReadonlyMap<number, Inherited>;
  /** Those on which an editor's word stands. */
  readonly reviewed: readonly Reviewed[];
  /** The text before; empty where there is none. */
  readonly textBefore: string;
  readonly changes: RevisionChanges | null;
  /** Where the text admits that it was changed. */
  readonly notice: Quote | null;
  /** The words of the text are others, and nothing says so. */
  readonly silentEdit: boolean;
}

const FIRST: Reanchored = {
  inherited: new Map(),
  reviewed: [],
  textBefore: '',
  changes: null,
  notice: null,
  silentEdit: false,
};

/** Compares the live statements of an article with those of its new text; to be called before they are retired. */
export async function reanchor(
  client: PoolClient,
  article: { readonly id: string; readonly title: string | null } | null,
  { text, title }: { readonly text: string; readonly title: string | null },
  { statements }: Extraction,
  again?: Again,
): Promise<Reanchored> {
  if (article === null) return FIRST;
  const before = (await readEarlier(client, article.id)).filter(
    ({ review }) => again === undefined || review === 'machine',
  );
  const after = statements.map((statement) => pairable(text, statement));
  const pairs = pairStatements(before, after);
  const inherited = new Map(
    pairs.map((pair) => {
      const { id, created_at, topics } = before[pair.before]!;
      return [pair.after, { id, createdAt: created_at, topics }] as const;
    }),
  );
  const { rows } = await client.query<{ text: string }>(
    'SELECT text FROM revision WHERE article_id = $1 AND current',
    [article.id],
  );
  const old = rows[0]?.text ?? '';
  const notice = newNotice(old, text);
  return {
    inherited,
    reviewed: pairs.flatMap(({ before: place, same }) => {
      const { id, review, editor: word } = before[place]!;
      return review === 'machine' || word === null ? [] : [{ id, review, word, same }];
    }),
    textBefore: old,
    changes: changesOf(before, after, pairs),
    notice,
    silentEdit:
      notice === null &&
      !titleAdmits(article.title, title) &&
      wordsOf(old).join(' ') !== wordsOf(text).join(' '),
  };
}

/** As readers see it: what an editor has rejected was in no list, and comes into none while the machine says the same of it. */
function changesOf(
  before: readonly EarlierStatement[],
  after: readonly Pairable[],
  pairs: readonly Pair[],
): RevisionChanges {
  const isRejected = ({ review }: EarlierStatement): boolean => review === 'rejected';
  const shown = pairs.filter((pair) => !isRejected(before[pair.before]!));
  const kept = shown.filter(({ same }) => same).length;
  const hidden = pairs.filter((pair) => pair.same && isRejected(before[pair.before]!)).length;
  return {
    kept,
    changed: shown.length - kept,
    added: after.length - hidden - shown.length,
    removed: before.filter((statement) => !isRejected(statement)).length - shown.length,
  };
}

/** Writes down what the machine finds now beside the editors' topics of statements that go on. */
export async function passReviewsOn(
  client: PoolClient,
  { inherited }: Reanchored,
  topics: TopicAssignment,
): Promise<void> {
  const rows = [...inherited]
    .filter(([, statement]) => statement.topics !== null)
    .map(([place, { id }]) => ({ id, machine: topics.statements[place] ?? [] }));
  if (rows.length === 0) return;
  await client.query(
    `UPDATE statement_topic_review w SET machine = new.machine
     FROM ${recordset({ id: 'uuid', machine: 'jsonb' })} WHERE w.statement_id = new.id`,
    [JSON.stringify(rows)],
  );
}

async function readEarlier(client: PoolClient, articleId: string): Promise<EarlierStatement[]> {
  const { rows } = await client.query<
    EarlierStatement & { readonly machine: MachineReading | null }
  >(
    `SELECT s.id, s.content, s.prefix, s.suffix, s.created_at, w.topics, s.review, s.editor, s.machine,
       (SELECT p.exact FROM span p WHERE p.statement_id = s.id AND p.role = 'source') AS source,
       (SELECT p.exact FROM span p WHERE p.statement_id = s.id AND p.role = 'cue') AS cue
     FROM statement s LEFT JOIN statement_topic_review w ON w.statement_id = s.id
     WHERE s.article_id = $1 AND s.valid_to IS NULL AND s.version_of IS NULL ORDER BY s.position`,
    [articleId],
  );
  // The machine is compared with itself: what an editor has corrected, it finds again as it found it.
  return rows.map(({ machine, ...row }) =>
    machine === null
      ? row
      : {
          ...row,
          content: machine.content.map(({ exact }) => exact).join(' '),
          source: machine.source?.exact ?? null,
          cue: machine.cue?.exact ?? null,
        },
  );
}

/** What the machine found, as pairing sees it. */
export function pairable(text: string, { content, source, cue }: ExtractedStatement): Pairable {
  const words = (span: { start: number; end: number } | null): string | null =>
    span === null ? null : text.slice(span.start, span.end);
  return {
    content: content.map(words).join(' '),
    source: words(source),
    cue: words(cue),
    ...surroundings(text, content),
  };
}
