// The learned part with the repository's own weights, loaded once a test file. Files that use it need the environment
// tests/support/onnxEnvironment.cjs.

import { join } from 'node:path';

import type { Tagger } from '../../src/tagging';
import { createTagger } from '../../src/tagging';

/** The repository's own weights, or those of a folder named explicitly. */
export const MODEL_DIR =
  process.env['VERBATIM_TEST_MODEL'] ?? join(__dirname, '..', '..', 'models');

let loading: Promise<Tagger> | null = null;

/** The tagger of this test file. */
export function testTagger(): Promise<Tagger> {
  loading ??= createTagger({ modelDir: MODEL_DIR });
  return loading;
}
