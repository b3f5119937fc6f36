// Each statement of the dev articles as the engine finds it, those that it would leave out included, with what it knows of it
// and whether it is right: what training fits confidence to (calibrate.py) and sorts errors by (errors.py).
//   node scripts/signals.mjs --models models --corpora ../shared/corpora --referee ../shared/eval/score.mjs > signals.jsonl
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

import { bare, createEngine, signalsOf } from './engine.mjs';
import { judge } from './matching.mjs';
import { CORPORA } from './peers.mjs';

const { values } = parseArgs({
  options: {
    models: { type: 'string', default: 'models' },
    corpora: { type: 'string', default: '../shared/corpora' },
    referee: { type: 'string', default: '../shared/eval/score.mjs' },
  },
});
const { isReporting } = await import(pathToFileURL(resolve(values.referee)).href);
const engine = await createEngine(values.models, { keepAll: true });

for (const { file } of CORPORA) {
  const corpus = file.split('/', 1)[0];
  const articles = readFileSync(join(values.corpora, file), 'utf8').split('\n').filter(Boolean);
  for (const { id, text, attributions: annotated } of articles.map((line) => JSON.parse(line))) {
    const golds = annotated.filter(({ content }) => content.length > 0);
    const wordsOf = (spans) => spans.map(([start, end]) => text.slice(start, end)).join(' ');
    const reported = golds.filter(({ cue }) => isReporting(wordsOf(cue))).length;
    const read = await engine.read(text);
    const found = read.extraction.statements.map(bare);
    const signals = signalsOf(text, read);
    const statements = judge(text, golds, found).map(({ partner, right }, i) => {
      const { foundBy, tagged } = read.attributions[i];
      // As the referee counts: by the gold cue where there is one; a lone statement without a cue counts as reported.
      const cue = wordsOf(partner === null ? found[i].cue : golds[partner].cue);
      const isReported = isReporting(cue) || (partner === null && cue === '');
      return {
        ...found[i],
        confidence: read.extraction.statements[i].confidence,
        foundBy,
        scores: tagged?.scores ?? null,
        text: signals[i],
        right,
        reported: isReported,
      };
    });
    const gold = { all: golds.length, reported };
    process.stdout.write(`${JSON.stringify({ corpus, article: id, gold, statements })}\n`);
  }
}
await engine.close();
