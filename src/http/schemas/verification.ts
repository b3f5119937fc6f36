// What may be asked of verification: one quotation, or a whole draft.

import { z } from 'zod';

import type { components } from '../contract';
import { draftText, queryText, quotationText } from './values';

/** Exactly one of quotation and text; a draft says itself whom it credits. */
export const verifyInput = z
  .strictObject(
    {
      quotation: quotationText.exactOptional(),
      speaker: queryText.nullable().exactOptional(),
      text: draftText.exactOptional(),
    },
    { error: (issue) => (issue.code === 'invalid_type' ? 'must be a JSON object' : undefined) },
  )
  .refine((input) => (input.quotation === undefined) !== (input.text === undefined), {
    error: 'must hold either quotation or text',
    when: ({ value }) => typeof value === 'object' && value !== null && !Array.isArray(value),
  })
  .refine((input) => input.text === undefined || input.speaker === undefined, {
    path: ['speaker'],
    error: 'goes with a quotation; a draft says itself whom it credits',
    when: ({ value }) => typeof value === 'object' && value !== null && !Array.isArray(value),
  }) satisfies z.ZodType<components['schemas']['VerifyInput']>;

export type VerifyInput = z.infer<typeof verifyInput>;
