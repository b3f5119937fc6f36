// Keys for writing. A secret is 256 random bits, so a plain SHA-256 of it cannot be guessed back; nothing slower is needed.

import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

import { AppError } from '../errors';
import type { Database } from './connection';
import { guarded } from './failures';
import type { ApiKeyModel } from './generated/models';
import { isId, newId } from './ids';
import type { KeyRecord } from './records';
import { problemOf } from './saving/storable';
import type { Store } from './store';

const SECRET = /^vb_[A-Za-z0-9_-]{43}$/;
const PREFIX_LENGTH = 8;
/** `lastUsedAt` is for people who clear out keys: a minute's precision spares a write for each request. */
const USE_RESOLUTION_MS = 60_000;

export function keyStore({ prisma, now }: Database): Store['keys'] {
  return {
    create: (name) =>
      guarded(async () => {
        const label = name.trim();
        const problem =
          label === '' || label.length > 100 ? 'It has 1 to 100 characters.' : problemOf(label);
        if (problem !== null) {
          throw new AppError('invalid-input', `This is no name for a key. ${problem}`, {
            fields: [{ pointer: '/name', message: problem }],
          });
        }
        const secret = `vb_${randomBytes(32).toString('base64url')}`;
        const key = await prisma.apiKey.create({
          data: {
            id: newId(),
            name: label,
            prefix: secret.slice(0, PREFIX_LENGTH),
            hash: hashOf(secret),
            createdAt: now(),
          },
        });
        return { record: toKey(key), secret };
      }),

    list: () =>
      guarded(async () => (await prisma.apiKey.findMany({ orderBy: { id: 'asc' } })).map(toKey)),

    revoke: (id) =>
      guarded(async () => {
        const key = isId(id) ? await prisma.apiKey.findUnique({ where: { id } }) : null;
        if (key === null) throw new AppError('not-found', `There is no key ${id}.`);
        if (key.revokedAt !== null) return toKey(key);
        return toKey(await prisma.apiKey.update({ where: { id }, data: { revokedAt: now() } }));
      }),

    verify: (secret) =>
      guarded(async () => {
        if (!SECRET.test(secret)) return null;
        const hash = hashOf(secret);
        const key = await prisma.apiKey.findUnique({ where: { hash } });
        if (key === null || !timingSafeEqual(key.hash, hash) || key.revokedAt !== null) return null;
        const lastUsedAt = now();
        if (
          key.lastUsedAt !== null &&
          lastUsedAt.getTime() - key.lastUsedAt.getTime() < USE_RESOLUTION_MS
        ) {
          return toKey(key);
        }
        await prisma.apiKey.updateMany({ where: { id: key.id }, data: { lastUsedAt } });
        return toKey({ ...key, lastUsedAt });
      }),
  };
}

function hashOf(secret: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(secret).digest());
}

function toKey({ id, name, prefix, createdAt, lastUsedAt, revokedAt }: ApiKeyModel): KeyRecord {
  return { id, name, prefix, createdAt, lastUsedAt, revokedAt };
}
