// Articles under embargo → the contract's answers. Only whoever may write sees them.

import type { HeldArticle } from '../../storage/store';
import type { components } from '../contract';

type Schemas = components['schemas'];

/** What a sender is told of an article that waits. */
export function presentHeld({
  id,
  until,
}: Pick<HeldArticle, 'id' | 'until'>): Schemas['Embargoed'] {
  const links = { self: `/v1/embargoes/${id}` };
  return { outcome: 'embargoed', id, until: until.toISOString(), links };
}

export function presentEmbargoWithText(held: HeldArticle): Schemas['EmbargoWithText'] {
  return { ...presentEmbargo(held), text: held.draft.text };
}

export function presentEmbargo({
  id,
  draft,
  until,
  createdAt,
  failure,
}: HeldArticle): Schemas['Embargo'] {
  return {
    id,
    until: until.toISOString(),
    url: draft.url,
    title: draft.title,
    publication: draft.publication,
    receivedAt: createdAt.toISOString(),
    failure: failure && {
      detail: failure.detail,
      attempts: failure.attempts,
      retryAt: failure.retryAt.toISOString(),
    },
  };
}
