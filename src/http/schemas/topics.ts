// What editors may send about topics.

import { z } from 'zod';

import type { components } from '../contract';
import { editorsName, editorsReason, topicId } from './values';

export const topicsEdit = z.strictObject(
  {
    topics: z.array(topicId, 'must be a list').max(4, 'must have at most 4 items'),
    by: editorsName.exactOptional(),
    note: editorsReason.exactOptional(),
  },
  {
    error: ({ code }) => (code === 'invalid_type' ? 'must be a JSON object' : undefined),
  },
) satisfies z.ZodType<components['schemas']['TopicsEdit']>;
