import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { submissionFromFields } from '../../src/ingestion/formats/fields';
import { submissionFromHtml } from '../../src/ingestion/formats/html';
import { submissionFromJsonLd } from '../../src/ingestion/formats/jsonLd';
import { submissionFromText } from '../../src/ingestion/formats/text';
import { createIngestion, loadSeeds } from '../../src/ingestion/index';
import type { AnalysisPool, Ingestion } from '../../src/ingestion/types';
import type { SavedArticle } from '../../src/storage';
import { useTestStore } from '../storage/testStore';
import { readFixture } from './articleFixtures';
import { refusedLater } from './refusals';
import { startPool } from './worker';

const SEEDS = join(__dirname, '../../seeds');
const TEXT = '🌉 The bridge:\r\n\r\n“It will be finished by the autumn,” Ruth Ashdown said.\r\n';

const db = useTestStore();
let pool: AnalysisPool;
let ingestion: Ingestion;

/** Ingests what is stored at once. */
async function stored(...given: Parameters<Ingestion['ingest']>): Promise<SavedArticle> {
  const ingested = await ingestion.ingest(...given);
  if (ingested.outcome === 'embargoed' || ingested.outcome === 'withdrawn')
    throw new Error(ingested.outcome);
  return ingested;
}
beforeAll(() => {
  pool = startPool();
  ingestion = createIngestion({ store: db.store, pool });
});
afterAll(() => pool.close());

/** All statements of an article, in text order. */
async function statementsOf(articleId: string) {
  const page = await db.store.statements.list({ articleId }, 'position', {
    limit: 100,
    cursor: null,
  });
  return page.items;
}

test('stores a text exactly as it came, with statements whose spans fit it', async () => {
  const { outcome, article } = await stored(submissionFromText(TEXT), null);
  expect(outcome).toBe('created');
  const { text } = await db.store.articles.text(article.id);
  expect(text).toBe(TEXT);
  const statements = await statementsOf(article.id);
  expect(
    statements.map(({ source, content }) => [source?.exact, content.map(({ exact }) => exact)]),
  ).toEqual([['Ruth Ashdown', ['“It will be finished by the autumn,”']]]);
  for (const { content } of statements) {
    for (const { start, end, exact } of content) expect(text.slice(start, end)).toBe(exact);
  }
});

test('stores the derived text of a page, and what the page says of itself', async () => {
  const { input, expected } = readFixture('gannet-light', 'html');
  const { article } = await stored(submissionFromHtml(input), null);
  expect(article).toMatchObject({
    url: expected.url,
    title: expected.title,
    publication: expected.publication,
    byline: expected.byline,
    publishedAt: new Date(expected.publishedAt),
    language: 'en-GB',
  });
  const { text } = await db.store.articles.text(article.id);
  expect(text).toContain(expected.paragraphs[1]);
  expect((await statementsOf(article.id)).length).toBeGreaterThan(5);
});

test('believes the sender before the page', async () => {
  const { input } = readFixture('gannet-light', 'html');
  const known = {
    url: 'https://mirror.example/a',
    title: 'Lamp',
    publication: 'The Mirror',
    language: 'en',
  };
  const { draft } = await ingestion.preview(submissionFromHtml(input, known));
  expect(draft).toMatchObject({ ...known, byline: 'Nadia Perrault, Ben Sarratt' });
});

test('reads markup within JSON-LD', async () => {
  const { draft } = await ingestion.preview(
    submissionFromJsonLd({
      '@type': 'NewsArticle',
      articleBody: '<p>Mayor Ashdown said “no”.</p><p>She left.</p>',
    }),
  );
  expect(draft).toMatchObject({ format: 'json-ld', text: 'Mayor Ashdown said “no”.\n\nShe left.' });
});

test('answers the same article with what is there, also under a link with tracking', async () => {
  const fields = { url: 'https://paper.example/same', text: TEXT };
  const first = await stored(submissionFromFields(fields), null);
  const again = await stored(
    submissionFromFields({ ...fields, url: 'https://PAPER.example/same?utm_source=feed#top' }),
    null,
  );
  expect([first.outcome, again.outcome]).toEqual(['created', 'unchanged']);
  expect(again.article.id).toBe(first.article.id);
});

