// Who may write: programs on this machine without a key, everyone else with one.
// A browser on this machine is not trusted as such, since pages of other sites run in it.

import type { Request, RequestHandler, Response } from 'express';

import { AppError } from '../errors';
import type { AppDeps } from './deps';

const LOOPBACK = /^(?:127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/i;
const LOOPBACK_HOST = /^(?:localhost|[a-z0-9-]+\.localhost|127\.\d+\.\d+\.\d+|\[::1\])(?::\d+)?$/i;
/** What proxies add. Without TRUST_PROXY, any of them means that someone else is behind the loopback address. */
const FORWARDED = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
  'via',
];

/** Lets a request on that may write or compute; refuses others with `unauthorized` or `forbidden`. */
export function requireWriteAccess({
  store,
  settings,
}: Pick<AppDeps, 'store' | 'settings'>): RequestHandler {
  return async (req, res, next) => {
    const secret = keyOf(req);
    if (secret !== null) {
      const key = await store.keys.verify(secret);
      if (key !== null) {
        // Whose word it is, where the body does not say.
        res.locals['keyName'] = key.name;
        return next();
      }
      throw new AppError(
        'unauthorized',
        'This API key is not valid: mistyped, or revoked. `verbatim keys list` shows which keys there are.',
      );
    }
    if (comesFromThisMachine(req, settings)) {
      refuseOtherSites(req);
      return next();
    }
    const keys = await store.keys.list();
    if (keys.some(({ revokedAt }) => revokedAt === null)) {
      throw new AppError(
        'unauthorized',
        'From another machine this needs an API key: send `Authorization: Bearer KEY` or `X-API-Key: KEY`.',
      );
    }
    throw new AppError(
      'forbidden',
      'From another machine this needs an API key, and none has been made yet. Make one where the service runs: `verbatim keys create NAME`.',
    );
  };
}

/** Who writes, where the body does not say: the name of the API key. */
export function writerOf(res: Response): string {
  return (res.locals as { keyName?: string }).keyName ?? 'this machine';
}

function keyOf(req: Request): string | null {
  const bearer = /^Bearer +(\S+) *$/i.exec(req.get('Authorization') ?? '');
  return bearer?.[1] ?? req.get('X-API-Key') ?? null;
}

/** True if the peer is on this machine, and so is everyone whom the proxies in between name. */
function comesFromThisMachine(req: Request, settings: AppDeps['settings']): boolean {
  if (!LOOPBACK.test(req.socket.remoteAddress ?? '')) return false;
  const forwarded = FORWARDED.filter((name) => req.headers[name] !== undefined);
  if (forwarded.length === 0) return true;
  // Express reads X-Forwarded-For alone; what the others say cannot be judged. `ips` is empty unless the peer is trusted.
  if (settings.trustProxy === null || forwarded.includes('forwarded')) return false;
  return req.ips.length > 0 && req.ips.every((address) => LOOPBACK.test(address));
}

/** A page of another site may send requests, also under a name of its own that leads to this machine (DNS rebinding). */
function refuseOtherSites(req: Request): void {
  const host = req.get('Host') ?? '';
  if (!LOOPBACK_HOST.test(host)) {
    throw new AppError(
      'forbidden',
      `Without an API key, the service must be addressed as localhost, not as "${host}".`,
    );
  }
  const origin = req.get('Origin');
  const foreignOrigin = origin !== undefined && origin !== `http://${host}`;
  if (foreignOrigin || /^(?:cross-site|same-site)$/.test(req.get('Sec-Fetch-Site') ?? '')) {
    throw new AppError(
      'forbidden',
      'A web page of another site sent this. Pages of other sites may read; to write they need an API key.',
    );
  }
}
