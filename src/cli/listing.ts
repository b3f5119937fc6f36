// An extraction as a person reads it in a terminal: one block a statement, colours where the terminal has them.

import pc from 'picocolors';

import type { ExtractedStatement, Extraction, Span, SpeakerLink } from '../extraction/types';

const LABEL_WIDTH = 9;
const MARGIN = 3;

/** The whole listing: a block for every statement, then one line that sums up. */
export function listing(text: string, extraction: Extraction, width = 100): string {
  const blocks = extraction.statements.map((statement, index) =>
    block(text, extraction, statement, index + 1, width),
  );
  return [...blocks, summary(extraction)].join('\n\n');
}

function block(
  text: string,
  extraction: Extraction,
  statement: ExtractedStatement,
  number: number,
  width: number,
): string {
  const says = statement.speakers.map((link) => pc.bold(pc.cyan(nameOf(extraction, link))));
  const who = says.length > 0 ? says.join(' and ') : pc.dim('speaker not resolved');
  const manner = [
    statement.form,
    statement.cue?.class,
    statement.negation === null ? null : 'negated',
    statement.hedge === null ? null : 'hedged',
    statement.parent === null ? null : `inside ${statement.parent + 1}`,
    `confidence ${statement.confidence.toFixed(2)}`,
  ].filter((part) => part !== null && part !== undefined);

  const rows: [label: string, value: string, colour: (words: string) => string][] = [];
  if (statement.source !== null) {
    rows.push(['source', sourceRow(text, extraction, statement, statement.source), pc.cyan]);
  }
  if (statement.cue !== null) rows.push(['cue', printable(text, statement.cue), pc.yellow]);
  for (const span of statement.content) rows.push(['content', printable(text, span), pc.green]);

  const heading = `${String(number).padStart(MARGIN)}  ${who}  ${pc.dim(manner.join(', '))}`;
  return [heading, ...rows.map(([label, value, colour]) => row(label, value, colour, width))].join(
    '\n',
  );
}

/** The source words, and how they led to a name: `He → Tokayev (pronoun)`. */
function sourceRow(
  text: string,
  extraction: Extraction,
  statement: ExtractedStatement,
  source: Span,
): string {
  const ways = statement.speakers.map((link) => {
    const chain = [...link.mentions.map((mention) => printable(text, mention))];
    const name = nameOf(extraction, link);
    if (chain.at(-1) !== name) chain.push(name);
    const steps = chain.filter((step, index) => index > 0 || step !== printable(text, source));
    return `${steps.map((step) => ` → ${step}`).join('')} (${link.resolvedBy})`;
  });
  return printable(text, source) + ways.join(';');
}

function row(
  label: string,
  value: string,
  colour: (words: string) => string,
  width: number,
): string {
  const indent = ' '.repeat(MARGIN + 2);
  const lines = wrap(value, Math.max(30, width - indent.length - LABEL_WIDTH));
  return lines
    .map((line, index) => {
      const head = pc.dim((index === 0 ? label : '').padEnd(LABEL_WIDTH));
      return `${indent}${head}${colour(line)}`;
    })
    .join('\n');
}

function wrap(value: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of value.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}

function summary({ statements, speakers, engine }: Extraction): string {
  const unresolved = statements.filter((statement) => statement.speakers.length === 0).length;
  const parts = [count(statements.length, 'statement'), count(speakers.length, 'speaker')];
  if (unresolved > 0) parts.push(`${unresolved} without a resolved speaker`);
  return pc.dim(`${parts.join(', ')} (engine ${engine.name} ${engine.version})`);
}

const nameOf = (extraction: Extraction, link: SpeakerLink): string =>
  extraction.speakers[link.speaker]?.name ?? '';

/** Control characters of the text must not reach the terminal, where they could move the cursor or worse. */
export const printable = (text: string, { start, end }: Span): string =>
  text
    .slice(start, end)
    .replace(/\s+/g, ' ')
    .replace(/\p{Cc}/gu, '\uFFFD');

export const count = (number: number, noun: string): string =>
  `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`;
