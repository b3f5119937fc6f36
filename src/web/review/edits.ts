// An editor's word through the API: every write says which state of the statement it was decided on.

import type { Schemas, Statement } from '../api';
import { client, dataOf, Failed } from '../api';

/** A statement, and the tag of that state. */
export interface Tagged {
  readonly statement: Statement;
  readonly tag: string;
}

/** What can be taken back, with the state that it led to. */
export interface Done extends Tagged {
  readonly told: string;
}

type Answer = Promise<{ data?: Statement | undefined; error?: unknown; response: Response }>;

async function tagged(answer: Answer): Promise<Tagged> {
  const { data, error, response } = await answer;
  const statement = await dataOf<Statement>(
    Promise.resolve({ ...(data === undefined ? {} : { data }), error, response }),
  );
  return { statement, tag: response.headers.get('ETag') ?? '' };
}

export const readTagged = (id: string, signal?: AbortSignal): Promise<Tagged> =>
  tagged(
    client.GET('/v1/statements/{statementId}', {
      params: { path: { statementId: id } },
      ...(signal === undefined ? {} : { signal }),
    }) as Answer,
  );

/** Says an editor's word on the state that was looked at; 412 where another editor was quicker. */
export const edit = (at: Tagged, word: Schemas['StatementEdit']): Promise<Tagged> =>
  tagged(
    client.PATCH('/v1/statements/{statementId}', {
      params: { path: { statementId: at.statement.id }, header: { 'If-Match': at.tag } },
      body: word,
    }),
  );

/** Takes the latest change of a statement back, unless the statement is no longer what that change made of it. */
export async function undo({ statement: { id }, tag }: Tagged): Promise<Tagged> {
  const { items } = await dataOf(
    client.GET('/v1/statements/{statementId}/history', {
      params: { path: { statementId: id }, query: { limit: 20 } },
    }),
  );
  const latest = items.find(({ undone }) => undone === null);
  if (latest === undefined) {
    throw new Failed({
      title: 'Nothing is left to take back',
      advice: 'Somebody has taken it back already.',
      status: 409,
    });
  }
  return await tagged(
    client.POST('/v1/statements/{statementId}/history/{changeId}/undo', {
      params: { path: { statementId: id, changeId: latest.id }, header: { 'If-Match': tag } },
    }),
  );
}
