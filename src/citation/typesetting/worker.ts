// The typesetter's thread, and the only importer of citation-js. It is handed finished CSL-JSON: citation-js would fetch
// an address, and it must never be given a string.

import '@citation-js/plugin-csl';

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { Cite, plugins } from '@citation-js/core';

import type { StyleName, TypesetReference } from '../types';
import type { TypesetTask } from './index';

/** APA comes with the plugin; the others lie in data/, as the Citation Style Language project publishes them. */
const FILES: Readonly<Partial<Record<StyleName, string>>> = {
  mla: 'modern-language-association.csl',
  chicago: 'chicago-notes-bibliography.csl',
};

for (const [style, file] of Object.entries(FILES)) {
  plugins.config.get('@csl').styles.add(style, readFileSync(join(__dirname, 'data', file), 'utf8'));
}

// Styles take <i> and the like for markup; a headline that has it means the characters. A noncharacter stands in.
const ANGLE = '\uFDD0';

/** Sets one work: how the text refers to it, and its entry in the list of references. */
export function typeset({ style, work, lead }: TypesetTask): TypesetReference {
  const item = plain(work);
  const cite = new Cite([item], { generateGraph: false, forceType: '@csl/list+object' });
  const inText = cite.format('citation', {
    style,
    lang: 'en-US',
    format: 'text',
    entry: { id: work.id, prefix: shielded(lead) },
  });
  const entry = cite.format('bibliography', { style, lang: 'en-US', format: 'text' });
  return { inText: unshielded(inText), entry: unshielded(entry) };
}

function plain(work: TypesetTask['work']): object {
  return JSON.parse(JSON.stringify(work), (_key, value: unknown) =>
    typeof value === 'string' ? shielded(value) : value,
  ) as object;
}

function shielded(text: string): string {
  return text.replaceAll(ANGLE, '').replaceAll('<', ANGLE);
}

function unshielded(text: string): string {
  return text.replaceAll(ANGLE, '<').trim();
}
