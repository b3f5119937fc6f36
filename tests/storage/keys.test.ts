// Keys for writing: shown once, kept as a hash, revocable.

import { useTestStore } from './testStore';

let now = new Date('2026-05-01T12:00:00Z');
const db = useTestStore(() => now);

test('a key is verified by its secret, of which only the hash is kept', async () => {
  const { record, secret } = await db.store.keys.create('  the desk ');
  expect(secret).toMatch(/^vb_[A-Za-z0-9_-]{43}$/);
  expect(record).toEqual({
    id: expect.any(String) as string,
    name: 'the desk',
    prefix: secret.slice(0, 8),
    createdAt: now,
    lastUsedAt: null,
    revokedAt: null,
  });
  expect(await db.store.keys.verify(secret)).toMatchObject({ id: record.id, lastUsedAt: now });
  const [row] = await db.query<{ row: string }>('SELECT k::text AS row FROM api_key k');
  expect(row?.row).not.toContain(secret.slice(8));
});

test('use is noted once a minute', async () => {
  const { record, secret } = await db.store.keys.create('minutes');
  const lastUse = async () =>
    (await db.store.keys.list()).find(({ id }) => id === record.id)?.lastUsedAt;
  const first = now;
  await db.store.keys.verify(secret);
  now = new Date(first.getTime() + 59_000);
  await db.store.keys.verify(secret);
  expect(await lastUse()).toEqual(first);
  now = new Date(first.getTime() + 60_000);
  await db.store.keys.verify(secret);
  expect(await lastUse()).toEqual(now);
});

test.each([
  '',
  'vb_',
  'vb_short',
  `vb_${'A'.repeat(43)}`,
  `vb_${'A'.repeat(42)}\0`,
  'x'.repeat(100_000),
])('nobody has the secret %#', async (secret) => {
  expect(await db.store.keys.verify(secret)).toBeNull();
});

test('a revoked key opens nothing, and stays in the list', async () => {
  const { record, secret } = await db.store.keys.create('to revoke');
  const revoked = await db.store.keys.revoke(record.id);
  expect(revoked.revokedAt).toEqual(now);
  expect(await db.store.keys.verify(secret)).toBeNull();
  now = new Date(now.getTime() + 1000);
  expect(await db.store.keys.revoke(record.id)).toEqual(revoked);
  expect((await db.store.keys.list()).map(({ id }) => id)).toContain(record.id);
  await expect(db.store.keys.revoke('nonsense')).rejects.toMatchObject({ kind: 'not-found' });
});

test.each(['', '   ', 'x'.repeat(101), 'a\0b'])('%p is no name for a key', async (name) => {
  await expect(db.store.keys.create(name)).rejects.toMatchObject({ kind: 'invalid-input' });
});
