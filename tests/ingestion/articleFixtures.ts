// The articles of tests/fixtures/articles, each with what must come out of it.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Expected {
  readonly url?: string;
  readonly uri?: string;
  readonly title: string;
  readonly publication: string;
  readonly byline: string;
  readonly publishedAt: string;
  readonly language: string;
  readonly paragraphs: readonly string[];
  readonly absent: readonly string[];
}

const folder = join(__dirname, '../fixtures/articles');

/** An article as it is sent, with what is expected of it. */
export function readFixture(
  name: string,
  extension: string,
): { input: string; expected: Expected } {
  return {
    input: readFileSync(join(folder, `${name}.${extension}`), 'utf8'),
    expected: JSON.parse(readFileSync(join(folder, `${name}.expected.json`), 'utf8')) as Expected,
  };
}
