import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';

import type { AnalysisPoolOptions } from '../../src/ingestion/pool';
import { createAnalysisPool } from '../../src/ingestion/pool';
import type { AnalysisPool } from '../../src/ingestion/types';
import { refusedLater } from './refusals';
import { MODEL_DIR, startPool } from './worker';

const seed = JSON.parse(
  readFileSync(join(__dirname, '../../seeds/articles/01-state-visit.json'), 'utf8'),
) as { text: string };

describe('with the real worker', () => {
  let pool: AnalysisPool;
  beforeAll(() => {
    pool = startPool({ threads: 1 });
  });
  afterAll(() => pool.close());

  test('analyses a text and hands back plain data whose spans fit', async () => {
    const { extraction, topics } = await pool.analyse(seed.text);
    expect(extraction.statements.length).toBeGreaterThan(5);
    expect(topics.statements).toHaveLength(extraction.statements.length);
    expect(structuredClone(extraction)).toEqual(extraction);
    for (const { content, cue } of extraction.statements) {
      for (const { start, end } of content) expect(seed.text.slice(start, end)).not.toBe('');
      if (cue !== null) expect(seed.text.slice(cue.start, cue.end)).not.toBe('');
    }
  });

  test('a 100 kB article does not hold up the event loop', async () => {
    const text = `${seed.text}\n\n`.repeat(Math.ceil(100_000 / seed.text.length));
    const html = `<article>${text
      .split('\n\n')
      .map((paragraph) => `<p>${paragraph}</p>`)
      .join('')}</article>`;
    await pool.analyse(seed.text);
    const longestDelay = async (): Promise<number> => {
      const delay = monitorEventLoopDelay({ resolution: 5 });
      delay.enable();
      await Promise.all([pool.analyse(text), pool.readHtml(html, null)]);
      delay.disable();
      return delay.max / 1e6;
    };
    // Work on this thread would hold it up each time; another program on the same cores may do so once.
    let longest = Infinity;
    for (let attempt = 0; attempt < 4 && longest >= 50; attempt++)
      longest = Math.min(longest, await longestDelay());
    expect(longest).toBeLessThan(50);
  });

  test('a page that takes too long is refused, and the thread is replaced', async () => {
    const hasty = startPool({ timeoutMs: 1500 });
    // Some 240 levels of blocks, 100 times over: within every limit, and slow for Readability.
    const slow = `<body>${`${'<div>'.repeat(240)}said, and said, and said again${'</div>'.repeat(240)}`.repeat(150)}`;
    const { kind, message } = await refusedLater(hasty.readHtml(slow, null));
    expect([kind, message]).toEqual(['invalid-input', expect.stringMatching(/longer than 1.5 s/)]);
    expect((await hasty.readHtml('<p>Next.', null)).text).toBe('Next.');
    await hasty.close();
  });
});

describe('with a worker that misbehaves', () => {
  const open: AnalysisPool[] = [];
  const start = (options: Partial<AnalysisPoolOptions>): AnalysisPool => {
    const workerFile = join(__dirname, 'workers/misbehaving.cjs');
    const pool = createAnalysisPool({ workerFile, modelDir: MODEL_DIR, threads: 1, ...options });
    open.push(pool);
    return pool;
  };
  const works = async (pool: AnalysisPool): Promise<void> => {
    expect((await pool.analyse('fine')).extraction.engine.name).toBe('fine');
  };
  afterEach(async () => {
    for (const pool of open.splice(0)) await pool.close();
  });

  test('a hung task fails alone, those before and behind it do not', async () => {
    const pool = start({ threads: 2, timeoutMs: 500 });
    const [hung, ...others] = await Promise.allSettled([
      pool.analyse('hang'),
      ...Array.from({ length: 6 }, () => pool.analyse('sleep 150')),
    ]);
    expect(hung.status).toBe('rejected');
    expect(others.map(({ status }) => status)).toEqual(Array(6).fill('fulfilled'));
    await works(pool);
  });

  test('waiting does not count as running', async () => {
    const pool = start({ timeoutMs: 600 });
    await works(pool);
    const all = await Promise.allSettled(
      Array.from({ length: 5 }, () => pool.analyse('sleep 250')),
    );
    expect(all.map(({ status }) => status)).toEqual(Array(5).fill('fulfilled'));
  });

  test('a crashed thread fails its task and is replaced', async () => {
    const pool = start({});
    await expect(pool.analyse('exit')).rejects.toThrow();
    await works(pool);
  });

  test('a thread out of memory fails its task as the sender’s, and is replaced', async () => {
    const pool = start({ maxHeapMb: 32 });
    const { kind, message } = await refusedLater(pool.analyse('eat'));
    expect([kind, message]).toEqual(['invalid-input', expect.stringMatching(/more memory/)]);
    await works(pool);
  });

  test('a bug in the worker stays a bug', async () => {
    const pool = start({});
    await expect(pool.analyse('throw')).rejects.toThrow('a bug');
    await works(pool);
  });

  test('refuses what the queue cannot hold, and takes more when it is shorter', async () => {
    const pool = start({ maxQueue: 2 });
    const taken = [1, 2, 3].map(() => pool.analyse('sleep 100'));
    expect(await refusedLater(pool.analyse('one too many'))).toMatchObject({ kind: 'unavailable' });
    await Promise.all(taken);
    await works(pool);
  });

  test('closing lets running and waiting tasks finish and refuses new ones', async () => {
    const pool = start({});
    const tasks = [1, 2, 3].map(() => pool.analyse('sleep 100'));
    await sleep(20);
    const closed = pool.close();
    expect(await refusedLater(pool.analyse('late'))).toMatchObject({ kind: 'unavailable' });
    expect(await Promise.all(tasks)).toHaveLength(3);
    await closed;
    await pool.close();
  });
});

test('says how to build a worker that is not there', () => {
  expect(() => startPool({ workerFile: '/nowhere/worker.js' })).toThrow(/npm run build/);
});
