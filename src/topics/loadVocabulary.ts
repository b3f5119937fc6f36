// Reads the topics' data files, which the build puts beside the compiled code. The only file here that touches a disk.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Vocabulary } from './vocabulary';
import { buildVocabulary } from './vocabulary';

/** The IPTC taxonomy with the words that news uses for its topics. */
export function loadVocabulary(): Vocabulary {
  const read = (name: string): string => readFileSync(join(__dirname, 'data', name), 'utf8');
  return buildVocabulary(read('iptc-media-topics.tsv'), read('keywords.tsv'));
}
