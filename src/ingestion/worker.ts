// The worker threads' side: everything that takes long. Loaded by pool.ts as compiled code, one exported task each.

import { extract } from '../extraction';
import { assignTopics } from '../topics';
import { readHtml as readPage } from './html/readable';
import type { AnalyseTask, ReadHtmlTask, TaskAnswer } from './tasks';
import { answer } from './tasks';
import type { Analysis, ReadableArticle } from './types';

/** Extracts statements and gives topics. */
export function analyse({ text }: AnalyseTask): TaskAnswer<Analysis> {
  return answer(() => {
    const extraction = extract(text);
    return { extraction, topics: assignTopics(text, extraction) };
  });
}

/** Reads the article of a page. */
export function readHtml({ html, url }: ReadHtmlTask): TaskAnswer<ReadableArticle> {
  return answer(() => readPage(html, url));
}
