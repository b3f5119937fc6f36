// A platform that the native library of the network is not built for: the service starts, and serves by WebAssembly.

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

import type { components } from '../../src/http/contract';
import { removeFolder, startService, temporaryFolder } from './service';

jest.setTimeout(120_000);

const NODE_OPTIONS = `--require ${join(__dirname, 'withoutNative.cjs')}`;
const TEXT =
  'The bridge will open in May, the mayor said on Monday.\n\n“We have waited long enough,” Ms. Adeyemi told reporters.';

let folder: string;
beforeAll(() => {
  folder = temporaryFolder();
});
afterAll(() => removeFolder(folder));

async function extractionBy(settings: Readonly<Record<string, string>>) {
  const service = await startService({ DATA_DIR: folder, ...settings });
  const response = await fetch(`${service.url}/v1/extractions`, {
    method: 'POST',
    headers: { 'content-type': 'text/plain' },
    body: TEXT,
  });
  const body = (await response.json()) as components['schemas']['Extraction'];
  await service.end('SIGTERM');
  const spans = body.statements.map(({ source, cue, content }) => ({ source, cue, content }));
  return { status: response.status, spans };
}

test('without the native library the service answers the same', async () => {
  const probe = ['-p', 'try { require("onnxruntime-node"); "there" } catch { "missing" }'];
  const env = { ...process.env, NODE_OPTIONS };
  expect(execFileSync(process.execPath, probe, { env, encoding: 'utf8' }).trim()).toBe('missing');

  const byWasm = await extractionBy({ NODE_OPTIONS });
  expect(byWasm.status).toBe(200);
  expect(byWasm.spans).toHaveLength(2);
  expect(byWasm).toEqual(await extractionBy({}));
});