test('makes a revision of another text under the same address', async () => {
  const url = 'https://paper.example/corrected';
  const first = await stored(submissionFromFields({ url, text: TEXT }), null);
  const corrected = TEXT.replace('autumn', 'winter');
  const second = await stored(submissionFromFields({ url, text: corrected }), null);
  expect(second).toMatchObject({
    outcome: 'revised',
    article: { id: first.article.id, revision: 2 },
  });
  expect((await db.store.articles.text(first.article.id, { revision: 1 })).text).toBe(TEXT);
  expect((await db.store.articles.text(first.article.id)).text).toBe(corrected);
});

test('makes one article of two identical posts at once', async () => {
  const submission = submissionFromFields({ url: 'https://paper.example/twice', text: TEXT });
  const saved = await Promise.all([1, 2, 3].map(() => stored(submission, null)));
  expect(saved.map(({ outcome }) => outcome).sort()).toEqual(['created', 'unchanged', 'unchanged']);
  expect(new Set(saved.map(({ article }) => article.id)).size).toBe(1);
});

test('answers a repeated key with the article it made, and refuses it for another request', async () => {
  const submission = submissionFromFields({ url: 'https://paper.example/keyed', text: TEXT });
  const claim = { key: 'key-1', requestHash: 'a'.repeat(64) };
  const first = await stored(submission, claim);
  expect(await stored(submission, claim)).toMatchObject({
    outcome: 'unchanged',
    article: { id: first.article.id },
  });
  const other = stored(submission, { ...claim, requestHash: 'b'.repeat(64) });
  expect(await refusedLater(other)).toMatchObject({ kind: 'idempotency-mismatch' });
});

test('notes a key also for an article that was there before', async () => {
  const submission = submissionFromFields({ url: 'https://paper.example/there', text: TEXT });
  const before = await stored(submission, null);
  const claim = { key: 'key-2', requestHash: 'c'.repeat(64) };
  expect(await stored(submission, claim)).toMatchObject({ outcome: 'unchanged' });
  expect(await db.store.articles.findByIdempotencyKey(claim)).toMatchObject({
    id: before.article.id,
  });
});

test('refuses other languages and stores nothing of them', async () => {
  const before = await db.store.counts();
  const german = submissionFromText(
    'Der Minister sagte am Dienstag, die Brücke bleibe den Winter über gesperrt.',
  );
  expect(await refusedLater(stored(german, null))).toMatchObject({
    kind: 'unsupported-language',
  });
  const declared = submissionFromJsonLd({
    '@type': 'NewsArticle',
    articleBody: TEXT,
    inLanguage: 'fr',
  });
  expect(await refusedLater(stored(declared, null))).toMatchObject({
    pointers: ['/inLanguage'],
  });
  expect(await db.store.counts()).toEqual(before);
});

test('previews without storing', async () => {
  const before = await db.store.counts();
  const { draft, extraction } = await ingestion.preview(submissionFromText(TEXT));
  expect(draft).toMatchObject({ text: TEXT, language: 'en', format: 'text' });
  expect(extraction.statements).toHaveLength(1);
  expect(await db.store.counts()).toEqual(before);
});

test('loads the samples in order of their names, corrections after what they correct, and only once', async () => {
  const first = await loadSeeds(SEEDS, ingestion);
  expect(first.created).toBeGreaterThanOrEqual(12);
  expect(first.revised).toBeGreaterThanOrEqual(1);
  const again = await loadSeeds(SEEDS, ingestion);
  expect(again).toEqual({ created: 0, revised: 0, unchanged: first.created + first.revised });
});

test('leaves deleted samples deleted', async () => {
  const [sample] = (
    await db.store.articles.list({ publication: 'The Sample Herald' }, { limit: 1, cursor: null })
  ).items;
  await db.store.articles.remove(sample?.id ?? '');
  const { articles } = await db.store.counts();
  await loadSeeds(SEEDS, ingestion);
  expect((await db.store.counts()).articles).toBe(articles);
});

test('says which sample cannot be loaded', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'verbatim-seeds-'));
  await mkdir(join(dir, 'articles'));
  await writeFile(join(dir, 'articles', '01-broken.json'), '{"text": ""}');
  await expect(loadSeeds(dir, ingestion)).rejects.toThrow(/01-broken\.json.*empty/);
  await rm(dir, { recursive: true });
});

