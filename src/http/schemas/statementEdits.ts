// What editors may send about a statement.

import { z } from 'zod';

import type { components } from '../contract';
import { editorsName, editorsReason, id, speakerName, speakerType, topicId } from './values';

const notAnObject = {
  error: (issue: { readonly code?: string | undefined }) =>
    issue.code === 'invalid_type' ? 'must be a JSON object' : undefined,
};
const offset = z
  .number('must be a whole number')
  .int('must be a whole number')
  .min(0, 'must not be negative')
  .max(2_147_483_647, 'is larger than any text');
const place = z.strictObject({ start: offset, end: offset }, notAnObject);
const speaker = z.union(
  [
    z.strictObject({ id }, notAnObject),
    z.strictObject({ name: speakerName, type: speakerType }, notAnObject),
  ],
  'must be either {id} or {name, type}',
);

export const statementEdit = z
  .strictObject(
    {
      review: z
        .enum(['confirmed', 'rejected', 'machine'], 'must be confirmed, rejected or machine')
        .exactOptional(),
      speakers: z
        .array(speaker, 'must be a list')
        .max(20, 'must have at most 20 items')
        .exactOptional(),
      content: z
        .array(place, 'must be a list')
        .min(1, 'must have at least 1 item')
        .max(50, 'must have at most 50 items')
        .exactOptional(),
      source: place.nullable().exactOptional(),
      cue: place.nullable().exactOptional(),
      topics: z
        .array(topicId, 'must be a list')
        .max(4, 'must have at most 4 items')
        .exactOptional(),
      by: editorsName.exactOptional(),
      note: editorsReason.exactOptional(),
    },
    notAnObject,
  )
  .refine(
    ({ review, speakers, content, source, cue, topics }) =>
      [review, speakers, content, source, cue, topics].some((field) => field !== undefined),
    {
      error: 'must hold at least one of review, speakers, content, source, cue and topics',
      when: ({ value }) => typeof value === 'object' && value !== null && !Array.isArray(value),
    },
  ) satisfies z.ZodType<components['schemas']['StatementEdit']>;
