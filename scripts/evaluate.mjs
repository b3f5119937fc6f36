// The score card: runs the engine over the annotated corpora and prints precision, recall and F1 of each layer.
// The corpora may not be passed on, so they lie beside the repository (CORPORA, by default ../shared).
import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const shared = resolve(process.env.CORPORA ?? '../shared');
const scorer = join(shared, 'eval', 'score.mjs');
const corpora = ['polnear/dev.jsonl', 'bbc/gold-dev.jsonl', 'wikinews/dev.jsonl']
  .map((name) => ({ name, file: join(shared, 'corpora', name) }))
  .filter(({ file }) => existsSync(file));

if (!existsSync(scorer) || corpora.length === 0) {
  console.log(`Skipped: no annotated corpora in ${shared}.`);
  process.exit(77);
}

const scratch = mkdtempSync(join(tmpdir(), 'verbatim-evaluate-'));
const engine = ['--enable-source-maps', 'dist/cli.js', 'extract', '--jsonl'];
let failed = false;
for (const { name, file } of corpora) {
  const predictions = join(scratch, 'predictions.jsonl');
  const input = openSync(file, 'r');
  const output = openSync(predictions, 'w');
  const began = Date.now();
  const run = spawnSync(process.execPath, engine, { stdio: [input, output, 'inherit'] });
  closeSync(input);
  closeSync(output);
  console.log(`\n${name}: extracted in ${((Date.now() - began) / 1000).toFixed(1)} s`);
  const scored =
    run.status === 0 &&
    spawnSync(process.execPath, [scorer, file, predictions, ...process.argv.slice(2)], {
      stdio: 'inherit',
    }).status === 0;
  if (!scored) failed = true;
}
rmSync(scratch, { recursive: true, force: true });
process.exitCode = failed ? 1 : 0;
