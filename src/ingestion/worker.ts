// The worker threads' side: everything that takes long. Loaded by pool.ts as compiled code, one exported task each.
// A thread is a small program of its own, so that it is put together here: the only place of ingestion that knows tagging.

import { workerData } from 'node:worker_threads';

import { extract } from '../extraction';
import { createTagger } from '../tagging';
import { assignTopics } from '../topics';
import { readHtml as readPage } from './html/readable';
import type { AnalyseTask, ReadHtmlTask, TaskAnswer, WorkerSettings } from './tasks';
import { answer, tooSlow } from './tasks';
import type { Analysis, ReadableArticle } from './types';

const { modelDir } = workerData as WorkerSettings;

// Loaded as soon as the thread starts. Whoever asks first hears of a failure, and not the thread, which would end at
// once and be replaced by one that fails again.
const loading = createTagger({ modelDir });
loading.catch(() => undefined);

/** Done when the thread is warm; fails where the model is missing or damaged. */
export async function warmUp(): Promise<void> {
  // The first run of a network pays for its memory.
  await extract('“It is ready,” said Ana Ruiz.', { tagger: await loading });
}

/** Extracts statements and gives topics. */
export function analyse({ text, timeoutMs }: AnalyseTask): Promise<TaskAnswer<Analysis>> {
  return answer(async () => {
    const tagger = await loading;
    const deadline = performance.now() + timeoutMs;
    const mayGoOn = (): boolean => {
      if (performance.now() < deadline) return true;
      throw tooSlow(timeoutMs);
    };
    const extraction = await extract(text, {
      tagger: { ...tagger, tag: (whole) => tagger.tag(whole, mayGoOn) },
    });
    return { extraction, topics: assignTopics(text, extraction) };
  });
}

/** Reads the article of a page. */
export function readHtml({ html, url }: ReadHtmlTask): Promise<TaskAnswer<ReadableArticle>> {
  return answer(() => readPage(html, url));
}
