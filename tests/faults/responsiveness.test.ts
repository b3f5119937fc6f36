// A long article is read in a worker thread: whoever asks for a health check meanwhile does not notice.

import { existsSync, readFileSync } from 'node:fs';

import type { Service } from './service';
import { postText, removeFolder, startService, temporaryFolder } from './service';

jest.setTimeout(60_000);

const BYTES = 100_000;
const MOST_MS = 50;

let folder: string;
let service: Service;
beforeAll(async () => {
  folder = temporaryFolder();
  service = await startService({ DATA_DIR: folder });
});
afterAll(async () => {
  await service.end('SIGTERM');
  await removeFolder(folder);
});

/** News prose of about 100 kB; another `seed` gives another article. */
function longArticle(seed: number): string {
  const paragraphs: string[] = [];
  for (let length = 0, i = 0; length < BYTES; i++) {
    const paragraph =
      `The harbour board of Port ${seed} met for day ${i}. Its chair, Ana Ruiz, said that berth ${i} would close ` +
      `in May. “We have no choice,” she told reporters, “and the money is gone.” Engineer Paul Berg denied that, ` +
      `and according to a report of the ministry, ${i} berths are sound.`;
    paragraphs.push(paragraph);
    length += paragraph.length + 2;
  }
  return paragraphs.join('\n\n');
}

/**
 * Milliseconds that the service's main thread has computed so far. Where the system tells: when tests share two cores
 * with others, waiting for one of them is no fault of the service. Elsewhere, the time of day has to do.
 */
function computed(): number {
  const file = `/proc/${service.pid}/task/${service.pid}/schedstat`;
  if (!existsSync(file)) return performance.now();
  return Number(readFileSync(file, 'utf8').split(' ')[0]) / 1_000_000;
}

/** The longest that the service computed between the question and the answer of a health check while `work` went on. */
async function slowestHealthCheck(work: Promise<unknown>): Promise<number> {
  let over = false;
  void work.finally(() => (over = true));
  let slowest = 0;
  while (!over) {
    const asked = computed();
    await (await fetch(`${service.url}/healthz`)).arrayBuffer();
    slowest = Math.max(slowest, computed() - asked);
  }
  return slowest;
}

test.each(['/v1/articles', '/v1/extractions'])(
  `100 kB to %s delay no health check by more than ${MOST_MS} ms`,
  async (path) => {
    const slowest: number[] = [];
    for (let article = 0; article < 3; article++) {
      const answer = postText(service.url, longArticle(article), path);
      const whole = answer.then((response) => response.arrayBuffer());
      slowest.push(await slowestHealthCheck(whole));
      expect((await answer).ok).toBe(true);
    }
    expect(Math.max(...slowest)).toBeLessThanOrEqual(MOST_MS);
  },
);
