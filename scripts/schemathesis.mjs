// Fuzzes a running service with the contract (Schemathesis, a Python tool): no 5xx and no answer that openapi.yaml
// does not describe. The tool is installed into .venv/ the first time; without Python or its index it says so.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const VERSION = '4.32.5';
/** For the whole run, so that it stays part of what every change goes through. */
const SECONDS = Number(process.env.SCHEMATHESIS_SECONDS ?? 75);
const CHECKS = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_headers_conformance',
  'response_schema_conformance',
];

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const tool = resolve(install());
const data = mkdtempSync(join(tmpdir(), 'verbatim-schemathesis-'));
const service = spawn(process.execPath, ['--enable-source-maps', 'dist/main.js'], {
  env: { ...process.env, PORT: '0', DATA_DIR: data, DATABASE_URL: '', LOG_LEVEL: 'error' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const stopped = new Promise((resolve) => service.on('exit', resolve));
try {
  const url = await address();
  // One worker: with two, Python's own parser now and then fails ("AST constructor recursion depth mismatch").
  const args = ['run', `${url}/openapi.yaml`, '--url', url, '--seed', '1', '--workers', '1'];
  args.push('--phases', 'examples,coverage,fuzzing', '--max-time', String(SECONDS));
  args.push('--checks', CHECKS.join(','), '--continue-on-failure', '--warnings', 'off');
  args.push('--request-timeout', '20');
  // In the folder that goes away afterwards, since the tool leaves its caches where it runs.
  process.exitCode = spawnSync(tool, args, { stdio: 'inherit', cwd: data }).status ?? 1;
} finally {
  service.kill('SIGTERM');
  await stopped;
  rmSync(data, { recursive: true, force: true });
}

/** Where the service listens, as it says itself. */
async function address() {
  let printed = '';
  for await (const chunk of service.stdout) {
    printed += chunk;
    const found = /http:\/\/[\w.]+:\d+/.exec(printed);
    if (found) {
      service.stdout.resume();
      return found[0];
    }
  }
  throw new Error('The service stopped before it listened.');
}

function install() {
  const command = join('.venv', process.platform === 'win32' ? 'Scripts/st.exe' : 'bin/st');
  const has = () =>
    existsSync(command) &&
    spawnSync(command, ['--version'], { encoding: 'utf8' }).stdout?.includes(VERSION);
  if (has()) return command;
  const python = (args) =>
    spawnSync('python3', args, { stdio: 'inherit', timeout: 120_000 }).status;
  const pip = ['-m', 'pip', '--disable-pip-version-check', 'install', '--quiet', '--retries', '1'];
  if (python(['-m', 'venv', '.venv']) !== 0) skip('there is no Python 3 with venv');
  const installed = spawnSync(
    join('.venv', process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python'),
    [...pip, `schemathesis==${VERSION}`],
    { stdio: 'inherit', timeout: 180_000 },
  );
  if (installed.status !== 0 || !has())
    skip('it cannot be installed (no way to the Python index?)');
  return command;
}

function skip(reason) {
  console.log(`Skipped: Schemathesis was not run, since ${reason}.`);
  process.exit(77);
}
