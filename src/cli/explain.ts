// `verbatim explain`: why the engine found what it found. For each statement the probabilities behind it and the readings
// that came second: what an engineer needs to mend a mistake.

import { readFile } from 'node:fs/promises';

import { Command } from 'commander';
import pc from 'picocolors';

import { MODEL_DIR, readConfig } from '../config';
import type { Attribution } from '../extraction';
import { explain } from '../extraction';
import type { ExtractedStatement, Span } from '../extraction/types';
import { createPreview } from '../ingestion';
import { createTagger } from '../tagging';
import type { Alternative } from '../tagging/types';
import { readDocument } from './extract';
import { writeLine } from './lines';
import { printable } from './listing';
import { withPool } from './session';

export function explainCommand(): Command {
  return new Command('explain')
    .argument('<file>', 'a text, a page (HTML) or an article as JSON')
    .description('show the scores behind each statement of a text, and what came second')
    .action(explainFile);
}

async function explainFile(file: string): Promise<void> {
  const submission = readDocument(await readFile(file), file);
  const { draft } = await withPool({ ...readConfig(), workerThreads: 1 }, (pool) =>
    createPreview(pool)(submission),
  );
  const tagger = await createTagger({ modelDir: MODEL_DIR });
  const { extraction, attributions } = await explain(draft.text, { tagger });
  const { name, version } = tagger.model;
  await tagger.close();
  const blocks = extraction.statements.map((statement, i) =>
    explanation(draft.text, statement, attributions[i]!, i + 1),
  );
  const { engine } = extraction;
  const summary = `engine ${engine.name} ${engine.version}, model ${name} ${version}`;
  await writeLine(process.stdout, [...blocks, pc.dim(summary)].join('\n\n'));
}

/** One statement: its words, how sure the model is of each part, and the runners-up with their odds. */
export function explanation(
  text: string,
  { source, cue, content, confidence }: ExtractedStatement,
  { foundBy, tagged }: Attribution,
  number: number,
): string {
  const words = (...spans: readonly Span[]): string =>
    spans.map((span) => printable(text, span)).join(' … ') || '-';
  const lines = [
    `${number}  ${pc.cyan(source ? words(source) : '-')} | ${pc.yellow(cue ? words(cue) : '-')} | ${pc.green(words(...content))}`,
    `   confidence ${figure(confidence)}, found by ${foundBy === 'model' ? 'the model' : `the rule for a ${foundBy}`}`,
  ];
  if (tagged === null) return lines.join('\n');
  const { scores, alternatives } = tagged;
  const alternative = (other: Alternative | null): string =>
    other === null
      ? 'none'
      : `odds ${figure(other.odds)}: ${other.source ? words(other.source) : '-'} | ${words(...other.content)}`;
  lines.push(
    `   cue      ${figure(scores.cue)}`,
    `   source   ${figure(scores.source)}, its words ${figure(scores.sourceWords)}; next ${alternative(alternatives.source)}`,
    `   content  ${figure(scores.content)}, its words ${figure(scores.contentWords)}; next ${alternative(alternatives.content)}`,
  );
  return lines.join('\n');
}

const figure = (value: number): string => value.toFixed(value < 0.1 ? 4 : 2);
