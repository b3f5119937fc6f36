// Reads BibTeX and RIS with parsers that had no part in writing them.

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

export interface ReadItem {
  readonly type: string;
  readonly title?: string;
  readonly author?: readonly Record<string, string>[];
  readonly 'container-title'?: string;
  readonly issued?: { readonly 'date-parts': readonly (readonly number[])[] };
  readonly URL?: string;
}

/** The items of a file as CSL-JSON. */
export function readBack(text: string, kind: '@bibtex/text' | '@ris/file'): readonly ReadItem[] {
  const reader = join(__dirname, 'reader.cjs');
  const json = execFileSync(process.execPath, [reader, kind], { input: text, encoding: 'utf8' });
  return JSON.parse(json) as ReadItem[];
}
