// The sample articles that the service starts with, loaded through the same door as everybody's.

import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

import { AppError, coerceError } from '../errors';
import type { SaveOutcome } from '../storage/store';
import type { ArticleFields } from './formats/fields';
import { submissionFromFields } from './formats/fields';
import type { Ingestion } from './types';

export type SeedCounts = Readonly<Record<SaveOutcome, number>>;

/** Loads `dir`/articles/*.json one after another, by name: a corrected version must come after what it corrects. */
export async function loadSeeds(dir: string, ingestion: Ingestion): Promise<SeedCounts> {
  const counts: Record<SaveOutcome, number> = { created: 0, revised: 0, unchanged: 0 };
  const folder = join(dir, 'articles');
  const files = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  for (const file of files) counts[await loadSeed(join(folder, file), ingestion)] += 1;
  return counts;
}

async function loadSeed(file: string, ingestion: Ingestion): Promise<SaveOutcome> {
  try {
    const json = await readFile(file, 'utf8');
    const submission = submissionFromFields(JSON.parse(json) as ArticleFields);
    // Without a key, loading once more would take the first version for a correction of the corrected one.
    const requestHash = createHash('sha256').update(json).digest('hex');
    const { outcome } = await ingestion.ingest(submission, {
      key: `seed-${requestHash}`,
      requestHash,
    });
    // No sample is under embargo or taken back.
    return outcome === 'embargoed' || outcome === 'withdrawn' ? 'unchanged' : outcome;
  } catch (error) {
    // Whoever deleted a sample does not want it back.
    if (error instanceof AppError && error.kind === 'gone') return 'unchanged';
    throw new Error(
      `The sample ${basename(file)} could not be loaded: ${coerceError(error).message}`,
      {
        cause: error,
      },
    );
  }
}