describe('publisher rules', () => {
  const NOON = new Date('2026-11-20T12:00:00Z');
  const clocked = (at: Date) => createIngestion({ store: db.store, pool, clock: () => at });
  const url = 'https://wire.example/embargo';
  const fields = { url, title: 'The bridge', publication: 'The Wire', text: TEXT };
  const found = async () =>
    (await db.store.articles.list({ publication: 'The Wire' }, { limit: 99, cursor: null })).items;
  const articleAt = async (url: string) => (await found()).find((one) => one.url === url) ?? null;

  test('an embargo: nothing shows before its end, and it is stored by itself afterwards', async () => {
    const early = clocked(new Date(NOON.getTime() - 1));
    const submission = submissionFromFields({ ...fields, embargoedUntil: NOON.toISOString() });
    for (let twice = 0; twice < 2; twice++) {
      expect(await early.ingest(submission, null)).toMatchObject({
        outcome: 'embargoed',
        until: NOON,
      });
    }
    expect(await found()).toEqual([]);
    expect(await articleAt(url)).toBeNull();
    expect(await db.store.held.list()).toMatchObject([{ draft: { url, text: TEXT }, until: NOON }]);
    expect(await early.release()).toBe(0);
    expect(await clocked(NOON).release()).toBe(1);
    expect(await clocked(NOON).release()).toBe(0);
    const [article] = await found();
    expect(article).toMatchObject({ url, title: 'The bridge', revision: 1 });
    expect((await statementsOf(article!.id)).length).toBeGreaterThan(0);
  });

  test('a correction under embargo leaves what is published as it is until then', async () => {
    const corrected = submissionFromFields({
      ...fields,
      text: TEXT.replace('autumn', 'winter'),
      embargoedUntil: NOON.toISOString(),
    });
    await clocked(new Date(0)).ingest(corrected, null);
    expect((await found())[0]).toMatchObject({ revision: 1 });
    // Sent again without one, it is stored at once, and not once more later.
    await clocked(new Date(0)).ingest({ ...corrected, embargoedUntil: null }, null);
    expect((await found())[0]).toMatchObject({ revision: 2 });
    expect(await db.store.held.list()).toEqual([]);
  });

  test.each(['withheld', 'canceled'] as const)(
    '%s: the article goes, and says why',
    async (pubStatus) => {
      const { article } = await stored(
        submissionFromFields({ ...fields, text: `${TEXT}${pubStatus}` }),
        null,
      );
      const taken = { ...submissionFromFields(fields), pubStatus, text: null };
      expect(await ingestion.ingest(taken, null)).toEqual({
        outcome: 'withdrawn',
        reason: pubStatus,
        articleId: article.id,
      });
      expect(await found()).toEqual([]);
      await expect(db.store.articles.get(article.id)).rejects.toMatchObject({
        kind: 'gone',
        message: expect.stringMatching(/publisher (withholds|has canceled) it/) as string,
      });
      expect(await ingestion.ingest(taken, null)).toMatchObject({ articleId: null });
    },
  );

  /** Releases what is due, and does `meanwhile` while its text is being read. */
  async function releasedDuring(meanwhile: () => Promise<unknown>): Promise<number> {
    const analyse: AnalysisPool['analyse'] = async (text) => {
      await meanwhile();
      return pool.analyse(text);
    };
    const slow = { ...pool, analyse };
    return createIngestion({ store: db.store, pool: slow, clock: () => NOON }).release();
  }

  /** Sends an article under its own address that waits until noon. */
  async function held(name: string, more: object = {}) {
    const waiting = submissionFromFields({
      ...fields,
      url: `https://wire.example/${name}`,
      embargoedUntil: NOON.toISOString(),
      ...more,
    });
    await clocked(new Date(0)).ingest(waiting, null);
    return waiting;
  }

  test('what is taken back while it is being released is not published', async () => {
    const waiting = await held('taken-back');
    const taken = { ...waiting, pubStatus: 'canceled' as const, text: null };
    expect(await releasedDuring(() => ingestion.ingest(taken, null))).toBe(0);
    expect(await articleAt(waiting.url!)).toBeNull();
  });

  test('what is put off while it is being released waits on, with its new text', async () => {
    const waiting = await held('put-off');
    const later = new Date(NOON.getTime() + 60_000);
    const text = TEXT.replace('autumn', 'spring');
    const again = () =>
      clocked(new Date(0)).ingest({ ...waiting, text, embargoedUntil: later }, null);
    expect(await releasedDuring(again)).toBe(0);
    expect(await articleAt(waiting.url!)).toBeNull();
    expect(await db.store.held.list()).toMatchObject([{ draft: { text }, until: later }]);
    expect(await clocked(later).release()).toBe(1);
  });

  test('what cannot be stored is tried again ever later, says why, and lets those behind it pass', async () => {
    const broken = await held('broken');
    const behind = await held('behind', { text: TEXT.replace('autumn', 'weekend') });
    const at = (seconds: number) => new Date(NOON.getTime() + seconds * 1000);
    const reasons: string[] = [];
    const releaseAt = (seconds: number) => {
      const analyse: AnalysisPool['analyse'] = (text) =>
        text === broken.text ? Promise.reject(new Error('worn out')) : pool.analyse(text);
      const failing = createIngestion({
        store: db.store,
        pool: { ...pool, analyse },
        clock: () => at(seconds),
      });
      return failing.release(({ message }) => reasons.push(message));
    };
    expect(await releaseAt(0)).toBe(1);
    expect(await articleAt(behind.url!)).not.toBeNull();
    // Ten seconds of peace, then twenty.
    for (const seconds of [9, 10, 29, 30]) expect(await releaseAt(seconds)).toBe(0);
    expect(reasons).toEqual(['worn out', 'worn out', 'worn out']);
    expect(await db.store.held.list()).toMatchObject([
      { failure: { detail: 'worn out', attempts: 3, retryAt: at(70) } },
    ]);
    // Sent again it starts anew.
    await held('broken');
    expect(await db.store.held.list()).toMatchObject([{ failure: null }]);
    expect(await clocked(at(31)).release()).toBe(1);
  });

  test('a request under embargo is known again by its key, while it waits and afterwards', async () => {
    const claim = { key: 'one-request', requestHash: 'a' };
    const submission = {
      ...submissionFromFields({ ...fields, url: 'https://wire.example/once' }),
      embargoedUntil: NOON,
    };
    const early = clocked(new Date(0));
    const first = await early.ingest(submission, claim);
    expect(first).toMatchObject({ outcome: 'embargoed', replayed: false });
    expect(await early.ingest(submission, claim)).toEqual({ ...first, replayed: true });
    const other = { ...claim, requestHash: 'b' };
    await expect(early.ingest(submission, other)).rejects.toMatchObject({
      kind: 'idempotency-mismatch',
    });
    expect(await clocked(NOON).release()).toBe(1);
    const article = await articleAt(submission.url!);
    expect(await ingestion.ingest(submission, claim)).toEqual({ outcome: 'unchanged', article });
  });

  test('a correction that waits goes with its article, also while it is being released', async () => {
    for (const when of ['before', 'during'] as const) {
      const url = `https://wire.example/gone-${when}`;
      const { article } = await stored(submissionFromFields({ ...fields, url }), null);
      await held(`gone-${when}`, { text: TEXT.replace('autumn', 'winter') });
      const remove = () => db.store.articles.remove(article.id, { reason: 'legal', note: null });
      if (when === 'before') await remove();
      expect(await releasedDuring(when === 'during' ? remove : async () => {})).toBe(0);
      expect(await articleAt(url)).toBeNull();
      expect(await db.store.held.list()).toEqual([]);
    }
  });

  test('the text that is published, sent once more, leaves a correction waiting', async () => {
    const now = submissionFromFields({ ...fields, url: 'https://wire.example/feed' });
    await stored(now, null);
    await held('feed', { text: TEXT.replace('autumn', 'winter') });
    expect(await stored(now, null)).toMatchObject({ outcome: 'unchanged' });
    expect(await clocked(NOON).release()).toBe(1);
    expect(await articleAt(now.url!)).toMatchObject({ revision: 2 });
  });
});
