// Sections of docs/scorecard.md that have a measurement of their own: each stands between two marks, and is replaced alone.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { format, resolveConfig } from 'prettier';

export const CARD = join('docs', 'scorecard.md');

const marked = (name) => new RegExp(`<!-- ${name} -->[^]*<!-- /${name} -->\\n?`);

/** Puts a section in its place, at the end of the card the first time. */
export async function writeSection(name, text) {
  const block = `<!-- ${name} -->\n\n${text}\n<!-- /${name} -->\n`;
  const card = readFileSync(CARD, 'utf8');
  const next = marked(name).test(card)
    ? card.replace(marked(name), () => block)
    : `${card}\n${block}`;
  writeFileSync(CARD, await format(next, { ...(await resolveConfig(CARD)), parser: 'markdown' }));
}

/** The sections as they are, for whoever writes the rest of the card anew. */
export function keptSections(...names) {
  if (!existsSync(CARD)) return '';
  const card = readFileSync(CARD, 'utf8');
  return names.map((name) => marked(name).exec(card)?.[0] ?? '').join('\n');
}
