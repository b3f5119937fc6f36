// Worker threads and their weights: loaded before the first article, and missed with a sentence that says what to do.

import { cpSync, mkdtempSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { MODEL_DIR, startPool } from './worker';

const ENCODER = 'attribution.int8.onnx';

test('a pool is ready once every thread has read a sentence', async () => {
  const pool = startPool({ threads: 2 });
  await pool.ready();
  const analyses = await Promise.all(
    [1, 2].map((day) => pool.analyse(`It rained, the mayor said on day ${day}.`)),
  );
  expect(analyses.map(({ extraction }) => extraction.statements.length)).toEqual([1, 1]);
  await pool.close();
});

test('a text that takes too long ends its thread amid the network, and the next one reads on', async () => {
  const pool = startPool({ timeoutMs: 1500 });
  await pool.ready();
  const long = 'The harbour was closed, the mayor of the old town said on Monday. '.repeat(20_000);
  await expect(pool.analyse(long)).rejects.toThrow(/longer than 1.5 s/);
  const { extraction } = await pool.analyse('It rained, the mayor said.');
  expect(extraction.statements).toHaveLength(1);
  await pool.close();
});

describe('a model folder that is not whole', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'verbatim-model-'));
    cpSync(MODEL_DIR, folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test.each([
    ['missing', () => rmSync(join(folder, ENCODER)), 'cannot be read. Fetch the models folder'],
    ['cut short', () => truncateSync(join(folder, ENCODER), 1000), 'is not the file that'],
  ])(
    'weights that are %s are named when the pool is asked whether it is ready',
    async (_title, damage, message) => {
      damage();
      const pool = startPool({ modelDir: folder });
      await expect(pool.ready()).rejects.toThrow(message);
      await pool.close();
    },
  );
});
