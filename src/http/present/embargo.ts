// Articles under embargo → the contract's answers. Only whoever may write sees them.

import type { HeldArticle } from '../../storage/store';
import type { components } from '../contract';

type Schemas = components['schemas'];

/** What a sender is told of an article that waits. */
export function presentHeld(until: Date): Schemas['Embargoed'] {
  return { outcome: 'embargoed', until: until.toISOString() };
}

export function presentEmbargo({ id, draft, until, createdAt }: HeldArticle): Schemas['Embargo'] {
  return {
    id,
    until: until.toISOString(),
    url: draft.url,
    title: draft.title,
    publication: draft.publication,
    receivedAt: createdAt.toISOString(),
  };
}
