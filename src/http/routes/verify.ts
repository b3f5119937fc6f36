// /v1/verify: a quotation, or every quotation of a draft, against what is stored.

import { Router } from 'express';

import { AppError } from '../../errors';
import { requireWriteAccess } from '../access';
import { sendUncached } from '../answer';
import { bodyTypeOf, bytesOf, jsonOf, readBytes } from '../body';
import type { AppDeps } from '../deps';
import { presentVerification } from '../present/verification';
import { emptyQuery } from '../schemas/lists';
import { verifyInput } from '../schemas/verification';
import { readBody, readQuery } from '../validate';
import { checkDraft, checkQuotation } from '../verification';

export function verifyRoutes(deps: AppDeps): Router {
  const router = Router({ strict: true, caseSensitive: true });

  // Nothing is written, but a stranger could keep all cores busy: the same access as for writing.
  router.post('/v1/verify', requireWriteAccess(deps), ...readBytes(deps), async (req, res) => {
    readQuery(emptyQuery, req);
    if (bodyTypeOf(req) !== 'application/json') {
      throw new AppError(
        'unsupported-media-type',
        'Send the quotation or draft as application/json.',
      );
    }
    const { quotation, speaker, text } = readBody(verifyInput, jsonOf(bytesOf(req)));
    const checked =
      text === undefined
        ? await checkQuotation(deps, quotation ?? '', speaker ?? null)
        : await checkDraft(deps, text);
    sendUncached<'verifyQuotations'>(res, presentVerification(checked));
  });

  return router;
}
