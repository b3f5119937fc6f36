// Everything that must hold before a change is merged: `npm run check`, and .ci/run after a clean install.
// Runs all of it even when something fails, and ends with one line: tests: N passed, N failed.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const scratch = mkdtempSync(join(tmpdir(), 'verbatim-check-'));
const bin = (name) => join('node_modules', '.bin', name);
const contractTypes = ['openapi.yaml', '--output', 'src/http/contract.ts'];
const jestReport = join(scratch, 'jest.json');

// Each is one test, save jest, which counts its own; `optional` ones may end with SKIPPED (see below).
const checks = [
  ['build', 'node', ['scripts/build.mjs']],
  ['formatting', bin('prettier'), ['--check', '--log-level', 'warn', '.']],
  ['lint', bin('eslint'), ['.']],
  ['types', bin('tsc'), ['-p', 'tsconfig.check.json']],
  ['types of the page', bin('tsc'), ['-p', 'src/web']],
  ['contract lint', bin('redocly'), ['lint', 'openapi.yaml']],
  ['contract types are up to date', bin('openapi-typescript'), [...contractTypes, '--check']],
  ['tests', bin('jest'), ['--json', `--outputFile=${jestReport}`]],
  ['score card', 'node', ['scripts/eval.mjs', '--check']],
];
const lastChecks = [
  ['score card of verification', 'node', ['scripts/evalVerify.mjs', '--check']],
  ['schemathesis', 'node', ['scripts/schemathesis.mjs']],
];

/** The exit code of a check that could not run here (a corpus or the Python index out of reach) and says so. */
const SKIPPED = 77;
const totals = { passed: 0, failed: 0 };
const failures = [];

for (const check of checks) await run([check]);
// Each keeps one core busy: side by side they take 120 seconds instead of 215.
await run(lastChecks);

rmSync(scratch, { recursive: true, force: true });
if (failures.length > 0) console.log(`\nFailed: ${failures.join(', ')}`);
console.log(`tests: ${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed > 0 ? 1 : 0;

/** Runs checks at once; what several of them print is shown one after the other. */
async function run(together) {
  const runs = together.map(async ([name, command, args]) => {
    const began = Date.now();
    const alone = together.length === 1;
    if (alone) console.log(`\n== ${name}`);
    const output = join(scratch, `${name}.txt`);
    const shown = alone ? 'inherit' : openSync(output, 'w');
    const child = spawn(command, args, {
      // What jest prints on stdout with --json is the report, which is in the file anyway.
      stdio: ['ignore', name === 'tests' ? 'ignore' : shown, shown],
      env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
    });
    const status = await new Promise((resolve) => {
      child.on('error', (error) => {
        console.error(`${name}: ${error.message}`);
        resolve(null);
      });
      child.on('close', resolve);
    });
    return { name, status, seconds: (Date.now() - began) / 1000, output: alone ? null : output };
  });
  for (const running of runs) {
    const { name, status, seconds, output } = await running;
    if (output !== null) console.log(`\n== ${name}\n${readFileSync(output, 'utf8')}`);
    const outcome = name === 'tests' ? readJestReport(status) : countOne(status);
    totals.passed += outcome.passed;
    totals.failed += outcome.failed;
    if (outcome.failed > 0) failures.push(name);
    const word = outcome.failed > 0 ? 'FAILED' : status === SKIPPED ? 'skipped' : 'ok';
    console.log(`-- ${name}: ${word}, ${seconds.toFixed(1)} s`);
  }
}

function countOne(status) {
  if (status === SKIPPED) return { passed: 0, failed: 0 };
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

function readJestReport(status) {
  if (!existsSync(jestReport)) return { passed: 0, failed: 1 };
  const report = JSON.parse(readFileSync(jestReport, 'utf8'));
  // A file that cannot even be loaded has no tests to count; neither has a failing global tear-down.
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  const failed = report.numFailedTests + broken;
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && status !== 0 ? 1 : failed,
  };
}
