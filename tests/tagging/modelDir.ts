// Where the tests of the whole tagger find its weights: the repository's own, or those of a folder named explicitly.

import { existsSync } from 'node:fs';
import { join } from 'node:path';

export const MODEL_DIR =
  process.env['VERBATIM_TEST_MODEL'] ?? join(__dirname, '..', '..', 'models');

export const HAS_MODEL = existsSync(join(MODEL_DIR, 'manifest.json'));
