// What editors do to statements: confirm, reject, correct, undo. Each on the state that the editor has seen, and kept in the history.

import type { Request, Response } from 'express';
import { Router } from 'express';

import { AppError } from '../../errors';
import type {
  StatementChangeRecord,
  StatementRecord,
  TopicChangeRecord,
} from '../../storage/records';
import type { EditorsWord, StatementEdit, Store } from '../../storage/store';
import { requireWriteAccess, writerOf } from '../access';
import { pageOf, sendRead, sendUncached } from '../answer';
import { bytesOf, jsonOf, readJsonBytes } from '../body';
import type { AppDeps } from '../deps';
import { etagOf } from '../etag';
import { limitOf } from '../excerpts';
import { type MarkedFields, readingOf } from '../markedSpans';
import { checkIfMatch, readIfMatch } from '../precondition';
import { presentStatement } from '../present/statement';
import { presentStatementChange } from '../present/statementChange';
import { presentTopicsChange } from '../present/topic';
import { emptyQuery } from '../schemas/lists';
import { speakerPageQuery } from '../schemas/speakers';
import { statementEdit } from '../schemas/statementEdits';
import { pageRequest } from '../statementFilter';
import { readUndo } from '../undoing';
import { readBody, readId, readQuery } from '../validate';

/** `whole` is the store without limits of what may be shown. */
export function statementEditRoutes(deps: AppDeps, whole: AppDeps['store']): Router {
  const { store } = deps;
  const router = Router({ strict: true, caseSensitive: true });
  const before = [requireWriteAccess(deps), ...readJsonBytes(deps)];

  router.patch('/v1/statements/:statementId', ...before, async (req, res) => {
    const { id, wordOf } = begin(req, res);
    const { by, note, ...said } = readBody(statementEdit, jsonOf(bytesOf(req)));
    const edit = await editOf(whole, id, said);
    sendChanged(res, await store.statements.edit(id, edit, wordOf(by, note)));
  });

  router.get('/v1/statements/:statementId/history', async (req, res) => {
    const query = readQuery(speakerPageQuery, req);
    const id = readId(req.params['statementId'], 'statement');
    const found = await store.statements.history(id, pageRequest(query));
    const limits = deps.settings.excerptLimits;
    const limit =
      limits.size === 0
        ? null
        : limitOf(limits, (await store.statements.get(id)).article.publication);
    const present = (change: StatementChangeRecord | TopicChangeRecord) =>
      change.kind === 'topics'
        ? presentTopicsChange(change)
        : presentStatementChange(change, limit);
    sendRead<'listStatementHistory'>(res, pageOf(req, res, found, present));
  });

  router.post('/v1/statements/:statementId/history/:changeId/undo', ...before, async (req, res) => {
    const { id, wordOf } = begin(req, res);
    const { by, note, changeId } = readUndo(req);
    const statement = await store.statements.undo(id, changeId, wordOf(by, note));
    sendChanged(res, statement);
  });

  return router;
}

function begin(
  req: Request,
  res: Response,
): {
  id: string;
  wordOf: (by: string | undefined, note: string | undefined) => EditorsWord<StatementRecord>;
} {
  readQuery(emptyQuery, req);
  const id = readId(req.params['statementId'], 'statement');
  const ifMatch = readIfMatch(req);
  return {
    id,
    wordOf: (by = writerOf(res), note) => ({
      by,
      note: note ?? null,
      check: (current) => {
        checkIfMatch(ifMatch, JSON.stringify(presentStatement(current)));
      },
    }),
  };
}

/** What was sent → what is stored: offsets are read in the text that the statement stands in. */
async function editOf(
  store: Store,
  id: string,
  { review, speakers, topics, ...marked }: Said,
): Promise<StatementEdit> {
  const marks = Object.keys(marked).length > 0;
  const corrects = marks || speakers !== undefined;
  if (review === 'machine' && corrects) {
    throw new AppError(
      'invalid-input',
      '`machine` takes every word back: send it without speakers, content, source and cue.',
      { fields: [{ pointer: '/review', message: 'cannot be machine beside a correction' }] },
    );
  }
  const statement = await store.statements.get(id);
  const { id: articleId, revision } = statement.article;
  const text = marks ? (await store.articles.text(articleId, { revision })).text : '';
  return {
    review:
      review === 'confirmed' && corrects
        ? 'corrected'
        : (review ?? (corrects ? 'corrected' : null)),
    revision,
    reading: marks ? readingOf(text, statement, marked) : null,
    speakers: speakers ?? null,
    topics: topics ?? null,
  };
}

type Said = MarkedFields & {
  readonly review?: 'confirmed' | 'rejected' | 'machine';
  readonly speakers?: NonNullable<StatementEdit['speakers']>;
  readonly topics?: readonly string[];
};

/** Both changes answer alike. */
function sendChanged(res: Response, statement: StatementRecord): void {
  const body = presentStatement(statement);
  res.set('ETag', etagOf(JSON.stringify(body)));
  sendUncached<'editStatement'>(res, body);
}
