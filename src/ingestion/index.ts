// The door of ingestion: how one article comes in, from whatever it was sent as to the stored statements.

import { coerceError } from '../errors';
import type { ArticleDraft, HeldArticle, IdempotencyClaim, Store } from '../storage/store';
import { requireEnglish } from './language';
import { checkText } from './text';
import type { AnalysisPool, Ingested, Ingestion, ReadableArticle, Submission } from './types';
import { canonicalUrl } from './url';

export { createAnalysisPool } from './pool';
export { loadSeeds } from './seeds';

export interface IngestionDeps {
  readonly store: Store;
  readonly pool: AnalysisPool;
  /** @defaultValue the system's clock */
  readonly clock?: () => Date;
}

/** Articles that are released in one go; the next call takes the next ones. */
const RELEASED_AT_ONCE = 100;

/** Ingestion over a store and a pool of workers. */
export function createIngestion({
  store,
  pool,
  clock = () => new Date(),
}: IngestionDeps): Ingestion {
  const keep = async (draft: ArticleDraft, claim: IdempotencyClaim | null) => {
    // With a claim the save below has to note it, even if it finds nothing to change.
    const known = claim === null ? await store.articles.findUnchanged(draft) : null;
    if (known !== null) return { outcome: 'unchanged', article: known } as const;
    const { extraction, topics } = await pool.analyse(draft.text);
    return store.articles.save(draft, extraction, topics, claim);
  };

  return {
    async ingest(submission, claim) {
      const earlier = claim === null ? null : await store.articles.findByIdempotencyKey(claim);
      if (earlier !== null) return { outcome: 'unchanged', article: earlier };

      const waiting = claim === null ? null : await store.held.findByIdempotencyKey(claim);
      if (waiting !== null) return embargoed(waiting, true);

      const { pubStatus = 'usable', embargoedUntil: until = null } = submission;
      if (pubStatus !== 'usable') return withdraw(store, submission, pubStatus);
      const draft = await readDraft(pool, submission);
      if (until !== null && until > clock()) {
        return embargoed(await store.held.hold(draft, until, claim), false);
      }
      return keep(draft, claim);
    },

    async release(failed = () => undefined) {
      const due = await store.held.due(clock(), RELEASED_AT_ONCE);
      let released = 0;
      for (const held of due) {
        try {
          const { extraction, topics } = await pool.analyse(held.draft.text);
          if ((await store.held.release(held, extraction, topics)) !== null) released += 1;
        } catch (error) {
          const reason = coerceError(error);
          failed(reason);
          // Tried again, but never in the way of those behind it.
          await store.held.failed(held.id, reason.message, clock());
        }
      }
      return released;
    },

    preview: createPreview(pool),
  };
}

const embargoed = ({ id, until }: HeldArticle, replayed: boolean): Ingested => ({
  outcome: 'embargoed',
  id,
  until,
  replayed,
});

/** Its publisher takes it back: what is stored under its address goes, and what waits. */
async function withdraw(
  store: Store,
  submission: Submission,
  reason: 'withheld' | 'canceled',
): Promise<Ingested> {
  const url = identityOf(submission.url);
  if (url === null) return { outcome: 'withdrawn', reason, articleId: null };
  const articleId = await store.articles.withdraw(url, { reason, note: null });
  return { outcome: 'withdrawn', reason, articleId };
}

/** The part of ingestion that needs no store: what a submission would become. */
export function createPreview(pool: AnalysisPool): Ingestion['preview'] {
  return async (submission) => {
    const draft = await readDraft(pool, submission);
    return { draft, ...(await pool.analyse(draft.text)) };
  };
}

async function readDraft(pool: AnalysisPool, submission: Submission): Promise<ArticleDraft> {
  const { html, url } = submission;
  const page = html === null ? null : await pool.readHtml(html, url);
  const draft = mergeDraft(submission, page);
  checkText(draft.text, '');
  const language = requireEnglish(draft.text, {
    declared: submission.language,
    page: page?.language ?? null,
    pointer: submission.format === 'json-ld' ? '/inLanguage' : '/language',
  });
  return { ...draft, language };
}

/** What the sender says goes before what the page says of itself. */
function mergeDraft(
  submission: Submission,
  page: ReadableArticle | null,
): Omit<ArticleDraft, 'language'> {
  return {
    format: submission.format,
    url: identityOf(submission.url) ?? page?.url ?? null,
    title: submission.title ?? page?.title ?? null,
    publication: submission.publication ?? page?.publication ?? null,
    byline: submission.byline ?? page?.byline ?? null,
    publishedAt: submission.publishedAt ?? page?.publishedAt ?? null,
    text: submission.text ?? page?.text ?? '',
  };
}

/** The formats hand in canonical addresses already; this holds it for every other caller. */
function identityOf(url: string | null): string | null {
  if (url === null) return null;
  const reading = canonicalUrl(url);
  return 'url' in reading ? reading.url : null;
}
