// What editors may send about speakers.

import { z } from 'zod';

import type { components, operations } from '../contract';
import {
  cursor,
  editorsName,
  editorsReason,
  httpUrl,
  id,
  speakerName,
  speakerType,
  wholeNumber,
} from './values';

type Schemas = components['schemas'];

const word = { by: editorsName.exactOptional(), note: editorsReason.exactOptional() };
const notAnObject = {
  error: (issue: { readonly code?: string | undefined }) =>
    issue.code === 'invalid_type' ? 'must be a JSON object' : undefined,
};

/** Also when other fields are wrong, so that a sender learns of everything at once. */
const when = ({ value }: { value: unknown }) =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const listOf = <Item extends z.ZodType>(item: Item, least: number, most: number) =>
  z
    .array(item, 'must be a list')
    .min(least, `must have at least ${least} item`)
    .max(most, `must have at most ${most} items`);

export const speakerEdit = z
  .strictObject(
    {
      name: speakerName.exactOptional(),
      type: speakerType.exactOptional(),
      aliases: listOf(speakerName, 0, 100).exactOptional(),
      sameAs: listOf(httpUrl, 0, 20).exactOptional(),
      ...word,
    },
    notAnObject,
  )
  .refine(
    ({ name, type, aliases, sameAs }) =>
      [name, type, aliases, sameAs].some((field) => field !== undefined),
    { error: 'must set at least one of name, type, aliases and sameAs', when },
  ) satisfies z.ZodType<Schemas['SpeakerEdit']>;

export const speakerMerge = z
  .strictObject({ into: id.exactOptional(), from: id.exactOptional(), ...word }, notAnObject)
  .refine((input) => (input.into === undefined) !== (input.from === undefined), {
    error: 'must hold either into or from',
    when,
  });

export const speakerSplit = z
  .strictObject(
    {
      statements: listOf(id, 1, 1000).exactOptional(),
      articles: listOf(id, 1, 1000).exactOptional(),
      names: listOf(speakerName, 1, 100).exactOptional(),
      name: speakerName.exactOptional(),
      type: speakerType.exactOptional(),
      ...word,
    },
    notAnObject,
  )
  .refine(
    ({ statements, articles, names }) =>
      [statements, articles, names].some((field) => field !== undefined),
    { error: 'must hold at least one of statements, articles and names', when },
  );

export const editorsNote = z.strictObject(word, notAnObject) satisfies z.ZodType<
  Schemas['EditorsNote']
>;

/** Pages of a speaker's articles and history. */
export const speakerPageQuery = z.strictObject({
  limit: wholeNumber(1, 100).default(20),
  cursor: cursor.exactOptional(),
}) satisfies z.ZodType<NonNullable<operations['listSpeakerHistory']['parameters']['query']>>;
