// `kill -9` in a loop while articles come in: what was acknowledged is there with all its statements, and nothing is
// there by half.

import { setTimeout as sleep } from 'node:timers/promises';

import type { Service } from './service';
import { postText, removeFolder, startService, temporaryFolder } from './service';

jest.setTimeout(90_000);

const ROUNDS = 5;
const SENDERS = 3;

interface Ingested {
  readonly article: { readonly id: string; readonly statementCount: number };
  readonly statements: readonly { readonly id: string; readonly text: string }[];
}

let folder: string;
let service: Service;
beforeAll(() => {
  folder = temporaryFolder();
});
afterAll(async () => {
  await service.end('SIGTERM');
  await removeFolder(folder);
});

const articleText = (number: number): string =>
  Array.from(
    { length: 12 },
    (_, line) =>
      `Mayor Ana Ruiz said that section ${line} of bridge ${number} would open in May. ` +
      `“We are ready for day ${line},” engineer Paul Berg of yard ${number} told reporters.`,
  ).join('\n\n');

/** Posts one article after another until the service is gone; gives what it acknowledged. */
async function send(url: string, nextNumber: () => number): Promise<Ingested[]> {
  const acknowledged: Ingested[] = [];
  for (;;) {
    try {
      const response = await postText(url, articleText(nextNumber()));
      const body = (await response.json()) as Ingested;
      // The whole answer has arrived: only now may a sender take the article for stored.
      expect(response.status).toBe(201);
      acknowledged.push(body);
    } catch (error) {
      // By name: fetch lives outside jest's sandbox and throws that world's TypeError.
      if ((error as Error).name === 'TypeError') return acknowledged;
      throw error;
    }
  }
}

async function items<T>(path: string): Promise<T[]> {
  const all: T[] = [];
  let cursor: string | null = null;
  do {
    const query: string = `limit=100${cursor === null ? '' : `&cursor=${cursor}`}`;
    const response = await fetch(`${service.url}${path}?${query}`);
    expect(response.status).toBe(200);
    const page = (await response.json()) as { items: T[]; nextCursor: string | null };
    all.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return all;
}

test('every acknowledged article survives whole, and none is half there', async () => {
  let number = 0;
  const acknowledged: Ingested[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    service = await startService({ DATA_DIR: folder });
    const senders = Array.from({ length: SENDERS }, () => send(service.url, () => ++number));
    // Another moment every time, so that the kill meets requests at different steps.
    await sleep(900 + 230 * round);
    await service.end('SIGKILL');
    acknowledged.push(...(await Promise.all(senders)).flat());
  }
  expect(acknowledged.length).toBeGreaterThan(ROUNDS);

  service = await startService({ DATA_DIR: folder });
  for (const { article, statements } of acknowledged) {
    const stored = await items<{ id: string; text: string }>(
      `/v1/articles/${article.id}/statements`,
    );
    expect(stored.map(({ id, text }) => [id, text])).toEqual(
      statements.map(({ id, text }) => [id, text]),
    );
  }

  const articles = await items<{ id: string; statementCount: number }>('/v1/articles');
  // At most one a sender and round was stored without the answer having come through.
  expect(articles.length).toBeGreaterThanOrEqual(acknowledged.length);
  expect(articles.length).toBeLessThanOrEqual(acknowledged.length + ROUNDS * SENDERS);
  const whole = acknowledged[0]?.statements.length;
  expect(whole).toBeGreaterThanOrEqual(24);
  for (const { id, statementCount } of articles) {
    const stored = await items(`/v1/articles/${id}/statements`);
    expect([stored.length, statementCount]).toEqual([whole, whole]);
  }
});
