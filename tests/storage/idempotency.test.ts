// Idempotency keys: the same request again gives the same article, another request with the key is refused.

import { piece, save } from './articleFixtures';
import { useTestStore } from './testStore';

const db = useTestStore();

const claim = (key: string, requestHash = 'hash-1') => ({ key, requestHash });
const text = (words: string) =>
  piece(`Ann Lee said ${words}.`, [{ content: words, by: 'Ann Lee' }]);

test('a key remembers the article that it made', async () => {
  expect(await db.store.articles.findByIdempotencyKey(claim('a'))).toBeNull();
  const { outcome, article } = await save(db.store, text('one'), claim('a'));
  expect(outcome).toBe('created');
  expect(await db.store.articles.findByIdempotencyKey(claim('a'))).toEqual(article);
  expect(await save(db.store, text('one'), claim('a'))).toEqual({ outcome: 'unchanged', article });
});

test('another request with the key is a mismatch, before and in the transaction', async () => {
  await save(db.store, text('two'), claim('b'));
  await expect(db.store.articles.findByIdempotencyKey(claim('b', 'hash-2'))).rejects.toMatchObject({
    kind: 'idempotency-mismatch',
  });
  await expect(save(db.store, text('three'), claim('b', 'hash-2'))).rejects.toMatchObject({
    kind: 'idempotency-mismatch',
  });
  expect(await db.store.articles.findUnchanged(text('three').draft)).toBeNull();
});

test('a key that comes with an article already there is noted too', async () => {
  const { article } = await save(db.store, text('four'));
  expect(await save(db.store, text('four'), claim('c'))).toEqual({ outcome: 'unchanged', article });
  expect(await db.store.articles.findByIdempotencyKey(claim('c'))).toEqual(article);
});

test('ten requests with one key at once: one article', async () => {
  const outcomes = await Promise.all(
    Array.from({ length: 10 }, () => save(db.store, text('five'), claim('d'))),
  );
  expect(new Set(outcomes.map(({ article }) => article.id)).size).toBe(1);
  expect(outcomes.filter(({ outcome }) => outcome === 'created')).toHaveLength(1);
});

test('two different requests with one key at once: one wins, the other is a mismatch', async () => {
  const results = await Promise.allSettled([
    save(db.store, text('six'), claim('e', 'hash-6')),
    save(db.store, text('seven'), claim('e', 'hash-7')),
  ]);
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { kind: 'idempotency-mismatch' },
  });
});

test('the key of a removed article answers that it is gone', async () => {
  const { article } = await save(db.store, text('eight'), claim('f'));
  await db.store.articles.remove(article.id);
  await expect(db.store.articles.findByIdempotencyKey(claim('f'))).rejects.toMatchObject({
    kind: 'gone',
  });
  await expect(save(db.store, text('eight'), claim('f'))).rejects.toMatchObject({ kind: 'gone' });
});

test.each([
  ['empty', ''],
  ['too long', 'x'.repeat(256)],
  ['with NUL', 'a\0'],
  ['half a character', 'a\ud83d'],
])('a key that is %s is refused', async (_title, key) => {
  await expect(save(db.store, text('nine'), claim(key))).rejects.toMatchObject({
    kind: 'invalid-input',
  });
  await expect(db.store.articles.findByIdempotencyKey(claim(key))).rejects.toMatchObject({
    kind: 'invalid-input',
  });
});
